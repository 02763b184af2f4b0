import type { Editor } from "@tiptap/core";
import type { Transform } from "@tiptap/pm/transform";
import { diffArrays } from "diff";
import type { Block } from "../../api/types.ts";
import { nodeOf, read, toDoc } from "../model/doc.ts";
import { same } from "../model/merge.ts";

/**
 * Makes the text that of these blocks, touching only those that differ: a caret elsewhere stays, and so does a line just begun.
 * It is not the writer's to undo.
 */
export function takeOver(editor: Editor, blocks: readonly Block[]): void {
  const { tr } = editor.state;
  replaceBlocks(tr, blocks);
  if (tr.docChanged) editor.view.dispatch(tr.setMeta("addToHistory", false).setMeta("preventUpdate", true));
}

export function replaceBlocks(tr: Transform, blocks: readonly Block[]): void {
  const { type: { schema } } = tr.doc;
  if (blocks.length === 0) {
    tr.replaceWith(0, tr.doc.content.size, schema.nodeFromJSON(toDoc([])).content);
    return;
  }
  const standing: { block: Block; from: number; to: number }[] = [];
  tr.doc.forEach((node, from) => {
    const block = read(node);
    if (block) standing.push({ block, from, to: from + node.nodeSize });
  });

  const gone: { from: number; to: number }[] = [];
  let [end, passed] = [0, 0];
  for (const { added, removed, value, count } of diffArrays<Block>(standing.map(({ block }) => block), [...blocks], { comparator: same })) {
    if (added) {
      tr.insert(tr.mapping.map(end), value.map((block) => schema.nodeFromJSON(nodeOf(block))));
      continue;
    }
    if (removed) gone.push(...standing.slice(passed, passed + count));
    passed += count;
    end = standing[passed - 1]!.to;
  }
  // Last, because a text is never without a block.
  for (const { from, to } of gone) tr.delete(tr.mapping.map(from, 1), tr.mapping.map(to, -1));
}
