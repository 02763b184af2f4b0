import type { Block, BlockOf } from "../../api/types.ts";
import { forms } from "../cards/forms.ts";
import { isCarded } from "./blocks.ts";
import { same } from "./merge.ts";

type ListItem = NonNullable<BlockOf<"list">["items"]>[number];
type Item = Record<string, unknown>;

/** The blocks as they are sent: without the things in a card or a list that somebody added and left empty. Those stay on the screen, to be written in. */
export const written = (blocks: readonly Block[]): Block[] => blocks.map(asWritten);

/** One of them; the same value when nothing in it was left empty. */
export function asWritten(block: Block): Block {
  if (block.kind === "list") return withOnly(block, "items", block.items, listed(block.items ?? []));
  if (!isCarded(block.kind)) return block;
  const { items, grid } = forms[block.kind];
  const values = block as unknown as Record<string, unknown[] | null | undefined>;
  if (items) {
    const blank = items.blank();
    return withOnly(block, items.name, values[items.name], (values[items.name] ?? []).filter((item) => !isEmpty(item as Item, blank)));
  }
  // A row that stands empty between others may be there to set them apart.
  if (grid) return withOnly(block, "rows", values["rows"], (values["rows"] ?? []).slice(0, 1 + (values["rows"] ?? []).findLastIndex((row) => !saysNothing(row))));
  return block;
}

/** Which item of a card on the screen is the one at this place among those that were sent. */
export function placeOnScreen(block: Block, sent: number): number {
  const items = isCarded(block.kind) ? forms[block.kind].items : undefined;
  if (!items) return sent;
  const blank = items.blank();
  const all = ((block as unknown as Record<string, Item[] | null | undefined>)[items.name] ?? []).map((item, at) => ({ item, at }));
  return all.filter(({ item }) => !isEmpty(item, blank))[sent]?.at ?? sent;
}

/** Whether an item is as it was added, or says no more than that. */
export const isEmpty = (item: object, blank: object = {}): boolean =>
  Object.entries(item).every(([name, value]) => saysNothing(value) || same(value, (blank as Item)[name]));

// Cells, words and paragraphs: none, blank, or runs of blank text. A number says something, also when it is 0.
function saysNothing(value: unknown): boolean {
  if (value == null) return true;
  if (typeof value === "string") return value.trim() === "";
  return Array.isArray(value) && value.every((each) => saysNothing(isRun(each) ? each.text : each));
}

const isRun = (value: unknown): value is { text: unknown } => typeof value === "object" && value !== null && "text" in value;

function listed(items: readonly ListItem[]): readonly ListItem[] {
  const next = items.flatMap((item) => {
    const { items: inner, ...rest } = item;
    const left = listed(inner ?? []);
    if (left.length > 0) return [left === inner ? item : { ...item, items: left as ListItem[] }];
    return isEmpty(rest) ? [] : [inner?.length ? (rest as ListItem) : item];
  });
  return next.length === items.length && next.every((item, i) => item === items[i]) ? items : next;
}

const withOnly = (block: Block, name: string, all: readonly unknown[] | null | undefined, left: readonly unknown[]): Block =>
  all == null || left.length === all.length && left.every((each, i) => each === all[i]) ? block : ({ ...block, [name]: left } as unknown as Block);
