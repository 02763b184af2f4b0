import { expect, test } from "vitest";
import { uuid7 } from "./uuid7.ts";

test("an id is the one of RFC 9562's example", () => {
  const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
  expect(uuid7(0x017f22e279b0, random)).toBe("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
});

test("a post begun later has the greater id", () => {
  expect(uuid7(1_800_000_000_001) > uuid7(1_800_000_000_000)).toBe(true);
});
