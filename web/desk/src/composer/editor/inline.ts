import { Extension } from "@tiptap/core";
import { Fragment, Slice } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import type { Block } from "../../api/types.ts";
import { cleanPaste } from "../paste/cleanPaste.ts";
import { inlineOf } from "../model/richText.ts";
import type { Cell } from "../paste/spreadsheet.ts";

/** A text inside a form: one line or several paragraphs, and nothing but words comes in by the clipboard. */
export const InlineKeys = Extension.create<{ many: boolean; link(): void }>({
  name: "inlineKeys",
  priority: 200,
  addOptions: () => ({ many: false, link: () => undefined }),
  addKeyboardShortcuts() {
    const { many, link } = this.options;
    return {
      "Mod-k": () => { link(); return true; },
      Enter: () => !many,
      "Shift-Enter": () => (many ? this.editor.commands.splitBlock() : true),
    };
  },
  addProseMirrorPlugins() {
    const { many } = this.options;
    return [
      new Plugin({
        key: new PluginKey("inlinePasting"),
        props: {
          handleDOMEvents: {
            paste(view, event) {
              const html = event.clipboardData?.getData("text/html") ?? "";
              const pasted = html === "" ? null : cleanPaste(html);
              if (!pasted || !("blocks" in pasted)) return false;
              event.preventDefault();
              const { schema, tr } = view.state;
              const lines = pasted.blocks.flatMap(textsOf).map((text) => Fragment.fromJSON(schema, inlineOf(text)));
              const line = lines.reduce((all, next, i) => (i ? all.append(Fragment.from(schema.text(" "))) : all).append(next), Fragment.empty);
              view.dispatch(tr.replaceSelection(many ? Slice.maxOpen(Fragment.from(lines.map((words) => schema.nodes["paragraph"]!.create(null, words)))) : new Slice(line, 0, 0)).scrollIntoView());
              return true;
            },
          },
        },
      }),
    ];
  },
});

function textsOf(block: Block): NonNullable<Extract<Block, { kind: "paragraph" }>["text"]>[] {
  switch (block.kind) {
    case "paragraph":
    case "subheading":
    case "quote": return [block.text ?? []];
    case "list": return (block.items ?? []).map((item) => item.text ?? []);
    case "embed": return block.url ? [[{ text: block.url, href: block.url }]] : [];
    case "table": return ((block.rows ?? []) as Cell[][]).map((row) => row.map((cell) => cell ?? "").join(" "));
    default: return [];
  }
}
