import { Extension, type Editor, type Range } from "@tiptap/core";
import { PluginKey } from "@tiptap/pm/state";
import { Suggestion, type SuggestionProps } from "@tiptap/suggestion";
import type { BlockKind } from "../../api/types.ts";
import { carded, flowing } from "../model/blocks.ts";
import type { Words } from "../words.ts";
import { insertKind } from "./insert.ts";

export interface Offer {
  kind: BlockKind;
  name: string;
}

export type Offers = Pick<SuggestionProps<Offer, Offer>, "items" | "command" | "mount">;

interface Slash {
  words: Words | null;
  show(offers: Offers | null): void;
  key(event: KeyboardEvent): boolean;
}

/** "/" and a word offer the blocks of that name. */
export const Slash = Extension.create<Slash>({
  name: "slash",
  addOptions: () => ({ words: null, show: () => undefined, key: () => false }),
  addProseMirrorPlugins() {
    const { words, show, key } = this.options;
    return [
      Suggestion<Offer, Offer>({
        editor: this.editor,
        pluginKey: new PluginKey("slash"),
        char: "/",
        allowSpaces: true,
        offset: { mainAxis: 4 },
        allow: ({ state, range }) => {
          const $at = state.doc.resolve(range.from);
          return $at.depth === 1 && $at.parent.type.name === "paragraph" && mayName(words!, state.doc.textBetween(range.from + 1, range.to));
        },
        items: ({ query }) => offersFor(words!, query),
        command: ({ editor, range, props }: { editor: Editor; range: Range; props: Offer }) => insertKind(editor, props.kind, range),
        render: () => ({
          onStart: show,
          onUpdate: show,
          onExit: () => show(null),
          onKeyDown: ({ event }) => key(event),
        }),
      }),
    ];
  },
});

/** False for what is a sentence with a stroke in it, and no longer the name of a block: names of two words have a space, but what follows it must be theirs. */
export const mayName = (words: Words, query: string): boolean => !/\s/.test(query) || (!/^\s/.test(query) && offersFor(words, query).length > 0);

/** The blocks whose name or key begins with, or else holds, what was typed. */
export function offersFor(words: Words, query: string): Offer[] {
  const typed = query.trim().toLocaleLowerCase();
  const offers = [...flowing, ...carded].map((kind) => ({ kind, name: words.kinds[kind] }));
  const place = ({ kind, name }: Offer): number => Math.min(...[name.toLocaleLowerCase(), kind.toLowerCase()].map((text) => {
    const at = text.indexOf(typed);
    return at < 0 ? 9 : at === 0 ? 0 : 1;
  }));
  return offers.filter((offer) => place(offer) < 9).sort((one, other) => place(one) - place(other));
}
