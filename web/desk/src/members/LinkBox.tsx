import { useEffect, useRef, useState } from "react";
import { useWords } from "../words/words.tsx";

/** A one-time link, shown this once. */
export function LinkBox({ name, link }: { name: string; link: string }) {
  const w = useWords();
  const [copied, setCopied] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    setCopied(false);
    box.current?.focus();
  }, [link]);
  return (
    <div className="box" role="status" tabIndex={-1} ref={box}>
      <h2>{w.members.link(name)}</h2>
      <p className="hint">{w.members.linkWhy}</p>
      <p className="line">
        <code dir="ltr" className="secret">{link}</code>
        <button type="button" onClick={() => void navigator.clipboard.writeText(link).then(() => setCopied(true))}>{copied ? w.account.copied : w.account.copy}</button>
      </p>
    </div>
  );
}
