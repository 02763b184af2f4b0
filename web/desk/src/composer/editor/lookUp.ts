import type { Editor } from "@tiptap/core";
import type { Block } from "../../api/types.ts";
import type { LookedUp, Surroundings } from "../context.ts";
import { changeCard, find } from "./insert.ts";

/** An embed that was pasted: its card stands at once, and what its site tells is filled in when it is there. */
export async function takeLookUp(editor: Editor, id: string, { lookUp, say, words }: Surroundings): Promise<void> {
  const url = (find(editor, id)?.node.attrs["block"] as { url?: string } | undefined)?.url;
  if (!lookUp || !url) return;
  say(words.lookUp.fetching);
  const sentence = await lookUp(url).then((found) => {
    if (!editor.isDestroyed) changeCard(editor, id, (block) => filled(block, found));
    return found.missing ?? words.lookUp.fetched;
  }, (failure: unknown) => sentenceOf(failure, words.lookUp.failed));
  if (!editor.isDestroyed) say(sentence);
}

/** The block with what was found where it says nothing itself: what the writer has typed stays, and so does one that has become another. */
export function filled<B extends Block>(block: B, { block: found }: LookedUp): B {
  if (found.kind !== block.kind || ("url" in block && block.url && !sameAddress(block.url, (found as { url?: string | null }).url))) return block;
  const said = Object.fromEntries(Object.entries(block).filter(([, value]) => value != null && value !== "" && !(Array.isArray(value) && value.length === 0)));
  return { ...found, ...said } as B;
}

export const sentenceOf = (failure: unknown, otherwise: string): string => (failure instanceof Error && failure.message !== "" ? failure.message : otherwise);

// As the server writes it, an address may have gained its slash.
function sameAddress(one: string, other: string | null | undefined): boolean {
  return other != null && (one === other || (URL.canParse(one) && URL.canParse(other) && new URL(one).href === new URL(other).href));
}
