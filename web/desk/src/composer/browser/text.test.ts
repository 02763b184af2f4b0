import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Block } from "../../api/types.ts";
import type { Known } from "../bylines/offered.ts";
import { Bench, keys } from "./bench.ts";

let bench: Bench;
beforeAll(async () => { bench = await Bench.start(); });
afterAll(() => bench.stop());

const p = (id: string, text: string): Block => ({ kind: "paragraph", id, text: [{ text }] });
const nameless = async (page: Page): Promise<object[]> => (await page.evaluate(() => window.blocks())).map(({ id: _id, ...rest }) => rest);
const type = (page: Page, text: string): Promise<void> => page.keyboard.type(text);

test("marks and links are set by keys", () => bench.open({ blocks: [] }, async (page) => {
  await keys(page, "Control+b");
  await type(page, "Nine");
  await keys(page, "Control+b");
  await type(page, " of ");
  await keys(page, "Control+i");
  await type(page, "ten");
  await keys(page, "Control+i", "Control+e");
  await type(page, "G4");
  await keys(page, "Shift+ArrowLeft", "Shift+ArrowLeft", "Control+k");
  await page.getByLabel("Address of the link").waitFor();
  await type(page, "javascript:alert(1)");
  await keys(page, "Enter");
  expect(await page.getByRole("alert").textContent()).toContain("This is no address");
  await keys(page, "Control+a");
  await type(page, "a.example/4");
  await keys(page, "Enter", "ArrowRight", "Control+e");
  await type(page, ".");
  expect(await nameless(page)).toEqual([{ kind: "paragraph", text: [
    { text: "Nine", marks: ["strong"] }, { text: " of " }, { text: "ten", marks: ["emphasis"] }, { text: "G4", marks: ["code"], href: "https://a.example/4" }, { text: "." },
  ] }]);
}));

test("a list is typed, nested to four, and left by Enter twice", () => bench.open({ blocks: [] }, async (page) => {
  await type(page, "- Trains");
  await keys(page, "Enter", "Tab");
  await type(page, "None east");
  await keys(page, "Enter", "Tab");
  await type(page, "Buses");
  await keys(page, "Enter", "Tab");
  await type(page, "Every hour");
  await keys(page, "Enter", "Tab");
  expect(await page.textContent(".composer-said")).toBe("Lists may stand 4 deep in each other.");
  await type(page, "Or so");
  await keys(page, "Enter", "Shift+Tab", "Shift+Tab", "Shift+Tab");
  await type(page, "Roads");
  await keys(page, "Enter", "Enter");
  await type(page, "After");
  expect(await nameless(page)).toEqual([
    { kind: "list", ordered: false, items: [
      { text: [{ text: "Trains" }], items: [{ text: [{ text: "None east" }], items: [{ text: [{ text: "Buses" }], items: [{ text: [{ text: "Every hour" }] }, { text: [{ text: "Or so" }] }] }] }] },
      { text: [{ text: "Roads" }] },
    ] },
    { kind: "paragraph", text: [{ text: "After" }] },
  ]);
}));

test("a subheading, a numbered list, a quotation and a divider can be typed", () => bench.open({ blocks: [] }, async (page) => {
  await type(page, "## What we know");
  await keys(page, "Enter");
  await type(page, "1. One");
  await keys(page, "Enter", "Enter");
  await type(page, "> Go now.");
  await keys(page, "Tab");
  await type(page, "Ingrid Sallis");
  await page.locator(".quote-words").click();
  await keys(page, "End", "Enter");
  await type(page, "---");
  await page.waitForSelector(".card");
  await type(page, "End");
  expect(await nameless(page)).toEqual([
    { kind: "subheading", text: [{ text: "What we know" }] },
    { kind: "list", ordered: true, items: [{ text: [{ text: "One" }] }] },
    { kind: "quote", text: [{ text: "Go now." }], attribution: "Ingrid Sallis" },
    { kind: "divider" },
    { kind: "paragraph", text: [{ text: "End" }] },
  ]);
}));

test("the toolbar is one stop of Tab, and arrows lead along it", () => bench.open({ blocks: [p("a", "Words")] }, async (page) => {
  await keys(page, "Control+a", "Shift+Tab");
  expect(await page.evaluate(() => document.activeElement!.textContent)).toBe("Bold");
  await keys(page, "ArrowRight", "Enter");
  expect(await nameless(page)).toEqual([{ kind: "paragraph", text: [{ text: "Words", marks: ["emphasis"] }] }]);
  expect(await page.getByRole("toolbar").getByRole("button", { name: "Italic", pressed: true }).count()).toBe(1);
}));

