import { type FormEvent, useState } from "react";
import { useAtTheDesk } from "../app/session-context.ts";
import { useAsked } from "../ui/asked.ts";
import { Field } from "../ui/Field.tsx";
import { say } from "../ui/notices.tsx";
import { useWords } from "../words/words.tsx";
import { account } from "./account.ts";
import { useRenewed } from "./renewed.ts";
import { Sentence } from "../ui/Sentence.tsx";

export function PasswordPart() {
  const w = useWords();
  const { session } = useAtTheDesk();
  const [old, setOld] = useState("");
  const [password, setPassword] = useState("");
  const { busy, sentence, ask } = useAsked();
  const renewed = useRenewed();
  const has = session.methods.password;
  const set = (event: FormEvent) => {
    event.preventDefault();
    void ask(async () => {
      await account.password(password, has ? old : undefined);
      setOld("");
      setPassword("");
      await renewed();
      say(w.account.passwordSet);
    });
  };
  return (
    <section aria-labelledby="password">
      <h2 id="password">{w.account.password}</h2>
      <form onSubmit={set}>
        <input type="email" autoComplete="username" value={session.member.email ?? ""} readOnly hidden />
        {has ? <Field label={w.account.oldPassword} type="password" autoComplete="current-password" required value={old} onChange={(event) => setOld(event.target.value)} dir="ltr" /> : null}
        <Field label={w.account.newPassword} hint={w.account.passwordRule} type="password" autoComplete="new-password" required value={password} onChange={(event) => setPassword(event.target.value)} dir="ltr" />
        {sentence ? <p className="problem" role="alert"><Sentence>{sentence}</Sentence></p> : null}
        <button disabled={busy}>{has ? w.account.changePassword : w.account.setPassword}</button>
      </form>
    </section>
  );
}
