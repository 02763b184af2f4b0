import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Block } from "../../api/types.ts";
import { fixtures } from "../testing/fixtures.ts";
import { Bench, keys } from "./bench.ts";

let bench: Bench;
beforeAll(async () => { bench = await Bench.start(); });
afterAll(() => bench.stop());

const p = (id: string, text: string): Block => ({ kind: "paragraph", id, text: [{ text }] });
const blocks = (page: Page): Promise<Block[]> => page.evaluate(() => window.blocks());
const nameless = async (page: Page): Promise<object[]> => (await blocks(page)).map(({ id: _id, ...rest }) => rest);

test("what is typed becomes paragraphs, each with a name of its own", () => bench.open({ blocks: [] }, async (page) => {
  await page.keyboard.type("Gate 4 has stopped.");
  await keys(page, "Enter");
  await page.keyboard.type("More as we get it.");
  expect(await nameless(page)).toEqual([{ kind: "paragraph", text: [{ text: "Gate 4 has stopped." }] }, { kind: "paragraph", text: [{ text: "More as we get it." }] }]);
  const [one, two] = await blocks(page);
  expect(one!.id).toMatch(/^[\w-]{12}$/);
  expect(one!.id).not.toBe(two!.id);
}));

test("the first part of a paragraph that is split keeps its name", () => bench.open({ blocks: [p("a", "One two"), p("b", "Three")] }, async (page) => {
  await keys(page, "Control+Home");
  for (let i = 0; i < 4; i++) await keys(page, "ArrowRight");
  await keys(page, "Enter");
  const all = await blocks(page);
  expect(all.map((block) => block.id)).toEqual(["a", expect.stringMatching(/^[\w-]{12}$/), "b"]);
  expect(await nameless(page)).toMatchObject([{ text: [{ text: "One " }] }, { text: [{ text: "two" }] }, {}]);
  await keys(page, "Control+z");
  expect(await blocks(page)).toEqual([p("a", "One two"), p("b", "Three")]);
}));

test("a line opened above a paragraph leaves the paragraph its name", () => bench.open({ blocks: [p("a", "One")] }, async (page) => {
  await keys(page, "Home");
  await keys(page, "Enter");
  await keys(page, "ArrowUp");
  await page.keyboard.type("Above");
  expect(await nameless(page)).toMatchObject([{ text: [{ text: "Above" }] }, { text: [{ text: "One" }] }]);
  expect((await blocks(page))[1]!.id).toBe("a");
}));

test("a paragraph made a subheading and a list item taken out of its list keep their names", () => bench.open({ blocks: [p("a", "One"), p("b", "Two")] }, async (page) => {
  await keys(page, "Control+Alt+2");
  expect(await blocks(page)).toEqual([p("a", "One"), { kind: "subheading", id: "b", text: [{ text: "Two" }] }]);
  await keys(page, "Control+Alt+2");
  await keys(page, "Control+Shift+8");
  expect(await nameless(page)).toEqual([{ kind: "paragraph", text: [{ text: "One" }] }, { kind: "list", ordered: false, items: [{ text: [{ text: "Two" }] }] }]);
  await keys(page, "Control+Shift+8");
  expect(await blocks(page)).toEqual([p("a", "One"), p("b", "Two")]);
}));

test("looking at every kind of block changes nothing", () => bench.open({ blocks: fixtures.filter(([name]) => name.includes("full")).map(([, block]) => block) }, async (page) => {
  const before = await blocks(page);
  expect(before).toHaveLength(20);
  for (let i = 0; i < 40; i++) await keys(page, "ArrowUp");
  expect(await page.evaluate(() => window.changes)).toBe(0);
}));