test("what others wrote comes in around the caret, and typing goes on", () => bench.open({ blocks: [p("a", "One"), p("b", "Two"), p("c", "Three")] }, async (page) => {
  await keys(page, "Control+Home", "ArrowDown", "End");
  await page.evaluate(() => window.give([{ kind: "paragraph", id: "n", text: [{ text: "New" }] }, ...window.blocks().slice(0, 2), { kind: "paragraph", id: "c", text: [{ text: "Three, changed" }] }]));
  await page.waitForFunction(() => document.querySelector(".ProseMirror")!.textContent!.includes("changed"));
  await type(page, "!");
  expect(await page.evaluate(() => window.blocks())).toEqual([p("n", "New"), p("a", "One"), p("b", "Two!"), p("c", "Three, changed")]);
}));

test("a host that hands back what was typed a moment ago takes nothing back", () => bench.open({ blocks: [p("a", "One")] }, async (page) => {
  await type(page, "!");
  await page.evaluate(() => { (window as unknown as { old: Block[] }).old = window.blocks(); });
  await type(page, "?");
  await page.evaluate(() => window.give((window as unknown as { old: Block[] }).old));
  await type(page, ".");
  expect(await nameless(page)).toMatchObject([{ text: [{ text: "One!?." }] }]);
}));

test("a post over the limits says so and loses nothing", () => bench.open({ blocks: Array.from({ length: 200 }, (_, i) => p(`p${i}`, "Gate 4.")) }, async (page) => {
  await keys(page, "Enter");
  await type(page, "x");
  expect(await page.getByRole("status").last().textContent()).toBe("This post has 201 blocks; split it into posts of at most 200.");
  expect(await nameless(page)).toHaveLength(201);
}));

const people: Known[] = [{ name: "Sunniva Dale", role: "Harbour correspondent", kind: "person" }, { name: "Data and graphics", kind: "team" }];

test("@ on an empty line leads to the bylines, where names are found, added and taken out by keys", () => bench.open({ blocks: [], people }, async (page) => {
  const find = page.getByRole("combobox", { name: "Add a byline" });
  await type(page, "@");
  expect(await find.evaluate((input) => input === document.activeElement)).toBe(true);
  await type(page, "@dal");
  expect(await page.getByRole("listbox", { name: "People and teams" }).getByRole("option").allTextContents()).toEqual(["Sunniva Dale Harbour correspondent", "Add “dal”"]);
  expect(await find.getAttribute("aria-expanded")).toBe("true");
  await keys(page, "Enter");
  await type(page, "wilf okafor");
  await keys(page, "Enter");
  await page.getByLabel("Reporting from").last().fill("Castle Hill");
  expect(await page.evaluate(() => window.bylines())).toEqual([{ name: "Sunniva Dale", role: "Harbour correspondent", kind: "person" }, { name: "wilf okafor", kind: "person", location: "Castle Hill" }]);
  await find.focus();
  await keys(page, "Backspace", "ArrowDown", "Enter");
  expect(await page.evaluate(() => window.bylines().map(({ name }) => name))).toEqual(["Sunniva Dale", "Data and graphics"]);
}));

/** So many blocks, every fifth a card. */
const many = (blocks: number): Block[] => Array.from({ length: blocks }, (_, i): Block => (i % 5 === 4 ? { kind: "image", id: `i${i}`, alt: `Picture ${i}`, credit: "Own" } : p(`p${i}`, "The harbour authority says nine of ten gates are shut, not all ten. ".repeat(4))));

test("a letter typed in a post of 200 blocks changes nothing on the screen but its paragraph", () => bench.open({ blocks: many(200) }, async (page) => {
  await keys(page, "Control+Home", "End");
  const touched = await page.evaluateHandle(() => {
    const touched = new Set<number>();
    const blocks = [...document.querySelector(".ProseMirror")!.children];
    const watch = new MutationObserver((records) => records.forEach(({ target }) => touched.add(blocks.findIndex((block) => block.contains(target)))));
    for (const block of blocks) watch.observe(block, { subtree: true, childList: true, characterData: true, attributes: true });
    return touched;
  });
  await keys(page, ..."Gate 4");
  expect((await page.evaluate(() => window.blocks()))[0]).toMatchObject({ text: [{ text: expect.stringContaining("Gate 4") }] });
  expect(await touched.evaluate((touched) => [...touched])).toEqual([0]);
}));

// Work is counted, not timed: the same on every machine. A block that is looked at takes some 40 calls; one that is rendered anew takes thousands.
test("a letter costs next to nothing for each of the other blocks", async () => {
  const calls = async (blocks: number): Promise<number> => {
    let counted = 0;
    await bench.open({ blocks: many(blocks) }, async (page) => {
      await keys(page, "Control+Home", "End", "x");
      const engine = await page.context().newCDPSession(page);
      await engine.send("Profiler.enable");
      await engine.send("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
      await keys(page, ..."Gate 4 shut");
      const { result } = await engine.send("Profiler.takePreciseCoverage");
      counted = result.flatMap(({ functions }) => functions).reduce((sum, { ranges }) => sum + ranges[0]!.count, 0) / "Gate 4 shut".length;
    });
    return counted;
  };
  const [few, all] = [await calls(20), await calls(200)];
  expect(few).toBeGreaterThan(0);
  expect((all - few) / 180).toBeLessThan(100);
});
