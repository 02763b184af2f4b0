import { useWords } from "../words/words.tsx";
import { LanguageChoice } from "../app/LanguageChoice.tsx";
import type { Session } from "./session.ts";
import { SignIn } from "./SignIn.tsx";

export function SignInPage({ onEntered }: { onEntered(session: Session): void }) {
  const w = useWords();
  return (
    <main className="narrow" id="page">
      <title>{w.signIn.title}</title>
      <h1>{w.signIn.title}</h1>
      <SignIn onEntered={onEntered} />
      <LanguageChoice />
    </main>
  );
}
