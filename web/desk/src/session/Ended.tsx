import { useState } from "react";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words/words.tsx";
import { SignIn } from "./SignIn.tsx";
import type { Member, Session } from "./session.ts";

/** The session ended while somebody was at work: everything stays where it is, behind this. */
export function Ended({ member, onEntered, onLater }: { member: Member; onEntered(session: Session): void; onLater(): void }) {
  const w = useWords();
  const [other, setOther] = useState(false);
  return (
    <Dialog title={w.signIn.ended} onLeave={onLater}>
      <p>{w.signIn.endedWhy}</p>
      <SignIn
        email={member.email ?? undefined}
        onEntered={(session) => {
          if (session.member.id === member.id) onEntered(session);
          else setOther(true);
        }}
      />
      {other ? <p className="problem" role="alert">{w.signIn.wrongMember(member.name)}</p> : null}
    </Dialog>
  );
}
