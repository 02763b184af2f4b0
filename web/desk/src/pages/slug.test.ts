import { expect, test } from "vitest";
import { slugOf } from "./slug.ts";

test("an address is made of the headline's words", () => {
  expect(slugOf("Paris summit: Élysée talks “near the end”")).toBe("paris-summit-elysee-talks-near-the-end");
});

test("a long headline gives whole words", () => {
  const slug = slugOf("word ".repeat(40));
  expect(slug.length).toBeLessThanOrEqual(60);
  expect(slug.endsWith("word")).toBe(true);
});

test("a headline in another script leaves the address to its writer", () => expect(slugOf("القمة")).toBe(""));
