import { expect, test } from "vitest";
import { wordsFor } from "../words.ts";
import { mayName, offersFor } from "./slash.ts";

const en = wordsFor("en");

test("a name of two words goes on over its space", () => {
  for (const typed of ["", "link", "link ", "link c", "questions and"]) expect(mayName(en, typed), typed).toBe(true);
  expect(offersFor(en, "link c").map(({ kind }) => kind)).toEqual(["linkCard"]);
});

test("a stroke in a sentence offers nothing once the sentence goes on", () => {
  for (const typed of [" ", "or the mayor", "link to the page", "h, as the council says"]) expect(mayName(en, typed), typed).toBe(false);
});
