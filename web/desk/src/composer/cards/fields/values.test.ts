import { expect, test } from "vitest";
import { forms } from "../forms.ts";
import { withHad } from "./values.ts";

const picture = { id: "m-1", alt: "Gates, shut", caption: "The gates at noon", credit: "Ana Reis", creditKind: "own" };

test("a picture of the library brings what is known about it", () => {
  expect(withHad({ kind: "image", id: "a" }, picture, forms.image.fields)).toEqual({ kind: "image", id: "a", media: "m-1", alt: "Gates, shut", caption: [{ text: "The gates at noon" }], credit: "Ana Reis", creditKind: "own" });
});

test("what the writer has said already stays", () => {
  const written = { kind: "image", alt: "One gate", caption: [{ text: "Half open" }] };
  expect(withHad(written, picture, forms.image.fields)).toMatchObject({ media: "m-1", alt: "One gate", caption: [{ text: "Half open" }], credit: "Ana Reis" });
});

test("what is not known is not made up, and what the form does not have is left out", () => {
  expect(withHad({ kind: "image" }, { id: "m-2", alt: null }, forms.image.fields)).toEqual({ kind: "image", media: "m-2" });
  expect(withHad({}, picture, [{ name: "media", as: "media" }, { name: "alt", as: "line" }])).toEqual({ media: "m-1", alt: "Gates, shut" });
});
