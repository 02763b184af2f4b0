import { expect, test } from "vitest";
import { offered, type Known } from "./offered.ts";

const people: Known[] = [
  { name: "Sunniva Dale", role: "Harbour correspondent", kind: "person" },
  { name: "José Tane", role: "Photographer", organisation: "Halyard Pictures", kind: "person" },
  { name: "Data and graphics", kind: "team" },
  { name: "أحمد سالم", role: "مراسل", kind: "person" },
];
const names = (typed: string, named = people.slice(0, 0)): string[] => offered(people, named, typed).map(({ byline, isNew }) => (isNew ? `+${byline.name}` : byline.name!));

test("names are found by the beginning of any word, role or organisation, whatever the accents", () => {
  expect(names("dal")).toEqual(["Sunniva Dale", "+dal"]);
  expect(names("jose t")).toEqual(["José Tane", "+jose t"]);
  expect(names("halyard")).toEqual(["José Tane", "+halyard"]);
  expect(names("graphics")).toEqual(["Data and graphics", "+graphics"]);
  expect(names("احمد")).toEqual(["أحمد سالم", "+احمد"]);
});

test("who is named already is not offered again, and a known name is not offered as new", () => {
  expect(names("sunniva dale", [people[0]!])).toEqual([]);
  expect(names("jose tane")).toEqual(["José Tane"]);
});

test("nothing typed offers everybody, up to what can be looked over", () => {
  expect(names("")).toHaveLength(4);
  expect(offered(Array.from({ length: 40 }, (_, i) => ({ name: `A ${i}`, kind: "person" as const })), [], "a")).toHaveLength(9);
});
