import { expect, it, vi } from "vitest";
import { noteDate, onSkew, skew } from "./skew.ts";

const at = Date.parse("2026-11-24T21:14:00Z");
const day = 86_400_000;

it("tells a clock that is off by a day, and that it was set right", () => {
  const heard = vi.fn();
  const leave = onSkew(heard);
  noteDate("Tue, 24 Nov 2026 21:14:00 GMT", at + 30_000);
  expect([skew(), heard.mock.calls.length]).toEqual([0, 0]);
  noteDate("Tue, 24 Nov 2026 21:14:00 GMT", at + day);
  expect([skew(), heard.mock.calls.length]).toEqual([day, 1]);
  noteDate("Tue, 24 Nov 2026 21:14:01 GMT", at + day);
  expect(heard.mock.calls.length).toBe(1);
  noteDate(null, at);
  noteDate("soon", at);
  expect(skew()).toBe(day - 1_000);
  noteDate("Tue, 24 Nov 2026 21:14:00 GMT", at - 5_000);
  expect([skew(), heard.mock.calls.length]).toEqual([0, 2]);
  leave();
});
