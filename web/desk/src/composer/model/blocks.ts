import type { Block, BlockKind } from "../../api/types.ts";

/** Kinds whose words stand in the flow; every other kind is a card with a form. */
export const flowing = ["paragraph", "subheading", "list", "quote"] as const satisfies readonly BlockKind[];

/** Kinds that are cards. */
export const carded = [
  "image", "gallery", "video", "audio", "chart", "table", "embed", "linkCard", "verification",
  "map", "document", "poll", "scoreboard", "timeline", "qa", "divider",
] as const satisfies readonly BlockKind[];

export type Flowing = (typeof flowing)[number];
export type Carded = (typeof carded)[number];

// Fails to compile when the API has a kind that is neither.
type Missing = Exclude<BlockKind, Flowing | Carded>;
const everyKind: [Missing] extends [never] ? true : Missing = true;
void everyKind;

export const flows = <B extends { kind: string }>(block: B): block is Extract<B, { kind: Flowing }> => (flowing as readonly string[]).includes(block.kind);
export const isCarded = (kind: string): kind is Carded => (carded as readonly string[]).includes(kind);

/** A block's own name within its post: 12 characters of 32, so that two people do not choose the same. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => "0123456789abcdefghjkmnpqrstvwxyz"[byte & 31]).join("");
}

export const blankOf: Record<Carded, () => Block> = {
  image: () => ({ kind: "image" }),
  gallery: () => ({ kind: "gallery", items: [{}] }),
  video: () => ({ kind: "video" }),
  audio: () => ({ kind: "audio" }),
  chart: () => ({ kind: "chart", type: "bar", columns: ["", ""], rows: [["", null]] }),
  table: () => ({ kind: "table", columns: ["", ""], rows: [["", ""]] }),
  embed: () => ({ kind: "embed" }),
  linkCard: () => ({ kind: "linkCard" }),
  verification: () => ({ kind: "verification", items: [{ finding: "unconfirmed" }] }),
  map: () => ({ kind: "map", places: [{}] }),
  document: () => ({ kind: "document" }),
  poll: () => ({ kind: "poll", options: [{}, {}], closed: false }),
  scoreboard: () => ({ kind: "scoreboard", sides: [{}, {}] }),
  timeline: () => ({ kind: "timeline", entries: [{}] }),
  qa: () => ({ kind: "qa", items: [{}] }),
  divider: () => ({ kind: "divider" }),
};
