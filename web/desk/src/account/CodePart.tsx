import { type FormEvent, useState } from "react";
import { useAtTheDesk } from "../app/session-context.ts";
import { useAsked } from "../ui/asked.ts";
import { Field } from "../ui/Field.tsx";
import { useWords } from "../words/words.tsx";
import { account } from "./account.ts";
import { useRenewed } from "./renewed.ts";
import { Sentence } from "../ui/Sentence.tsx";

export function CodePart() {
  const w = useWords();
  const { session } = useAtTheDesk();
  const [setting, setSetting] = useState<{ secret: string; uri: string } | null>(null);
  const [recovery, setRecovery] = useState<string[] | null>(null);
  const [code, setCode] = useState("");
  const { busy, sentence, ask } = useAsked();
  const renewed = useRenewed();
  const confirm = (event: FormEvent) => {
    event.preventDefault();
    void ask(async () => {
      const answer = await account.confirmCode(code.replaceAll(" ", ""));
      setRecovery(answer.recoveryCodes);
      setSetting(null);
      setCode("");
      await renewed();
    });
  };
  return (
    <section aria-labelledby="code">
      <h2 id="code">{w.account.code}</h2>
      <p className="hint">{w.account.codeWhy}</p>
      <p>{session.methods.code ? w.account.codeOn : w.account.codeOff}</p>
      {recovery && recovery.length > 0 ? (
        <div className="box">
          <h3>{w.account.recovery}</h3>
          <p className="hint">{w.account.recoveryWhy}</p>
          <ul className="codes" dir="ltr">{recovery.map((each) => <li key={each}><code>{each}</code></li>)}</ul>
        </div>
      ) : null}
      {setting ? (
        <form onSubmit={confirm} className="box">
          <p>{w.account.codeScan}</p>
          <p>{w.account.codeKey}: <code dir="ltr">{setting.secret.replace(/(.{4})(?=.)/g, "$1 ")}</code></p>
          <p><a href={setting.uri}>{w.account.codeOpen}</a></p>
          <Field label={w.signIn.code} inputMode="numeric" autoComplete="one-time-code" required autoFocus value={code} onChange={(event) => setCode(event.target.value)} dir="ltr" />
          <button disabled={busy}>{w.account.codeConfirm}</button>
        </form>
      ) : session.methods.code ? (
        <button type="button" disabled={busy} onClick={() => void ask(async () => { await account.endCode(); setRecovery(null); await renewed(); })}>{w.account.codeEnd}</button>
      ) : (
        <button type="button" disabled={busy} onClick={() => void ask(async () => setSetting(await account.beginCode()))}>{w.account.codeStart}</button>
      )}
      {sentence ? <p className="problem" role="alert"><Sentence>{sentence}</Sentence></p> : null}
    </section>
  );
}
