import { useEffect, useRef } from "react";
import { LanguageChoice } from "../app/LanguageChoice.tsx";
import { go, To } from "../routes/navigation.tsx";
import { say } from "../ui/notices.tsx";
import { useAsked } from "../ui/asked.ts";
import { useWords } from "../words/words.tsx";
import { type Session, session } from "./session.ts";
import { Sentence } from "../ui/Sentence.tsx";

/** Follows a one-time link. Its secret stands after the #, so that it is in no log, and leaves the address bar at once. */
export function Welcome({ onEntered }: { onEntered(session: Session): void }) {
  const w = useWords();
  const { sentence, ask } = useAsked();
  const token = useRef(location.hash.slice(1));
  const followed = useRef(false);
  useEffect(() => {
    // Strict mode runs effects twice; a one-time link can be followed once.
    if (followed.current || token.current === "") return;
    followed.current = true;
    history.replaceState(null, "", location.pathname);
    void ask(async () => {
      const entered = await session.follow(token.current);
      onEntered(entered);
      const set = entered.methods.password || entered.methods.passkeys > 0;
      go(set ? { at: "pages" } : { at: "account" }, true);
      if (!set) say(w.signIn.setUp);
    });
  });
  return (
    <main className="narrow" id="page">
      <title>{w.signIn.welcome}</title>
      <h1>{w.signIn.welcome}</h1>
      {token.current === "" && !followed.current ? <p>{w.signIn.noLink}</p> : sentence ? <p role="alert"><span className="problem"><Sentence>{sentence}</Sentence></span> {w.signIn.linkSpent}</p> : <p role="status">{w.signIn.welcomeIn}</p>}
      {sentence || token.current === "" ? <p><To route={{ at: "pages" }}>{w.signIn.title}</To></p> : null}
      <LanguageChoice />
    </main>
  );
}
