import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Bench, keys } from "./bench.ts";

let bench: Bench;
beforeAll(async () => { bench = await Bench.start(); });
afterAll(() => bench.stop());

const nameless = async (page: Page): Promise<object[]> => (await page.evaluate(() => window.blocks())).map(({ id: _id, ...rest }) => rest);
const said = (page: Page, words: string): Promise<unknown> => page.locator(".composer-said", { hasText: words }).waitFor();

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    document.activeElement!.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}

test("a pasted link to a known site stands as a card at once and is filled in from there", () => bench.open({ blocks: [], outside: true }, async (page) => {
  await paste(page, "https://youtu.be/aB3_dEf-9hI");
  await said(page, "Filled in from the page");
  expect(await nameless(page)).toContainEqual({ kind: "embed", url: "https://youtu.be/aB3_dEf-9hI", provider: "YouTube", author: "Carren Barrier", title: "The gates close" });
}));

test("what a site keeps to itself is said, and the card waits for the writer", () => bench.open({ blocks: [], outside: true }, async (page) => {
  await paste(page, "https://x.com/kittiwake_ferry/status/1861118200000000000");
  await said(page, "Type in what it says");
  expect(await nameless(page)).toContainEqual({ kind: "embed", url: "https://x.com/kittiwake_ferry/status/1861118200000000000", provider: "X" });
}));

test("a link alone on its line can become a card by keyboard, and one undo brings the link back", () => bench.open({ blocks: [], outside: true }, async (page) => {
  await paste(page, "https://council.example.org/streets");
  const offer = page.getByRole("group", { name: "Show this link as a card" });
  await offer.waitFor();
  await page.getByRole("button", { name: "Make it a card" }).focus();
  await keys(page, "Enter");
  await said(page, "Filled in from the page");
  expect((await nameless(page))[0]).toEqual({ kind: "linkCard", url: "https://council.example.org/streets", title: "Find your street", site: "City Council" });
  expect(await offer.count()).toBe(0);
  await page.waitForFunction(() => document.activeElement?.closest(".composer-text"));
  await keys(page, "Control+z");
  expect((await nameless(page))[0]).toEqual({ kind: "paragraph", text: [{ text: "https://council.example.org/streets", href: "https://council.example.org/streets" }] });
}));

test("the offer goes when it is declined, and when the line goes on as a sentence", () => bench.open({ blocks: [], outside: true }, async (page) => {
  await paste(page, "https://council.example.org/streets");
  const offer = page.getByRole("group", { name: "Show this link as a card" });
  await offer.waitFor();
  await page.keyboard.type(" has the list");
  await offer.waitFor({ state: "detached" });
  await keys(page, "Enter");
  await paste(page, "https://council.example.org/more");
  await offer.waitFor();
  await page.getByRole("button", { name: "Keep the link" }).click();
  await offer.waitFor({ state: "detached" });
  expect((await nameless(page)).map((block) => (block as { kind: string }).kind)).toEqual(["paragraph", "paragraph"]);
}));

test("a card is made of a link whose page does not answer, with the reason said", () => bench.open({ blocks: [], outside: true }, async (page) => {
  await paste(page, "https://silent.example/");
  await page.getByRole("button", { name: "Make it a card" }).click();
  await said(page, "could not be reached");
  expect((await nameless(page))[0]).toEqual({ kind: "linkCard", url: "https://silent.example/" });
}));

test("a form is filled in from its address, and what was typed before stays", () => bench.open({ blocks: [{ kind: "linkCard", id: "a", url: "https://council.example.org/streets", title: "Is your street on the list?" }], outside: true }, async (page) => {
  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByRole("button", { name: "Fill in from the page" }).click();
  await page.locator(".look-up", { hasText: "Filled in" }).waitFor();
  expect((await nameless(page))[0]).toEqual({ kind: "linkCard", url: "https://council.example.org/streets", title: "Is your street on the list?", site: "City Council" });
}));

test("a place's degrees are read from what an online map calls its address", () => bench.open({ blocks: [{ kind: "map", id: "m", places: [{ name: "Carrenmouth" }] }] }, async (page) => {
  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByLabel("Coordinates, or a map’s address").fill("https://www.openstreetmap.org/#map=12/55.3380/-1.6000");
  expect((await nameless(page))[0]).toEqual({ kind: "map", places: [{ name: "Carrenmouth", latitude: 55.338, longitude: -1.6 }] });
  await page.getByLabel("Coordinates, or a map’s address").fill("by the river");
  await page.getByLabel("Latitude").focus();
  await page.getByText("No place can be read from this").waitFor();
}));

test("where nothing can be looked up, nothing is offered", () => bench.open({ blocks: [] }, async (page) => {
  await paste(page, "https://council.example.org/streets");
  expect(await page.getByRole("button", { name: "Make it a card" }).count()).toBe(0);
}));
