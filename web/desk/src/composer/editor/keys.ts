import { Extension, InputRule, textblockTypeInputRule, type Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { NodeSelection, TextSelection } from "@tiptap/pm/state";
import { MostNesting } from "../model/limits.ts";
import { cardsOf } from "./cards.ts";
import { insertBlock } from "./insert.ts";

interface Keys {
  say(what: "nestingFull"): void;
  link(): void;
}

/** What keys do beyond typing. */
export const Keys = Extension.create<Keys>({
  name: "keys",
  priority: 200,
  addOptions: () => ({ say: () => undefined, link: () => undefined }),

  addKeyboardShortcuts() {
    const { editor, options } = this;
    return {
      "Mod-k": () => { options.link(); return true; },
      "Mod-Alt-2": () => editor.commands.toggleNode("subheading", "paragraph"),
      "Mod-Shift-8": () => toggleList(editor, false),
      "Mod-Shift-7": () => toggleList(editor, true),
      "Mod-Shift-9": () => editor.commands.toggleNode("quote", "paragraph"),
      // A post has no line breaks within a block.
      "Shift-Enter": () => editor.commands.keyboardShortcut("Enter"),
      "Alt-ArrowUp": () => moveBlock(editor, -1),
      "Alt-ArrowDown": () => moveBlock(editor, 1),
      Enter: () => openSelected(editor) || lineAbove(editor) || (editor.isActive("item") && (editor.commands.splitListItem("item") || editor.commands.liftListItem("item"))),
      Tab: () => {
        if (!editor.isActive("item")) return false;
        if (depth(editor) < MostNesting) return editor.commands.sinkListItem("item");
        options.say("nestingFull");
        return true;
      },
      "Shift-Tab": () => editor.isActive("item") && editor.commands.liftListItem("item"),
      Backspace: () => {
        const { empty, $from } = editor.state.selection;
        return empty && $from.parentOffset === 0 && $from.depth > 1 && $from.node(-1).type.name === "item" && $from.index(-1) === 0 && editor.commands.liftListItem("item");
      },
    };
  },

  addInputRules() {
    const { editor } = this;
    const { subheading, quote } = editor.schema.nodes;
    const list = (find: RegExp, ordered: boolean): InputRule =>
      new InputRule({
        find,
        handler: ({ range, chain }) => {
          if (!inParagraph(editor)) return null;
          chain().deleteRange(range).wrapInList("list", { ordered }).run();
          return;
        },
      });
    return [
      textblockTypeInputRule({ find: /^#{1,3}\s$/, type: subheading! }),
      textblockTypeInputRule({ find: /^>\s$/, type: quote! }),
      list(/^[-*•]\s$/, false),
      list(/^1[.)]\s$/, true),
      new InputRule({
        find: /^(?:---|—-)$/,
        handler: ({ range, chain }) => {
          if (!inParagraph(editor)) return null;
          chain().deleteRange(range).command(() => { queueMicrotask(() => insertBlock(editor, { kind: "divider" }, false)); return true; }).run();
          return;
        },
      }),
    ];
  },
});

export function toggleList(editor: Editor, ordered: boolean): boolean {
  const { $from } = editor.state.selection;
  const list = $from.depth > 0 ? $from.node(1) : null;
  if (list?.type.name !== "list" || list.attrs["ordered"] === ordered) return editor.commands.toggleList("list", "item", false, { ordered });
  return editor.commands.command(({ tr, dispatch }) => {
    dispatch?.(tr.setNodeAttribute($from.before(1), "ordered", ordered));
    return true;
  });
}

const inParagraph = (editor: Editor): boolean => {
  const { $from } = editor.state.selection;
  return $from.depth === 1 && $from.parent.type.name === "paragraph";
};

function depth(editor: Editor): number {
  const { $from } = editor.state.selection;
  let lists = 0;
  for (let d = 1; d <= $from.depth; d++) if ($from.node(d).type.name === "list") lists++;
  // An item takes what is nested in it along.
  return lists + deepest($from.node(-1)) - 1;
}

function deepest(node: Node): number {
  let most = 0;
  node.forEach((child) => { most = Math.max(most, deepest(child)); });
  return most + (node.type.name === "item" ? 1 : 0);
}

// Enter before the first letter opens a line above; the words keep their block's name, which a split would give to the empty line.
function lineAbove(editor: Editor): boolean {
  const { selection: { empty, $from }, tr, schema } = editor.state;
  if (!empty || $from.depth !== 1 || $from.parentOffset !== 0 || $from.parent.content.size === 0) return false;
  editor.view.dispatch(tr.insert($from.before(1), schema.nodes["paragraph"]!.create()).scrollIntoView());
  return true;
}

function openSelected(editor: Editor): boolean {
  const { selection } = editor.state;
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== "card") return false;
  const open = cardsOf(editor).open.get(selection.node.attrs["id"] as string);
  open?.();
  return open !== undefined;
}

/** Moves the block with the caret past its neighbour, names and all. */
export function moveBlock(editor: Editor, by: -1 | 1, at = editor.state.selection.$from.depth === 0 ? editor.state.selection.from : editor.state.selection.$from.before(1)): boolean {
  const { doc, tr, selection } = editor.state;
  const index = doc.resolve(at).index(0);
  const block = doc.child(index);
  const other = index + by;
  if (other < 0 || other >= doc.childCount) return true;
  const to = by < 0 ? at - doc.child(other).nodeSize : at + doc.child(other).nodeSize;
  tr.delete(at, at + block.nodeSize).insert(to, block);
  const within = selection.from >= at && selection.to <= at + block.nodeSize;
  if (within) tr.setSelection(selection instanceof NodeSelection && selection.from === at ? NodeSelection.create(tr.doc, to) : TextSelection.create(tr.doc, selection.anchor + to - at, selection.head + to - at));
  editor.view.dispatch(tr.scrollIntoView());
  return true;
}
