import { expect, test } from "vitest";
import { wait } from "./asking.ts";

test("it is asked again soon at first, then ever more rarely, and never less than twice a minute", () => {
  expect([0, 1, 2, 3].map(wait)).toEqual([2_000, 2_000, 3_000, 4_500]);
  expect([20, 1_000, Infinity].map(wait)).toEqual([30_000, 30_000, 30_000]);
});
