import { expect, test } from "vitest";
import { carded } from "../model/blocks.ts";
import { fixtures } from "../testing/fixtures.ts";
import { english } from "../words.en.ts";
import { arabic } from "../words.ar.ts";
import { fits, forms } from "./forms.ts";

const cards = fixtures.filter(([, block]) => (carded as readonly string[]).includes(block.kind));

test.each(cards)("the form of %s has a place for all of it", (_name, block) => {
  const { id: _id, ...rest } = block;
  expect(fits(rest)).toBe(true);
});

test("what is shaped like no block is not taken from a clipboard", () => {
  for (const wrong of [null, "image", {}, { kind: "hologram" }, { kind: "image", alt: {} }, { kind: "gallery", items: "all" }, { kind: "chart", rows: [[{}]] },
    { kind: "poll", closed: "yes" }, { kind: "image", onload: "alert(1)" }, { kind: "map", caption: [{ words: "x" }] }]) expect(fits(wrong)).toBe(false);
});

test("every choice of every form has a name in every language", () => {
  const choices = carded.flatMap((kind) => [...forms[kind].fields, ...(forms[kind].items?.each ?? [])]).flatMap((field) => (field.as === "choice" ? field.of : []));
  for (const words of [english, arabic]) for (const choice of choices) expect(words.choices[choice]).toBeTruthy();
});

test("every card with a list can be added to, in every language", () => {
  for (const words of [english, arabic]) for (const kind of carded) if (forms[kind].items) expect(words.addItem[kind] && words.itemOf[kind]).toBeTruthy();
});
