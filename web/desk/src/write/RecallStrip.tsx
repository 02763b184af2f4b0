import { useEffect, useState } from "react";
import type { Recall } from "../kept/recalls.ts";
import { useWords } from "../words/words.tsx";

/** What was published a moment ago and can still be called back. */
export function RecallStrip({ recalls, onRecall }: { recalls: readonly Recall[]; onRecall(post: string): void }) {
  const w = useWords();
  const [now, setNow] = useState(() => Date.now());
  const last = recalls.at(-1);
  useEffect(() => {
    if (!last) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 200);
    return () => clearInterval(timer);
  }, [last]);
  if (!last) return null;
  const seconds = Math.max(0, Math.ceil((last.until - now) / 1_000));
  return (
    <div className="strip recall">
      <p><span role="status">{w.hurry.goesOut}</span> <b aria-hidden="true">{w.hurry.inSeconds(seconds)}</b> <span dir="auto">{last.headline || w.state.untitled}</span></p>
      <p className="actions"><button type="button" aria-keyshortcuts="Escape" onClick={() => onRecall(last.post)}>{w.hurry.recall} <kbd dir="ltr">Esc</kbd></button></p>
    </div>
  );
}
