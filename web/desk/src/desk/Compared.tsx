import type { Content } from "../api/types.ts";
import { compareWords, wordsOf } from "../composer/index.ts";
import { useWords } from "../words/words.tsx";

/** Two versions of a text, word by word: what came is underlined, what went is struck, and both are said. */
export function Compared({ before, after, language }: { before: Content | null; after: Content; language: string }) {
  const w = useWords();
  const changes = before === null ? [{ change: "kept" as const, text: whole(after) }] : compareWords(whole(before), whole(after), language);
  return (
    <>
    {before !== null && changes.every(({ change }) => change === "kept") ? <p className="hint">{w.history.same}</p> : null}
    <div className="compared" lang={language} dir="auto">
      {changes.map(({ change, text }, at) =>
        change === "kept" ? <span key={at}>{text}</span> : change === "added" ? <ins key={at}><span className="vh">{w.history.added} </span>{text}</ins> : <del key={at}><span className="vh">{w.history.removed} </span>{text}</del>,
      )}
    </div>
    </>
  );
}

/** All the words of a version, a line for each of its parts. */
export function whole(content: Content): string {
  const label = typeof content.label === "object" ? (content.label.text ?? content.label.key) : content.label;
  const bylines = (content.bylines ?? []).map((byline) => [byline.name, byline.role, byline.organisation, byline.location].filter(Boolean).join(", ")).join("; ");
  return [label, content.headline, bylines, ...(content.blocks ?? []).map(wordsOf)].filter(Boolean).join("\n\n");
}
