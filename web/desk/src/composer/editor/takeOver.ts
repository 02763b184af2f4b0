import type { Editor } from "@tiptap/core";
import type { Block } from "../../api/types.ts";
import { toDoc } from "../model/doc.ts";

/** Makes the text that of these blocks, changing only what differs, so that a caret elsewhere stays. Undo does not bring back what others wrote over. */
export function takeOver(editor: Editor, blocks: readonly Block[]): void {
  const { doc, tr, schema } = editor.state;
  const next = schema.nodeFromJSON(toDoc(blocks));
  const from = doc.content.findDiffStart(next.content);
  if (from === null) return;
  const end = doc.content.findDiffEnd(next.content)!;
  // What is alike at both ends may overlap.
  const overlap = Math.max(0, from - Math.min(end.a, end.b));
  const [start, $end] = [doc.resolve(from), doc.resolve(end.a + overlap)];
  // Whole blocks are replaced: their names and fields belong to them.
  const [first, last] = [start.index(0), $end.depth === 0 ? $end.index(0) : $end.indexAfter(0)];
  const kept = doc.childCount - last;
  const content = [];
  for (let i = first; i < next.childCount - kept; i++) content.push(next.child(i));
  const [a, b] = [start.posAtIndex(first, 0), start.posAtIndex(last, 0)];
  editor.view.dispatch(tr.replaceWith(a, b, content).setMeta("addToHistory", false).setMeta("preventUpdate", true));
}
