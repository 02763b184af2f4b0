import { useEffect, useState } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Refused, Unreachable, onForbidden, onSignedOut } from "../api/client.ts";
import { AccountPage } from "../account/AccountPage.tsx";
import { DeskPage } from "../desk/DeskPage.tsx";
import { HistoryPage } from "../desk/HistoryPage.tsx";
import { PreviewPage } from "../desk/PreviewPage.tsx";
import { RulesPage } from "../rules/RulesPage.tsx";
import { AuditPage } from "../members/AuditPage.tsx";
import { MembersPage } from "../members/MembersPage.tsx";
import { BeginPage } from "../pages/BeginPage.tsx";
import { LibraryPage } from "../library/LibraryPage.tsx";
import { LivePages } from "../pages/LivePages.tsx";
import { SettingsPage } from "../pages/SettingsPage.tsx";
import { forget, lastKnown } from "../kept/remembered.ts";
import { To, useRoute } from "../routes/navigation.tsx";
import { Ended } from "../session/Ended.tsx";
import { SignInPage } from "../session/SignInPage.tsx";
import { Welcome } from "../session/Welcome.tsx";
import { type Member, type Session, mayAdminister, mayPublish, session } from "../session/session.ts";
import { Notices } from "../ui/notices.tsx";
import { useWords } from "../words/words.tsx";
import { Frame } from "./Frame.tsx";
import { SessionContext } from "./session-context.ts";

/** Who is at the desk decides what is shown; a session that ends later takes nothing off the screen. */
export function App() {
  const route = useRoute();
  const w = useWords();
  const client = useQueryClient();
  const [ended, setEnded] = useState<"no" | "ask" | "later">("no");
  const [turn, setTurn] = useState(0);
  const asked = useQuery({
    queryKey: ["session"],
    queryFn: ({ signal }) => currentSession(signal),
    staleTime: Infinity,
    // A link is followed first: the answer that nobody is signed in could come after it, and shut the door again.
    enabled: route.at !== "welcome",
    retry: (_count, error) => error instanceof Unreachable,
  });
  useEffect(() => onSignedOut(() => setEnded((now) => (now === "no" ? "ask" : now))), []);
  useEffect(() => onForbidden(() => void client.invalidateQueries({ queryKey: ["session"] })), [client]);

  const entered = (next: Session) => {
    void client.cancelQueries({ queryKey: ["session"] });
    client.setQueryData(["session"], next);
    void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "session" });
    setEnded("no");
    setTurn((now) => now + 1);
  };
  const leave = async () => {
    await session.leave().catch(() => {});
    forget(localStorage, "desk.session");
    forget(localStorage, "desk.pages");
    client.setQueryData(["session"], null);
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== "session" });
    setEnded("no");
  };

  if (route.at === "welcome") return <Welcome onEntered={entered} />;
  if (asked.isPending) return <main className="narrow" id="page"><h1>{w.app.desk}</h1><p role="status">{asked.failureCount > 0 ? w.app.unreachable : w.app.loading}</p></main>;
  if (!asked.data) return <SignInPage onEntered={entered} />;
  const current = asked.data;
  return (
    <SessionContext value={{ session: current, turn, expired: ended !== "no", askAgain: () => setEnded("ask"), leave: () => void leave() }}>
      <Frame>
        <Page member={current.member} />
      </Frame>
      <Notices />
      {ended === "ask" ? <Ended member={current.member} onEntered={entered} onLater={() => setEnded("later")} /> : null}
    </SessionContext>
  );
}

function Page({ member }: { member: Member }) {
  const route = useRoute();
  const w = useWords();
  const forbidden = <main className="narrow" id="page"><h1>{w.app.desk}</h1><p>{w.app.notAllowed}</p></main>;
  switch (route.at) {
    case "pages": return <LivePages />;
    case "begin": return mayPublish(member) ? <BeginPage /> : forbidden;
    case "page": return <DeskPage key={route.slug} slug={route.slug} post={route.post} />;
    case "settings": return mayPublish(member) ? <SettingsPage slug={route.slug} /> : forbidden;
    case "history": return <HistoryPage slug={route.slug} id={route.post} />;
    case "preview": return <PreviewPage slug={route.slug} id={route.post} />;
    case "media": return <LibraryPage />;
    case "account": return <AccountPage />;
    case "members": return mayAdminister(member) ? <MembersPage /> : forbidden;
    case "rules": return mayAdminister(member) ? <RulesPage /> : forbidden;
    case "audit": return mayAdminister(member) ? <AuditPage /> : forbidden;
    default:
      return <main className="narrow" id="page"><h1>{w.app.desk}</h1><p>{w.app.nowhere}</p><p><To route={{ at: "pages" }}>{w.app.toPages}</To></p></main>;
  }
}

async function currentSession(signal: AbortSignal): Promise<Session | null> {
  try {
    return await lastKnown(localStorage, "desk.session", "me", () => session.show(signal));
  } catch (error) {
    if (error instanceof Refused && error.status === 401) return null;
    throw error;
  }
}
