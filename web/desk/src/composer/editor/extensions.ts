import { Extension, type Extensions } from "@tiptap/core";
import { Dropcursor, Gapcursor, Placeholder, UndoRedo } from "@tiptap/extensions";
import { ReactNodeViewRenderer } from "@tiptap/react";
import { CardView } from "../cards/CardView.tsx";
import { QuoteView } from "../cards/QuoteView.tsx";
import type { Words } from "../words.ts";
import { Ids } from "./ids.ts";
import { Keys } from "./keys.ts";
import { marks } from "./marks.ts";
import { Card, Quote, words as wordNodes } from "./nodes.ts";
import { Pasting, type PastedLinks, type PasteRefused } from "./pasting.ts";
import { Slash, type Offers } from "./slash.ts";

interface Body {
  words: Words;
  link(): void;
  show(offers: Offers | null): void;
  menuKey(event: KeyboardEvent): boolean;
  nestingFull(): void;
  refuse(why: PasteRefused): void;
  pasted(links: PastedLinks): void;
  files(files: File[]): void;
  byline(): boolean;
}

/** Everything the body of a post is made of. */
export function bodyExtensions({ words, link, show, menuKey, nestingFull, refuse, pasted, files, byline }: Body): Extensions {
  return [
    ...wordNodes,
    ...marks,
    Quote.extend({ addNodeView: () => ReactNodeViewRenderer(QuoteView, { stopEvent: ({ event }) => isIn(event, ".quote-fields") }) }),
    Card.extend({ addNodeView: () => ReactNodeViewRenderer(CardView, { stopEvent: ({ event }) => !/^drag|^drop/.test(event.type) && isIn(event, ".card-form, button") }) }),
    UndoRedo,
    Gapcursor,
    Dropcursor.configure({ class: "composer-drop", color: false }),
    Placeholder.configure({ placeholder: ({ pos, node, editor }) => (pos === 0 && node.type.name === "paragraph" && editor.state.doc.childCount === 1 ? words.placeholder : "") }),
    Ids,
    Keys.configure({ link, say: nestingFull }),
    Pasting.configure({ refuse, pasted, files }),
    Slash.configure({ words, show, key: menuKey }),
    Bylines.configure({ byline }),
  ];
}

/** "@" on an empty line leads to the bylines. */
const Bylines = Extension.create<{ byline(): boolean }>({
  name: "bylines",
  addOptions: () => ({ byline: () => false }),
  addKeyboardShortcuts() {
    return {
      "@": () => {
        const { $from, empty } = this.editor.state.selection;
        return empty && $from.depth === 1 && $from.parent.content.size === 0 && this.options.byline();
      },
    };
  },
});

function isIn(event: Event, selector: string): boolean {
  return event.target instanceof Element && event.target.closest(selector) !== null;
}
