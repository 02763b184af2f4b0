import { getSchema } from "@tiptap/core";
import { Transform } from "@tiptap/pm/transform";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Block } from "../../api/types.ts";
import { toBlocks, toDoc } from "../model/doc.ts";
import { same } from "../model/merge.ts";
import { anyBlocks } from "../testing/anyBlock.ts";
import { nodes } from "./nodes.ts";
import { replaceBlocks } from "./takeOver.ts";

const schema = getSchema(nodes);
const taken = (before: readonly Block[], after: readonly Block[]): Transform => {
  const transform = new Transform(schema.nodeFromJSON(toDoc(before)));
  replaceBlocks(transform, after);
  transform.doc.check();
  return transform;
};

test("whatever stood there, afterwards it is the blocks given", () => {
  fc.assert(fc.property(anyBlocks, anyBlocks, (before, after) => { expect(same(toBlocks(taken(before, after).doc), after)).toBe(true); }), { numRuns: 500 });
});

test("blocks that did not change are not touched, so that a caret in them stays", () => {
  const p = (id: string, text: string): Block => ({ kind: "paragraph", id, text });
  const { doc, mapping } = taken([p("a", "One"), p("b", "Two"), p("c", "Three")], [p("n", "New"), p("b", "Two"), p("c", "Three!")]);
  // In "Two", which begins after "One" (5) and its own start (1).
  const caret = mapping.map(5 + 1 + 2);
  expect(doc.resolve(caret).parent.textContent).toBe("Two");
  expect(doc.resolve(caret).parentOffset).toBe(2);
});
