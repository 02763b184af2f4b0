import { type FormEvent, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { canUsePasskeys, passkeys } from "../session/passkeys.ts";
import { useAsked } from "../ui/asked.ts";
import { Field } from "../ui/Field.tsx";
import { Day } from "../ui/Day.tsx";
import { useWords } from "../words/words.tsx";
import { useRenewed } from "./renewed.ts";
import { Sentence } from "../ui/Sentence.tsx";

export function PasskeysPart() {
  const w = useWords();
  const [name, setName] = useState("");
  const [failed, setFailed] = useState(false);
  const { busy, sentence, ask } = useAsked();
  const renewed = useRenewed();
  const list = useQuery({ queryKey: ["account", "passkeys"], queryFn: ({ signal }) => passkeys.list(signal) });
  const add = (event: FormEvent) => {
    event.preventDefault();
    setFailed(false);
    void ask(async () => {
      try {
        await passkeys.add(name.trim());
      } catch (error) {
        if (error instanceof Error && "problem" in error) throw error;
        return setFailed(true);
      }
      setName("");
      await renewed();
    });
  };
  return (
    <section aria-labelledby="passkeys">
      <h2 id="passkeys">{w.account.passkeys}</h2>
      <p className="hint">{w.account.passkeysWhy}</p>
      {list.data?.passkeys.length === 0 ? <p>{w.account.noPasskeys}</p> : null}
      <ul className="rows">
        {list.data?.passkeys.map((passkey) => (
          <li key={passkey.id}>
            <span>
              <b>{passkey.name || w.account.passkeys}</b>{" "}
              <span className="meta">
                <Day at={passkey.createdAt} words={w.account.added} />
              </span>
            </span>
            <button type="button" disabled={busy} onClick={() => void ask(async () => { await passkeys.remove(passkey.id); await renewed(); })}>{w.account.remove}</button>
          </li>
        ))}
      </ul>
      {canUsePasskeys() ? (
        <form onSubmit={add} className="line">
          <Field label={w.account.passkeyName} required maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
          <button disabled={busy}>{w.account.addPasskey}</button>
        </form>
      ) : null}
      {sentence || failed ? <p className="problem" role="alert"><Sentence>{sentence ?? w.account.passkeyFailed}</Sentence></p> : null}
    </section>
  );
}
