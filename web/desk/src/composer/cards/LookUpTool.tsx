import { useEffect, useRef, useState } from "react";
import type { Block } from "../../api/types.ts";
import { useSurroundings } from "../context.ts";
import { filled, sentenceOf } from "../editor/lookUp.ts";

/** Fills an embed or a link card in from the page it leads to. What the writer has typed stays. */
export function LookUpTool({ block, onChange }: { block: Block & { url?: string | null }; onChange(block: Block): void }) {
  const { words, lookUp } = useSurroundings();
  const [said, setSaid] = useState("");
  const [asking, setAsking] = useState(false);
  // The page answers later; by then there may be more in the form.
  const now = useRef(block);
  useEffect(() => { now.current = block; });
  if (!lookUp) return null;

  async function fetch(url: string): Promise<void> {
    setAsking(true);
    setSaid(words.lookUp.fetching);
    try {
      const found = await lookUp!(url, block.kind === "linkCard" ? "card" : undefined);
      // A site that is not on the list is known as a card alone; an embed of it takes the words.
      onChange(filled(now.current, block.kind === "embed" && found.block.kind === "linkCard" ? asEmbed(found.block) : found));
      setSaid(found.missing ?? words.lookUp.fetched);
    } catch (failure) {
      setSaid(sentenceOf(failure, words.lookUp.failed));
    } finally {
      setAsking(false);
    }
  }

  return (
    <div className="look-up">
      <button type="button" disabled={asking || !block.url} onClick={() => void fetch(block.url!)}>{words.lookUp.fetch}</button>
      <span className="field-note" role="status">{said}</span>
    </div>
  );
}

function asEmbed({ url, title, description, site, media }: Extract<Block, { kind: "linkCard" }>): { block: Block } {
  return { block: { kind: "embed", url, title, ...(description ? { text: [{ text: description }] } : {}), provider: site, media } as Block };
}
