import { expect, test } from "vitest";
import type { Block } from "../../api/types.ts";
import { fixtures } from "../testing/fixtures.ts";
import { owed } from "./owed.ts";

const owes = (block: Block): string[] => owed([block]).map((debt) => (debt.item === undefined ? debt.owes : `${debt.owes} ${debt.item}`));

test("a picture owes its alt text and credit until they are given", () => {
  expect(owes({ kind: "image", media: "7c1d" })).toEqual(["alt", "credit"]);
  expect(owes({ kind: "image", media: "7c1d", alt: " ", credit: "Own" })).toEqual(["alt"]);
  expect(owes({ kind: "image", media: "7c1d", alt: "A gate", credit: "Own" })).toEqual([]);
});

test("each picture of a gallery and each item of a verification is asked for its own", () => {
  expect(owes({ kind: "gallery", items: [{ alt: "A", credit: "B" }, { alt: "A" }] })).toEqual(["credit 1"]);
  expect(owes({ kind: "verification", items: [{ what: "A", source: "B", finding: "partly" }, { what: "C", finding: "partly" }] })).toEqual(["source 1"]);
});

test("numbers and quotations owe where they come from; a recording in hand owes whose it is", () => {
  expect(owes({ kind: "chart", type: "bar", title: "A", columns: [], rows: [] })).toEqual(["source"]);
  expect(owes({ kind: "quote", text: "Go now." })).toEqual(["source"]);
  expect(owes({ kind: "quote", text: "Go now.", attribution: "Ingrid Sallis" })).toEqual([]);
  expect(owes({ kind: "video", media: "51e0" })).toEqual(["credit"]);
  expect(owes({ kind: "audio", media: "51e0", show: "Slack Water" })).toEqual([]);
});

test("a debt says whose it is", () => {
  expect(owed([{ kind: "divider" }, { kind: "table", id: "t", columns: [], rows: [] }])).toEqual([{ owes: "source", block: "t", at: 1 }]);
});

test.each(fixtures.filter(([name]) => name.includes(".full.") && !/^(?:gallery|verification)/.test(name)))("%s owes nothing", (_name, block) => {
  expect(owed([block])).toEqual([]);
});
