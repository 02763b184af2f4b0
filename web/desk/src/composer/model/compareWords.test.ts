import fc from "fast-check";
import { expect, test } from "vitest";
import { fixtures } from "../testing/fixtures.ts";
import { compareWords, wordsOf } from "./compareWords.ts";

test("a changed word is shown as such, and the rest is kept", () => {
  expect(compareWords("Nine of ten gates are shut.", "All ten gates are shut.")).toEqual([
    { change: "removed", text: "Nine of " },
    { change: "added", text: "All " },
    { change: "kept", text: "ten gates are shut." },
  ]);
});

test("Arabic is compared by words too", () => {
  expect(compareWords("أُغلقت تسع بوابات", "أُغلقت عشر بوابات", "ar")).toEqual([
    { change: "kept", text: "أُغلقت " },
    { change: "removed", text: "تسع" },
    { change: "added", text: "عشر" },
    { change: "kept", text: " بوابات" },
  ]);
});

test("no character of either version is lost", () => {
  fc.assert(fc.property(fc.lorem({ maxCount: 30 }), fc.lorem({ maxCount: 30 }), (a, b) => {
    const words = compareWords(a, b);
    expect(words.filter(({ change }) => change !== "added").map(({ text }) => text).join("")).toBe(a);
    expect(words.filter(({ change }) => change !== "removed").map(({ text }) => text).join("")).toBe(b);
  }));
});

test("texts that have nothing in common are rewritten, and said so in good time", () => {
  const many = (word: string): string => Array.from({ length: 6_000 }, (_, i) => `${word}${i}`).join("-");
  expect(compareWords(many("a"), many("b")).map(({ change }) => change)).toEqual(["removed", "added"]);
});

test.each(fixtures.filter(([name]) => name.includes("full") && !name.startsWith("divider")))("the words of %s can be compared", (_name, block) => {
  const words = wordsOf(block);
  expect(words).not.toBe("");
  expect(words).not.toContain("[object");
});

test("a row of a table is a line", () => {
  expect(wordsOf({ kind: "table", columns: ["Gauge", "Record"], rows: [["River mouth", 4.87], ["Great Pell", null]] })).toBe("Gauge\tRecord\nRiver mouth\t4.87\nGreat Pell\t");
});
