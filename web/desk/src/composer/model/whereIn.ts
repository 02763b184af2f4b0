import type { Block } from "../../api/types.ts";
import type { Words } from "../words.ts";
import { placeOnScreen } from "./written.ts";

/** Where in a text a path of the API leads, as the cards name it: "Map, Place 2". Nothing for what is in no card. */
export function whereIn(path: string, blocks: readonly Block[], words: Words): string {
  const [, block, item] = /^blocks\[(\d+)\](?:\.(?:items|places|options|sides|entries)\[(\d+)\])?/.exec(path) ?? [];
  const held = block === undefined ? undefined : blocks[Number(block)];
  if (!held || !words.kinds[held.kind]) return "";
  const { kind } = held;
  const of = words.itemOf[kind];
  return item === undefined || !of ? words.kinds[kind] : `${words.kinds[kind]}${words.comma}${words.item(of, placeOnScreen(held, Number(item)) + 1)}`;
}
