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

test("typing in a post of 200 blocks is never waited for", () => bench.open({ blocks: Array.from({ length: 200 }, (_, i): Block => (i % 5 === 4 ? { kind: "image", id: `i${i}`, alt: `Picture ${i}`, credit: "Own" } : p(`p${i}`, "The harbour authority says nine of ten gates are shut, not all ten. ".repeat(4)))) }, async (page) => {
  await keys(page, "Control+Home", "End");
  // From the key to the moment the browser has painted what it did.
  const times = await page.evaluate(async () => {
    const taken: number[] = [];
    const text = document.querySelector<HTMLElement>(".ProseMirror")!;
    text.addEventListener("keydown", () => {
      const from = performance.now();
      requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => taken.push(performance.now() - from); port2.postMessage(0); });
    }, true);
    (window as unknown as { taken: number[] }).taken = taken;
  }).then(async () => {
    for (const key of "Gate 4 has stopped, and nobody knows why. ".repeat(3)) await page.keyboard.press(key === " " ? "Space" : key);
    await page.waitForFunction((n) => (window as unknown as { taken: number[] }).taken.length === n, 126);
    return page.evaluate(() => (window as unknown as { taken: number[] }).taken);
  });
  const sorted = times.toSorted((a, b) => a - b);
  const [median, slow] = [sorted[Math.floor(sorted.length / 2)]!, sorted[Math.floor(sorted.length * 0.95)]!];
  console.log(`key to paint, 200 blocks: median ${median.toFixed(1)} ms, 95th ${slow.toFixed(1)} ms, most ${sorted.at(-1)!.toFixed(1)} ms`);
  expect(slow).toBeLessThan(100);
}));
