import { expect, test } from "vitest";
import { type Shape, between, changed, largest, leastSide, shapes } from "./crop.ts";

const whole = { width: 600, height: 400 };

test("the largest part of a shape lies in the middle and reaches two edges", () => {
  expect(largest("free", whole)).toEqual({ left: 0, top: 0, ...whole });
  expect(largest("1:1", whole)).toEqual({ left: 100, top: 0, width: 400, height: 400 });
  expect(largest("16:9", whole)).toEqual({ left: 0, top: 31, width: 600, height: 338 });
});

test("a part is drawn from any corner to any other", () => {
  const part = { left: 60, top: 40, width: 300, height: 200 };
  expect(between({ x: 0.1, y: 0.1 }, { x: 0.6, y: 0.6 }, "free", whole)).toEqual(part);
  expect(between({ x: 0.6, y: 0.6 }, { x: 0.1, y: 0.1 }, "free", whole)).toEqual(part);
});

test("whatever is drawn or typed, the part lies within the picture, is not too small, and has its shape", () => {
  for (const shape of shapes)
    for (const size of [whole, { width: 300, height: 1_200 }, { width: 64, height: 64 }])
      for (const [x, y, u, v] of [[0, 0, 1, 1], [0.9, 0.9, 0.91, 0.91], [0.2, 0.8, 0.3, 0.1], [0.5, 0.5, 0.5, 0.5]] as const) {
        const drawn = between({ x, y }, { x: u, y: v }, shape, size);
        for (const crop of [drawn, changed(drawn, "width", 10_000, shape, size), changed(drawn, "height", 1, shape, size), changed(drawn, "left", -5, shape, size), changed(drawn, "top", 9_999, shape, size)]) {
          expect(crop.left).toBeGreaterThanOrEqual(0);
          expect(crop.top).toBeGreaterThanOrEqual(0);
          expect(crop.left + crop.width).toBeLessThanOrEqual(size.width);
          expect(crop.top + crop.height).toBeLessThanOrEqual(size.height);
          if (size.width > 100) expect(Math.min(crop.width, crop.height)).toBeGreaterThanOrEqual(leastSide);
          if (shape !== "free" && size.width > 100) expect(Math.abs(crop.width / crop.height / ratio(shape) - 1)).toBeLessThan(0.03);
        }
      }
});

const ratio = (shape: Shape): number => Number(shape.split(":")[0]) / Number(shape.split(":")[1]);
