import { expect, test } from "vitest";
import { lift, moved, reworded, wordCount } from "./summary.ts";

test("a headline that is lifted twice stands once, on top", () => expect(lift(["One", "Two"], "Two")).toEqual(["Two", "One"]));

test("a point moves and the others keep their order", () => expect(moved(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]));

test("a point whose words stay keeps its links", () => {
  const linked = [{ text: "Talks", href: "https://a.example" }];
  expect(reworded([linked], 0, "Talks")[0]).toBe(linked);
  expect(reworded([linked], 0, "Talks begin")[0]).toBe("Talks begin");
});

test("words are counted across runs", () => expect(wordCount([{ text: "Talks " }, { text: "begin now", marks: ["strong"] }])).toBe(3));
