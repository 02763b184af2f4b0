import { useMemo, useState } from "react";
import type { Content, Post } from "../api/types.ts";
import { type Choice, type Conflict as Difference, merge, resolve, wordsOf, written } from "../composer/index.ts";
import { type Work, contentOf } from "../kept/work.ts";
import { whole } from "../desk/Compared.tsx";
import { useWords } from "../words/words.tsx";
import { type Part, partsInConflict, settled } from "./settling.ts";

/** Two versions of one post: what met is chosen one by one, with a key each; what did not meet is in already. */
export function Conflict({ work, theirs, language, onSettled }: { work: Work; theirs: Post; language: string; onSettled(content: Content): void }) {
  const w = useWords();
  const their = useMemo(() => contentOf(theirs), [theirs]);
  const merged = useMemo(() => merge(work.base?.blocks ?? [], written(work.content.blocks ?? []), their.blocks ?? []), [work, their]);
  const parts = useMemo(() => partsInConflict(work.base, work.content, their), [work, their]);
  const [fields, setFields] = useState<Partial<Record<Part, "mine" | "theirs">>>({});
  const [choices, setChoices] = useState<Record<number, Choice>>({});
  const open = parts.length - Object.keys(fields).length + merged.conflicts.length - Object.keys(choices).length;
  const goOn = () => {
    const blocks = merged.conflicts.reduce((all, conflict, at) => resolve(all, conflict, choices[at] ?? "mine"), merged.blocks);
    onSettled({ ...settled(work.base, work.content, their, fields), blocks });
  };
  const total = parts.length + merged.conflicts.length;
  return (
    <section className="conflict" aria-labelledby="conflict" lang={language}>
      <h2 id="conflict" tabIndex={-1} ref={(heading) => heading?.focus()}>{w.merge.title}</h2>
      <p>{total === 0 ? w.merge.merged : w.merge.lead}</p>
      {parts.map((part, at) => (
        <Choose key={part} name={`${w.merge.part(at + 1, total)}: ${part === "headline" ? w.merge.headline : w.merge.details}`} mine={wordsOfPart(work.content, part)} theirs={wordsOfPart(their, part)} chosen={fields[part]} both={false} onChoose={(choice) => choice !== "both" && setFields({ ...fields, [part]: choice })} />
      ))}
      {merged.conflicts.map((conflict, at) => (
        <Choose key={at} name={w.merge.part(parts.length + at + 1, total)} mine={wordsOfSide(conflict, "mine")} theirs={wordsOfSide(conflict, "theirs")} chosen={choices[at]} both={conflict.kind === "block" && conflict.mine !== null && conflict.theirs !== null} onChoose={(choice) => setChoices({ ...choices, [at]: choice })} />
      ))}
      <button type="button" className="main" disabled={open > 0} onClick={goOn}>{w.merge.goOn}</button>
    </section>
  );
}

const wordsOfSide = (conflict: Difference, side: "mine" | "theirs"): string | null => {
  if (conflict.kind === "order") return conflict[side].join(" · ");
  const block = conflict[side];
  return block && wordsOf(block);
};

const wordsOfPart = (content: Content, part: Part): string => (part === "headline" ? (content.headline ?? "") : whole({ ...content, headline: null, blocks: [] }) + (content.publishedAt ? ` · ${content.publishedAt}` : ""));

function Choose({ name, mine, theirs, chosen, both, onChoose }: { name: string; mine: string | null; theirs: string | null; chosen: Choice | undefined; both: boolean; onChoose(choice: Choice): void }) {
  const w = useWords();
  const offers: [Choice, string][] = [["mine", w.merge.mine], ["theirs", w.merge.theirs], ...(both ? ([["both", w.merge.both]] as [Choice, string][]) : [])];
  // M, T and B while the focus is in the difference.
  const byKey = (key: string) => ({ m: "mine", t: "theirs", ...(both ? { b: "both" } : {}) })[key.toLowerCase()] as Choice | undefined;
  return (
    <fieldset onKeyDown={(event) => { const choice = byKey(event.key); if (choice) { event.preventDefault(); event.stopPropagation(); onChoose(choice); } }}>
      <legend>{name}</legend>
      <div className="versions">
        <div><b>{w.merge.mine}</b><p dir="auto">{mine ?? <i>{w.merge.gone}</i>}</p></div>
        <div><b>{w.merge.theirs}</b><p dir="auto">{theirs ?? <i>{w.merge.gone}</i>}</p></div>
      </div>
      <div className="actions">
        {offers.map(([choice, words]) => <button key={choice} type="button" aria-pressed={chosen === choice} onClick={() => onChoose(choice)}>{words} <kbd aria-hidden="true">{choice[0]!.toUpperCase()}</kbd></button>)}
      </div>
    </fieldset>
  );
}
