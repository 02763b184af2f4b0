import type { Content } from "../api/types.ts";
import { useWords } from "../words/words.tsx";
import { items, lacks } from "./lacks.ts";
import { useRules } from "./rules.ts";

/** What the newsroom asks for and this post does not have yet: said before it goes out. What only warns is read and passed by. */
export function Lacking({ content }: { content: Content }) {
  const w = useWords();
  const { checklist } = useRules();
  const found = lacks(content);
  const shown = items.map((item) => ({ item, ask: checklist[item], count: found.filter((lack) => lack.item === item).length })).filter(({ ask, count }) => ask !== "off" && count > 0);
  if (shown.length === 0) return null;
  return (
    <ul className="lacking" aria-label={w.rules.lacking}>
      {shown.map(({ item, ask, count }) => (
        <li key={item} className={ask === "must" ? "must" : ""}>{w.rules.lacks[item](count)}{ask !== "must" ? null : <b> {item === "alt" || item === "credit" ? w.rules.waits : w.rules.needed}</b>}</li>
      ))}
    </ul>
  );
}
