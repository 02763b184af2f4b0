import { useAtTheDesk } from "../app/session-context.ts";
import { useWords } from "../words/words.tsx";
import { CodePart } from "./CodePart.tsx";
import { PasskeysPart } from "./PasskeysPart.tsx";
import { PasswordPart } from "./PasswordPart.tsx";
import { SessionsPart } from "./SessionsPart.tsx";

export function AccountPage() {
  const w = useWords();
  const { session } = useAtTheDesk();
  return (
    <main className="sheet" id="page">
      <title>{w.account.title}</title>
      <h1>{w.account.title}</h1>
      <p className="lead">{w.account.who(session.member.name, w.roles[session.member.role])}</p>
      <PasskeysPart />
      <PasswordPart />
      <CodePart />
      <SessionsPart />
    </main>
  );
}
