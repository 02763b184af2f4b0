import { type ReactNode, useState } from "react";
import { mayAdminister } from "../session/session.ts";
import { To, useRoute } from "../routes/navigation.tsx";
import { useWords } from "../words/words.tsx";
import { LanguageChoice } from "./LanguageChoice.tsx";
import { useAtTheDesk } from "./session-context.ts";

export function Frame({ children }: { children: ReactNode }) {
  const w = useWords();
  const route = useRoute();
  const { session, leave } = useAtTheDesk();
  const [open, setOpen] = useState(false);
  const here = (at: string) => (route.at === at ? ("page" as const) : undefined);
  return (
    <>
      <a className="skip" href="#page">{w.app.skip}</a>
      <header className="bar">
        <To route={{ at: "pages" }} className="newsroom" aria-current={here("pages")}>{session.newsroom.name}</To>
        <details className="menu" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{session.member.name}</summary>
          <nav aria-label={w.app.menu} onClick={(event) => event.target instanceof HTMLAnchorElement && setOpen(false)}>
            <To route={{ at: "pages" }} aria-current={here("pages")}>{w.app.livePages}</To>
            <To route={{ at: "media" }} aria-current={here("media")}>{w.library.title}</To>
            <To route={{ at: "account" }} aria-current={here("account")}>{w.app.account}</To>
            {mayAdminister(session.member) ? <To route={{ at: "members" }} aria-current={here("members")}>{w.app.members}</To> : null}
            {mayAdminister(session.member) ? <To route={{ at: "rules" }} aria-current={here("rules")}>{w.rules.title}</To> : null}
            {mayAdminister(session.member) ? <To route={{ at: "audit" }} aria-current={here("audit")}>{w.app.audit}</To> : null}
            <LanguageChoice />
            <button type="button" onClick={leave}>{w.app.signOut}</button>
          </nav>
        </details>
      </header>
      {children}
    </>
  );
}
