import { expect, test } from "vitest";
import type { Block } from "../../api/types.ts";
import { MostBlocks, MostBytes, MostCharacters, overLimits } from "./limits.ts";

const p = (text: string): Block => ({ kind: "paragraph", text: [{ text }] });

test("200 blocks are taken, one more is too many", () => {
  const many = (n: number): Block[] => Array.from({ length: n }, () => p("Gate 4."));
  expect(overLimits(many(MostBlocks))).toEqual([]);
  expect(overLimits(many(MostBlocks + 1))).toEqual([{ limit: "blocks", count: MostBlocks + 1 }]);
});

test("size counts bytes, as the server does: Arabic takes two a letter", () => {
  const letters = (letter: string, each: number): Block[] => Array.from({ length: 20 }, () => p(letter.repeat(each)));
  expect(overLimits(letters("a", 10_000))).toEqual([]);
  expect(overLimits(letters("م", 10_000))).toMatchObject([{ limit: "bytes" }]);
  expect(overLimits(letters("م", 10_000))[0]).toHaveProperty("count", expect.toSatisfy((count: number) => count > MostBytes));
});

test("lists stand four deep, and no deeper", () => {
  type Items = NonNullable<Extract<Block, { kind: "list" }>["items"]>;
  const deep = (n: number): Items => [{ text: "A", ...(n > 1 ? { items: deep(n - 1) } : {}) }];
  expect(overLimits([{ kind: "list", ordered: false, items: deep(4) }])).toEqual([]);
  expect(overLimits([{ kind: "list", id: "l", ordered: false, items: deep(5) }])).toEqual([{ limit: "nesting", block: "l" }]);
});

test("one text holds 20,000 characters, in a caption as in a paragraph", () => {
  expect(overLimits([p("a".repeat(MostCharacters))])).toEqual([]);
  const caption = [{ text: "a".repeat(MostCharacters) }, { text: "b" }];
  expect(overLimits([{ kind: "image", id: "i", caption }])).toEqual([{ limit: "characters", count: MostCharacters + 1, block: "i" }]);
});
