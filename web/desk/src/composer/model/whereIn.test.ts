import { expect, test } from "vitest";
import type { Block } from "../../api/types.ts";
import { wordsFor } from "../words.ts";
import { whereIn } from "./whereIn.ts";

const blocks = [{ kind: "paragraph", id: "a", text: [{ text: "One" }] }, { kind: "map", id: "b", places: [{}, {}] }, { kind: "chart", id: "c" }] as Block[];

test("what is wrong is said to be in the card and the thing in it that a writer sees", () => {
  expect(whereIn("blocks[1].places[1].name", blocks, wordsFor("en"))).toBe("Map, Place 2");
  expect(whereIn("blocks[2].rows[2][1]", blocks, wordsFor("en"))).toBe("Chart");
  expect(whereIn("blocks[1].places[0].name", blocks, wordsFor("ar"))).toBe(`${wordsFor("ar").kinds.map}، ${wordsFor("ar").itemOf.map} 1`);
});

test("what was left empty and is not sent counts on the screen all the same", () => {
  const poll = [{ kind: "poll", id: "p", options: [{}, { text: "Yes" }, {}, { votes: 4 }] }] as Block[];
  expect(whereIn("blocks[0].options[1].text", poll, wordsFor("en"))).toBe(`Poll, ${wordsFor("en").itemOf.poll} 4`);
});

test("what is in no card, or in one that is gone, has no place", () => {
  expect(["headline", "blocks", "blocks[7].text"].map((path) => whereIn(path, blocks, wordsFor("en")))).toEqual(["", "", ""]);
});
