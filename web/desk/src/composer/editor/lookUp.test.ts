import { expect, test } from "vitest";
import type { Block } from "../../api/types.ts";
import { filled } from "./lookUp.ts";

const found: Block = { kind: "embed", url: "https://youtu.be/aB3_dEf-9hI", provider: "YouTube", author: "Carren Barrier", title: "The gates close" };

test("what was found fills what says nothing, and what the writer typed stays", () => {
  const block: Block = { kind: "embed", id: "a", url: "https://youtu.be/aB3_dEf-9hI", author: "The barrier’s own channel", title: "" };
  expect(filled(block, { block: found })).toEqual({ ...found, id: "a", author: "The barrier’s own channel" });
});

test("an answer that comes when the card has become another changes nothing", () => {
  const other: Block = { kind: "embed", id: "a", url: "https://youtu.be/zzzzzzzzzzz" };
  expect(filled(other, { block: found })).toBe(other);
  const card: Block = { kind: "linkCard", id: "a", url: "https://youtu.be/aB3_dEf-9hI" };
  expect(filled(card, { block: found })).toBe(card);
});

test("an address that the server wrote out in full is the same", () => {
  expect(filled({ kind: "linkCard", url: "https://news.example" } as Block, { block: { kind: "linkCard", url: "https://news.example/", title: "News" } })).toEqual({ kind: "linkCard", url: "https://news.example", title: "News" });
});
