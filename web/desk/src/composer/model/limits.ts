import type { Block, BlockOf } from "../../api/types.ts";

/** What the server takes; it refuses more. */
export const MostBlocks = 200;
export const MostBytes = 256 * 1024;
export const MostNesting = 4;
/** The longest text of one field, in characters. */
export const MostCharacters = 20_000;

export type OverLimit =
  | { limit: "blocks"; count: number }
  | { limit: "bytes"; count: number }
  | { limit: "nesting"; block: string | null }
  | { limit: "characters"; count: number; block: string | null };

/** Which limits these blocks are over; the host says it in a sentence and keeps every word. */
export function overLimits(blocks: readonly Block[]): OverLimit[] {
  const over: OverLimit[] = [];
  if (blocks.length > MostBlocks) over.push({ limit: "blocks", count: blocks.length });
  for (const block of blocks) {
    if (block.kind === "list" && depthOf(block.items) > MostNesting) over.push({ limit: "nesting", block: block.id ?? null });
    const count = longestText(block);
    if (count > MostCharacters) over.push({ limit: "characters", count, block: block.id ?? null });
  }
  // A character takes one to three bytes, so most posts need not be measured.
  const text = JSON.stringify(blocks);
  if (text.length > MostBytes / 3) {
    const count = new TextEncoder().encode(text).length;
    if (count > MostBytes) over.push({ limit: "bytes", count });
  }
  return over;
}

export function depthOf(items: BlockOf<"list">["items"]): number {
  let deepest = 0;
  for (const item of items ?? []) deepest = Math.max(deepest, depthOf(item.items));
  return items?.length ? deepest + 1 : 0;
}

/** The longest run of runs anywhere in a block. */
function longestText(value: unknown): number {
  if (Array.isArray(value)) {
    const isText = value.length > 0 && value.every((run) => typeof run === "object" && run !== null && typeof run.text === "string" && !("votes" in run));
    if (isText) return value.reduce((sum: number, run: { text: string }) => sum + run.text.length, 0);
    return value.reduce((most: number, inner) => Math.max(most, longestText(inner)), 0);
  }
  return typeof value === "object" && value !== null ? Object.values(value).reduce((most: number, inner) => Math.max(most, longestText(inner)), 0) : 0;
}
