import { useEffect, useState } from "react";
import type { Coverage, RichText } from "../api/types.ts";
import { plain } from "../stream/posts.ts";
import { useWords } from "../words/words.tsx";
import { useEdited } from "./edited.ts";
import { moved, mostPoints, reworded, wellWords, wordCount } from "./summary.ts";
import { Sentence } from "../ui/Sentence.tsx";

export function SummaryPart({ page }: { page: Coverage }) {
  const w = useWords();
  const { busy, sentence, edit } = useEdited(page);
  const [points, setPoints] = useState<RichText[]>(page.summary);
  const [touched, setTouched] = useState(false);
  useEffect(() => {
    if (!touched) setPoints(page.summary);
  }, [page.summary, touched]);
  const change = (next: RichText[]) => {
    setTouched(true);
    setPoints(next);
  };
  const save = async () => {
    if (await edit({ summary: points.filter((point) => plain(point).trim() !== "") })) setTouched(false);
  };
  return (
    <section aria-labelledby="summary">
      <h2 id="summary">{w.settings.summary}</h2>
      <p className="hint">{w.settings.summaryWhy}</p>
      <ol className="points">
        {points.map((point, at) => (
          <li key={at}>
            <textarea rows={2} dir="auto" lang={page.language} aria-label={w.settings.point(at + 1)} value={plain(point)} onChange={(event) => change(reworded(points, at, event.target.value))} />
            <span className="meta">{w.settings.words(wordCount(point))}{wordCount(point) > wellWords ? `: ${w.settings.long}` : ""}</span>
            <span className="actions">
              {at > 0 ? <button type="button" className="quiet" aria-label={w.settings.up(at + 1)} onClick={() => change(moved(points, at, at - 1))}>↑</button> : null}
              <button type="button" className="quiet" aria-label={w.settings.removePoint(at + 1)} onClick={() => change(points.filter((_, each) => each !== at))}>{w.account.remove}</button>
            </span>
          </li>
        ))}
      </ol>
      <p className="actions">
        {points.length < mostPoints ? <button type="button" onClick={() => change([...points, ""])}>{w.settings.addPoint}</button> : null}
        <button type="button" className="main" disabled={busy || !touched} onClick={() => void save()}>{busy ? w.app.saving : w.app.save}</button>
        {touched ? <span className="meta">{w.settings.unsaved}</span> : null}
      </p>
      {sentence ? <p className="problem" role="alert"><Sentence>{sentence}</Sentence></p> : null}
    </section>
  );
}
