import fc from "fast-check";
import { getSchema } from "@tiptap/core";
import { expect, test } from "vitest";
import type { Block, BlockKind } from "../../api/types.ts";
import { anyBlocks } from "../testing/anyBlock.ts";
import { fixtures } from "../testing/fixtures.ts";
import { carded, flowing } from "./blocks.ts";
import { toBlocks, toDoc } from "./doc.ts";
import { nodes } from "../editor/nodes.ts";

const schema = getSchema(nodes);

test.each(fixtures)("%s comes back as it went in", (_name, block) => {
  expect(toBlocks(toDoc([block]))).toEqual([block]);
});

test("there are fixtures for every kind, so that the round trip is tried for each", () => {
  const tried = new Set(fixtures.map(([, block]) => block.kind));
  expect([...tried].sort()).toEqual(([...flowing, ...carded] satisfies BlockKind[]).sort());
});

test("a post that nobody touched goes back to the letter, whatever stands in it", () => {
  fc.assert(fc.property(anyBlocks, (blocks) => { expect(toBlocks(toDoc(blocks))).toEqual(blocks); }), { numRuns: 500 });
});

test("nor does the editor itself change a letter", () => {
  fc.assert(fc.property(anyBlocks, (blocks) => {
    const doc = schema.nodeFromJSON(toDoc(blocks));
    doc.check();
    expect(toBlocks(doc)).toEqual(blocks);
    expect(toBlocks(doc.toJSON())).toEqual(blocks);
  }), { numRuns: 500 });
});

test("a kind from a newer server is carried as it is", () => {
  const block = { kind: "hologram", id: "h1", beams: [1, { of: "light" }] } as unknown as Block;
  expect(toBlocks(toDoc([block]))).toEqual([block]);
});

test("a field from a newer server is kept when the words beside it change", () => {
  const doc = toDoc([{ kind: "paragraph", id: "p", text: "Old", mood: "calm" } as unknown as Block]);
  doc.content![0]!.content = [{ type: "text", text: "New" }];
  expect(toBlocks(doc)).toEqual([{ kind: "paragraph", id: "p", text: [{ text: "New" }], mood: "calm" }]);
});

test("a paragraph that is left empty is no block, and an empty post is one empty paragraph to write into", () => {
  expect(toDoc([])).toEqual({ type: "doc", content: [{ type: "paragraph" }] });
  expect(toBlocks(toDoc([]))).toEqual([]);
  expect(toBlocks({ type: "doc", content: [{ type: "paragraph", attrs: { id: "a" }, content: [{ type: "text", text: " " }] }] })).toEqual([]);
});

test("what did not change is the same value again, so that a keystroke costs one paragraph", () => {
  const before = schema.nodeFromJSON(toDoc([{ kind: "paragraph", id: "a", text: "One" }, { kind: "paragraph", id: "b", text: "Two" }]));
  const after = before.copy(before.content.replaceChild(1, schema.nodes["paragraph"]!.create({ id: "b" }, schema.text("Three"))));
  const [old, now] = [toBlocks(before), toBlocks(after)];
  expect(now[0]).toBe(old[0]);
  expect(now[1]).toEqual({ kind: "paragraph", id: "b", text: [{ text: "Three" }] });
});
