import { expect, test } from "vitest";
import { neighbour } from "./neighbour.ts";

// Three, three and two.
const tops = [0, 0, 0, 90, 90, 90, 180, 180];

test("an arrow leads to what lies there", () => {
  expect(["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "Home", "End"].map((key) => neighbour(key, 4, tops, false))).toEqual([5, 3, 1, 7, 0, 7]);
});

test("from right to left the two arrows at the sides change places", () => {
  expect(["ArrowRight", "ArrowLeft"].map((key) => neighbour(key, 4, tops, true))).toEqual([3, 5]);
});

test("a shorter row is entered at its end, and the edges hold", () => {
  expect(neighbour("ArrowDown", 5, tops, false)).toBe(7);
  expect(neighbour("ArrowUp", 2, tops, false)).toBeNull();
  expect(neighbour("ArrowDown", 6, tops, false)).toBeNull();
  expect(neighbour("ArrowLeft", 0, tops, false)).toBeNull();
  expect(neighbour("ArrowRight", 7, tops, false)).toBeNull();
});

test("other keys, and a focus that is elsewhere, are left alone", () => {
  expect(neighbour("Enter", 4, tops, false)).toBeNull();
  expect(neighbour("ArrowDown", -1, tops, false)).toBeNull();
});
