import { expect, test } from "vitest";
import { lift, moved, reworded, summaryAge, wordCount } from "./summary.ts";

test("a headline that is lifted twice stands once, on top", () => expect(lift(["One", "Two"], "Two")).toEqual(["Two", "One"]));

test("a point moves and the others keep their order", () => expect(moved(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]));

test("a point whose words stay keeps its links", () => {
  const linked = [{ text: "Talks", href: "https://a.example" }];
  expect(reworded([linked], 0, "Talks")[0]).toBe(linked);
  expect(reworded([linked], 0, "Talks begin")[0]).toBe("Talks begin");
});

test("words are counted across runs", () => expect(wordCount([{ text: "Talks " }, { text: "begin now", marks: ["strong"] }])).toBe(3));

test("the age of a summary is counted on live pages alone", () => {
  const page = { status: "live" as const, summary: ["Talks begin"], summaryUpdatedAt: "2026-11-24T10:00:00Z" };
  const now = new Date("2026-11-24T10:46:30Z");
  expect(summaryAge(page, now)).toBe(46);
  expect(summaryAge({ ...page, status: "closed" }, now)).toBeNull();
  expect(summaryAge({ ...page, summary: [] }, now)).toBeNull();
});
