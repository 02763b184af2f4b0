import { useWords } from "../words/words.tsx";
import { LanguageChoice } from "../app/LanguageChoice.tsx";
import type { Session } from "./session.ts";
import { SignIn, useWays } from "./SignIn.tsx";

export function SignInPage({ onEntered }: { onEntered(session: Session): void }) {
  const w = useWords();
  const { data: ways } = useWays();
  return (
    <main className="narrow" id="page">
      <title>{w.signIn.title}</title>
      <div>
        {ways?.newsroom ? <p className="lead">{ways.newsroom}</p> : null}
        <h1>{w.signIn.title}</h1>
      </div>
      <SignIn onEntered={onEntered} />
      <LanguageChoice />
    </main>
  );
}
