import type { Block, BlockOf } from "../../api/types.ts";
import { isBlank } from "./richText.ts";

export type Owes = "alt" | "credit" | "source";
export interface Owed {
  owes: Owes;
  /** The block's id, and its place among the blocks. */
  block: string | null;
  at: number;
  /** Which of its items, in a gallery or a verification. */
  item?: number;
}

type Picture = BlockOf<"image"> | NonNullable<BlockOf<"gallery">["items"]>[number];

/** What readers are still owed: a picture's description and credit, and where words and numbers come from. Nothing here holds words back. */
export function owed(blocks: readonly Block[]): Owed[] {
  return blocks.flatMap((block, at) => {
    const where = { block: block.id ?? null, at };
    return owedBy(block).map(({ owes, item }) => ({ owes, ...where, ...(item === undefined ? {} : { item }) }));
  });
}

type Debt = { owes: Owes; item?: number };

export function owedBy(block: Block): Debt[] {
  switch (block.kind) {
    case "image": return ofPicture(block);
    case "gallery": return (block.items ?? []).flatMap((picture, item) => ofPicture(picture).map((debt) => ({ ...debt, item })));
    case "video":
    case "audio": return (block.media ?? block.url) && none(block.credit) && !("show" in block && !none(block.show)) ? [{ owes: "credit" }] : [];
    case "chart":
    case "table": return none(block.source) ? [{ owes: "source" }] : [];
    case "quote": return none(block.attribution) && none(block.source) && !isBlank(block.text) ? [{ owes: "source" }] : [];
    case "verification":
      return (block.items ?? []).flatMap((checked, item) => (none(checked.source) && none(checked.sourceUrl) && !none(checked.what) ? [{ owes: "source" as const, item }] : []));
    default: return [];
  }
}

// A described picture's words are its alt text; one that is only a caption so far owes it.
function ofPicture(picture: Picture): Debt[] {
  return [...(none(picture.alt) ? [{ owes: "alt" as const }] : []), ...(none(picture.credit) ? [{ owes: "credit" as const }] : [])];
}

const none = (text: string | null | undefined): boolean => text == null || text.trim() === "";
