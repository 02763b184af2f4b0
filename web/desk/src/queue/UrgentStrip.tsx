import { useEffect, useMemo, useRef, useState } from "react";
import type { Post } from "../api/types.ts";
import { useWords } from "../words/words.tsx";
import { ring } from "./bell.ts";
import { filingOf, isSilent, keepSilent, unheard, urgentFor } from "./urgent.ts";

interface Props {
  posts: readonly Post[];
  me: string;
  language: string;
  onLook(post: Post): void;
}

/** Urgent filings across the desk's head, for as long as they wait; each sounds once, unless this device is to be silent. */
export function UrgentStrip({ posts, me, language, onLook }: Props) {
  const w = useWords();
  const urgent = useMemo(() => urgentFor(posts, me), [posts, me]);
  const [silent, setSilent] = useState(() => isSilent(localStorage));
  const heard = useRef<Set<string>>(new Set());
  useEffect(() => {
    const fresh = unheard(urgent, heard.current);
    heard.current = new Set(urgent.map(filingOf));
    if (fresh.length > 0 && !silent) void ring();
  }, [urgent, silent]);
  const first = urgent[0];
  if (!first) return null;
  const hush = () => {
    keepSilent(localStorage, !silent);
    setSilent(!silent);
  };
  return (
    <div className="strip urgent" role="alert">
      <p><b>{w.hurry.urgent}</b> <span lang={language} dir="auto">{first.headline || w.state.untitled}</span> <span className="meta">{first.filed?.by}{urgent.length > 1 ? ` · ${w.hurry.more(urgent.length - 1)}` : ""}</span></p>
      <p className="actions">
        <button type="button" onClick={() => onLook(first)}>{w.hurry.look}</button>
        <button type="button" className="quiet" onClick={hush}>{silent ? w.hurry.soundOff : w.hurry.soundOn}</button>
      </p>
    </div>
  );
}
