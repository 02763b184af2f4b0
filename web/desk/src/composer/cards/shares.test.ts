import { expect, test } from "vitest";
import type { Block } from "../../api/types.ts";
import { isDrawable, oddTotal } from "./shares.ts";

const pie = (...shares: (number | null)[]): Block => ({ kind: "chart", type: "pie", unit: "%", columns: ["Who", "Share"], rows: shares.map((share, i) => [`${i}`, share]) });

test("shares that do not come to a hundred are told of, those that were rounded are not", () => {
  expect(oddTotal(pie(42.7, 23.1, 18.3, 6.5, 5.5, 3.9))).toBeNull();
  expect(oddTotal(pie(33, 33, 33))).toBeNull();
  expect(oddTotal(pie(42.7, 23.1, 1.83))).toBe(67.63);
  expect(oddTotal(pie(42.7, null))).toBeNull();
});

test("there is something to look at once there is a number, a word, or a side", () => {
  expect(isDrawable(pie(null))).toBe(false);
  expect(isDrawable(pie(0))).toBe(true);
  expect(isDrawable({ kind: "table", columns: ["", ""], rows: [["", ""]] })).toBe(false);
  expect(isDrawable({ kind: "scoreboard", sides: [{}, { name: "Rovers" }] })).toBe(true);
});
