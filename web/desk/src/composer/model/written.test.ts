import fc from "fast-check";
import { expect, test } from "vitest";
import type { Block } from "../../api/types.ts";
import { forms } from "../cards/forms.ts";
import { anyBlocks } from "../testing/anyBlock.ts";
import { fixtures } from "../testing/fixtures.ts";
import { blankOf, carded, isCarded } from "./blocks.ts";
import { written } from "./written.ts";

const block = (value: object): Block => value as Block;

test("a thing that was added to a card and left empty is not sent, whatever card it is", () => {
  const listed = fixtures.filter(([, { kind }]) => isCarded(kind) && forms[kind].items);
  expect(new Set(listed.map(([, { kind }]) => kind)).size).toBe(carded.filter((kind) => forms[kind].items).length);
  for (const [, full] of listed) {
    const { name, blank } = forms[full.kind as "poll"].items!;
    const had = (full as unknown as Record<string, object[] | undefined>)[name] ?? [];
    expect(written([block({ ...full, [name]: [blank(), ...had, blank(), blank()] })])).toEqual([block({ ...full, [name]: had })]);
  }
});

test("what was typed and taken out again is as empty as what was never typed", () => {
  expect(written([block({ kind: "poll", options: [{ text: "Yes" }, { text: " " }, { text: null }] })])).toEqual([{ kind: "poll", options: [{ text: "Yes" }] }]);
  expect(written([block({ kind: "qa", items: [{ asked: [{ text: " " }], answer: [[{ text: "" }], []] }] })])).toEqual([{ kind: "qa", items: [] }]);
});

test("a half-filled one is sent, so that the server can say what it lacks", () => {
  const half = [
    { kind: "poll", options: [{ votes: 0 }] },
    { kind: "gallery", items: [{ focalPoint: { x: 0.5, y: 0.5 } }, { creditKind: "own" }, { lapsed: true }] },
    { kind: "verification", items: [{ finding: "confirmed" }] },
    { kind: "map", places: [{ latitude: 0 }] },
    { kind: "timeline", entries: [{ when: "14:05" }, { text: [{ text: "The gates open" }] }] },
  ].map(block);
  expect(written(half)).toEqual(half);
});

test("rows left empty at the end of a table or a chart are not sent; one between others may be meant", () => {
  expect(written([block({ kind: "table", columns: ["Gate", "Shut"], rows: [["A", "14:05"], ["", null], ["B", 0], ["", null], [" ", null]] })])).toEqual([block({ kind: "table", columns: ["Gate", "Shut"], rows: [["A", "14:05"], ["", null], ["B", 0]] })]);
  expect(written([blankOf.chart()])).toEqual([{ kind: "chart", type: "bar", columns: ["", ""], rows: [] }]);
});

test("an item of a list that says nothing is not sent, nor a list in it that says nothing; one over items that say something is", () => {
  const text = [{ text: "One" }];
  expect(written([block({ kind: "list", items: [{ text }, { text: [], items: [{ text: [{ text: " " }] }] }, { text, items: [{ text: [] }] }] })])).toEqual([{ kind: "list", items: [{ text }, { text }] }]);
  const over = [block({ kind: "list", items: [{ text: [], items: [{ text }] }] })];
  expect(written(over)).toEqual(over);
});

test("what nobody left empty is the same value again, to the letter", () => {
  for (const [, full] of fixtures.filter(([name]) => name.includes("full"))) expect(written([full])[0]).toBe(full);
  fc.assert(fc.property(anyBlocks, (blocks) => {
    const once = written(blocks);
    expect(once.map(({ kind, id }) => [kind, id])).toEqual(blocks.map(({ kind, id }) => [kind, id]));
    for (const [i, each] of written(once).entries()) expect(each).toBe(once[i]);
  }));
});
