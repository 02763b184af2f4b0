import { expect, test } from "vitest";
import { clock, instantOf, wallOf } from "./zone.ts";

test("a time is meant in the page's zone", () => {
  expect(instantOf("2026-11-24T21:30", "Europe/Paris")?.toISOString()).toBe("2026-11-24T20:30:00.000Z");
  expect(instantOf("2026-07-01T09:05", "America/New_York")?.toISOString()).toBe("2026-07-01T13:05:00.000Z");
  expect(instantOf("2026-07-01T09:05", "Asia/Kathmandu")?.toISOString()).toBe("2026-07-01T03:20:00.000Z");
});

test("a time that the clock skips in spring goes forward", () => {
  expect(instantOf("2026-03-29T01:30", "Europe/London")?.toISOString()).toBe("2026-03-29T01:30:00.000Z");
});

test("of a time that comes twice in autumn the first is meant", () => {
  expect(instantOf("2026-10-25T01:30", "Europe/London")?.toISOString()).toBe("2026-10-25T00:30:00.000Z");
});

test("what is no time is none", () => {
  for (const wall of ["", "2026-02-30T10:00", "2026-11-24T25:00", "tomorrow"]) expect(instantOf(wall, "UTC")).toBeNull();
});

test("every hour of a year comes back as it was, but for the one that comes twice", () => {
  let doubled = 0;
  for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 3_600_000) {
    const back = instantOf(wallOf(new Date(at), "Europe/London"), "Europe/London")!.getTime();
    if (back !== at) doubled++;
  }
  expect(doubled).toBe(1);
});

test("another day is named", () => {
  const now = new Date("2026-11-24T12:00:00Z");
  expect(clock(new Date("2026-11-24T09:05:00Z"), "Europe/London", "en-GB", now)).toBe("09:05");
  expect(clock(new Date("2026-11-23T23:30:00Z"), "Europe/London", "en-GB", now)).toBe("23 Nov, 23:30");
});
