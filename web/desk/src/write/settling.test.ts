import { expect, test } from "vitest";
import { partsInConflict, settled } from "./settling.ts";

const base = { headline: "Talks begin", bylines: [{ name: "Ana", kind: "person" as const }], blocks: [] };

test("what one side changed is taken without asking", () => {
  const mine = { ...base, headline: "Talks begin in Paris" };
  const theirs = { ...base, label: "analysis" };
  expect(partsInConflict(base, mine, theirs)).toEqual([]);
  expect(settled(base, mine, theirs, {})).toMatchObject({ headline: "Talks begin in Paris", label: "analysis" });
});

test("what both changed is asked, and the answer holds", () => {
  const [mine, theirs] = [{ ...base, headline: "Mine" }, { ...base, headline: "Theirs" }];
  expect(partsInConflict(base, mine, theirs)).toEqual(["headline"]);
  expect(settled(base, mine, theirs, { headline: "theirs" }).headline).toBe("Theirs");
  expect(settled(base, mine, theirs, { headline: "mine" }).headline).toBe("Mine");
});

test("what both changed in the same way is no question", () => {
  const both = { ...base, headline: "Talks end" };
  expect(partsInConflict(base, both, both)).toEqual([]);
});
