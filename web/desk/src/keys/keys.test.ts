import { expect, test } from "vitest";
import { type Press, actionOf, keys } from "./keys.ts";

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key, code: /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...more,
});

test("no two keys are the same", () => {
  const names = keys.map((key) => `${key.alt ? "alt+" : ""}${key.ctrl ? "ctrl+" : ""}${key.key}`);
  expect(new Set(names).size).toBe(names.length);
});

test("a letter typed into a text is a letter", () => {
  expect(actionOf(press("p"), true)).toBeUndefined();
  expect(actionOf(press("p"), false)).toBe("publish");
});

test("releasing and parking hold while somebody writes", () => {
  expect(actionOf(press("Enter", { ctrlKey: true }), true)).toBe("release");
  expect(actionOf(press("Enter", { metaKey: true }), true)).toBe("release");
  expect(actionOf(press("n", { altKey: true }), true)).toBe("park");
});

test("a browser's own key stays the browser's", () => {
  expect(actionOf(press("p", { ctrlKey: true }), false)).toBeUndefined();
  expect(actionOf(press("r", { ctrlKey: true }), false)).toBeUndefined();
});

test("keys are found by their place on an Arabic keyboard", () => {
  expect(actionOf(press("ح", { code: "KeyP" }), false)).toBe("publish");
});

test("on a keyboard with another order a letter is the letter printed on it", () => {
  expect(actionOf(press("q", { code: "KeyA" }), false)).toBe("queue");
});
