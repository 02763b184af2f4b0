import { type FormEvent, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { Refused } from "../api/client.ts";
import { useAsked } from "../ui/asked.ts";
import { Field } from "../ui/Field.tsx";
import { useWords } from "../words/words.tsx";
import { type Session, session } from "./session.ts";
import { canUsePasskeys, enterWithPasskey } from "./passkeys.ts";

/** The ways in, wherever they are asked for: on the page for it, or over a desk whose session ended. */
export function SignIn({ onEntered, email: known }: { onEntered(session: Session): void; email?: string | undefined }) {
  const w = useWords();
  const [email, setEmail] = useState(known ?? "");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [needsCode, setNeedsCode] = useState(false);
  const [noPasskey, setNoPasskey] = useState(false);
  const { busy, sentence, ask, problem } = useAsked();
  const { data: ways } = useWays();

  const enter = (event: FormEvent) => {
    event.preventDefault();
    void ask(async () => {
      try {
        onEntered(await session.enter(email, password, code || undefined));
      } catch (error) {
        if (error instanceof Refused && error.problem.needs === "code") setNeedsCode(true);
        throw error;
      }
    });
  };
  const byPasskey = () => {
    setNoPasskey(false);
    void ask(async () => {
      try {
        onEntered(await enterWithPasskey());
      } catch (error) {
        // The browser's own words for "nobody touched it" are not for people.
        if (error instanceof DOMException || !(error instanceof Error && "problem" in error)) setNoPasskey(true);
        else throw error;
      }
    });
  };

  const asksCode = needsCode && problem?.needs === "code";
  return (
    <div className="sign-in">
      <form onSubmit={enter}>
        <Field label={w.signIn.email} type="email" name="email" autoComplete="username webauthn" required value={email} onChange={(event) => setEmail(event.target.value)} autoFocus={!known} dir="ltr" />
        <Field label={w.signIn.password} type="password" name="password" autoComplete="current-password" required value={password} onChange={(event) => setPassword(event.target.value)} autoFocus={Boolean(known)} data-first={known ? "" : undefined} dir="ltr" />
        {needsCode ? (
          <Field label={w.signIn.code} name="code" autoComplete="one-time-code" autoFocus required value={code} onChange={(event) => setCode(event.target.value)} dir="ltr" />
        ) : null}
        {sentence || asksCode ? <p className={asksCode && code === "" ? "hint" : "problem"} role="alert">{asksCode && code === "" ? w.signIn.codeNeeded : sentence}</p> : null}
        <button className="main" disabled={busy}>
          {busy ? w.signIn.entering : w.signIn.enter}
        </button>
      </form>
      {canUsePasskeys() || ways?.oidc ? (
        <div className="other-ways">
          {canUsePasskeys() ? (
            <button type="button" onClick={byPasskey} disabled={busy}>
              {w.signIn.passkey}
            </button>
          ) : null}
          {ways?.oidc ? <a className="button" href="/desk/oidc">{w.signIn.with(ways.oidc.name)}</a> : null}
        </div>
      ) : null}
      {noPasskey ? <p className="problem" role="alert">{w.signIn.noPasskey}</p> : null}
    </div>
  );
}

interface Ways {
  /** The newsroom whose door this is. */
  newsroom?: string | undefined;
  oidc?: { name: string } | null | undefined;
}

export const useWays = () => useQuery({ queryKey: ["ways"], queryFn: ({ signal }) => waysIn(signal), staleTime: Infinity });

// The answer to who is signed in says, when it is nobody, which other ways there are.
async function waysIn(signal: AbortSignal): Promise<Ways> {
  try {
    await session.show(signal);
  } catch (error) {
    if (error instanceof Refused) return { newsroom: error.problem.newsroom?.name, oidc: error.problem.ways?.oidc };
    throw error;
  }
  return {};
}
