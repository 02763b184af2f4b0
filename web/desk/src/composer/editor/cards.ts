import type { Editor } from "@tiptap/core";

/** The cards on the page, so that keys pressed in the text can open one. */
export interface Cards {
  /** A card that opens its form as soon as it is there. */
  opening: string | null;
  open: Map<string, () => void>;
}

const all = new WeakMap<Editor, Cards>();

export function cardsOf(editor: Editor): Cards {
  let cards = all.get(editor);
  if (!cards) all.set(editor, (cards = { opening: null, open: new Map() }));
  return cards;
}
