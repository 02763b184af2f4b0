import type { Editor, Range } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { NodeSelection, TextSelection } from "@tiptap/pm/state";
import type { Block, BlockKind } from "../../api/types.ts";
import { blankOf, isCarded, newId } from "../model/blocks.ts";
import { nodeOf } from "../model/doc.ts";
import { cardsOf } from "./cards.ts";

/** Puts a block where the caret is, in place of an empty paragraph, else after the block it is in; a card opens its form. */
export function insertKind(editor: Editor, kind: BlockKind, over?: Range): void {
  // At once: the focus command waits for a frame, and would take the focus back from a form that has opened by then.
  editor.view.focus();
  if (over) editor.commands.deleteRange(over);
  switch (kind) {
    case "paragraph": editor.chain().clearNodes().run(); return;
    case "subheading":
    case "quote": editor.chain().clearNodes().setNode(kind).run(); return;
    case "list": editor.commands.toggleList("list", "item"); return;
    default: if (isCarded(kind)) insertBlock(editor, blankOf[kind](), kind !== "divider");
  }
}

export function insertBlock(editor: Editor, block: Block, open: boolean): string {
  const id = newId();
  const node = editor.schema.nodeFromJSON(nodeOf({ ...block, id }));
  const { state } = editor;
  const { $from } = state.selection;
  const at = $from.depth === 0 ? null : $from.node(1);
  const tr = state.tr;
  let position: number;
  if (at && at.type.name === "paragraph" && at.content.size === 0) {
    position = $from.before(1);
    tr.replaceWith(position, $from.after(1), node);
  } else {
    position = at ? $from.after(1) : state.selection.to;
    tr.insert(position, node);
  }
  if (open) cardsOf(editor).opening = id;
  const after = position + node.nodeSize;
  // There is always a line to go on writing in.
  if (after === tr.doc.content.size) tr.insert(after, editor.schema.nodes["paragraph"]!.create());
  tr.setSelection(open ? NodeSelection.create(tr.doc, position) : TextSelection.near(tr.doc.resolve(after)));
  editor.view.dispatch(tr.scrollIntoView());
  return id;
}

/** Where the block with this name stands now, or null when it is gone. */
export function find(editor: Editor, id: string): { position: number; node: Node } | null {
  let found: { position: number; node: Node } | null = null;
  editor.state.doc.forEach((node, position) => {
    if (node.attrs["id"] === id) found = { position, node };
  });
  return found;
}

/** Changes a card wherever it stands by now: a file may arrive long after it was chosen. */
export function changeCard(editor: Editor, id: string, change: (block: Block) => Block): void {
  const found = find(editor, id);
  if (found) editor.view.dispatch(editor.state.tr.setNodeAttribute(found.position, "block", change(found.node.attrs["block"] as Block)));
}
