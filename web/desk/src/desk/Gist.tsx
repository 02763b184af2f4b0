import type { Block } from "../api/types.ts";
import { wordsFor } from "../composer/words.ts";
import { excerpt, firstCard } from "../stream/posts.ts";
import { useLanguage } from "../words/words.tsx";

/** What a post says, in a line: its first words; where it has none, what it is (a chart, a poll) and what that is about. */
export function Gist({ blocks, most, otherwise = "" }: { blocks: readonly Block[]; most?: number; otherwise?: string }) {
  const words = excerpt({ blocks }, most);
  const card = words ? null : firstCard({ blocks });
  return card ? <Card {...card} /> : words || otherwise;
}

/** A card by the word for its kind, in the desk's language, and by what it is about, in the page's. */
export function Card({ kind, about }: { kind: Block["kind"]; about: string }) {
  const { language } = useLanguage();
  const words = wordsFor(language);
  return <><span className="meta" lang={language}>{words.kinds[kind] ?? words.unknownKind(kind)}</span>{about ? <> <bdi>{about}</bdi></> : null}</>;
}
