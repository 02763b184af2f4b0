import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Block } from "../../api/types.ts";
import { carded } from "../model/blocks.ts";
import { fixtures } from "../testing/fixtures.ts";
import { english } from "../words.en.ts";
import { Bench, keys } from "./bench.ts";

let bench: Bench;
beforeAll(async () => { bench = await Bench.start(); });
afterAll(() => bench.stop());

const nameless = async (page: Page): Promise<object[]> => (await page.evaluate(() => window.blocks())).map(({ id: _id, ...rest }) => rest);

/** Chooses a block from the menu under "/". */
async function slash(page: Page, name: string): Promise<void> {
  // A blank ends the search.
  await page.keyboard.type(`/${name.split(" ")[0]}`);
  await page.getByRole("listbox", { name: "Add block" }).getByRole("option", { name, exact: true }).waitFor();
  await keys(page, "Enter");
}

test("the menu under / is a list of options that the text points at, and leaves nothing behind", () => bench.open({ blocks: [] }, async (page) => {
  const text = page.getByRole("textbox", { name: "Text of the post" });
  await page.keyboard.type("/ta");
  const options = page.getByRole("listbox", { name: "Add block" }).getByRole("option");
  await options.first().waitFor();
  expect((await options.allTextContents())[0]).toBe("Table");
  const active = await text.getAttribute("aria-activedescendant");
  expect(await page.locator(`[id="${active}"]`).textContent()).toBe("Table");
  await keys(page, "Escape");
  await options.first().waitFor({ state: "detached" });
  expect(await text.getAttribute("aria-activedescendant")).toBeNull();
  expect(await nameless(page)).toEqual([{ kind: "paragraph", text: [{ text: "/ta" }] }]);
}));

test.each(carded.map((kind) => [kind, english.kinds[kind]] as const))("a %s is added from the menu by keyboard, and writing goes on below it", (kind, name) => bench.open({ blocks: [] }, async (page) => {
  await slash(page, name);
  if (kind !== "divider") {
    await page.waitForFunction(() => document.activeElement?.closest(".card-form"));
    await keys(page, "Escape");
    await page.waitForFunction(() => !document.querySelector(".card-form"));
    await keys(page, "ArrowDown");
  }
  await page.keyboard.type("After it.");
  expect(await nameless(page)).toEqual([expect.objectContaining({ kind }), { kind: "paragraph", text: [{ text: "After it." }] }]);
}));

test("a picture is described and credited by keyboard alone, and what it owes is paid", () => bench.open({ blocks: [] }, async (page) => {
  await slash(page, "Picture");
  await page.waitForFunction(() => document.activeElement?.closest(".card-form"));
  expect(await page.textContent(".card .owed")).toBe("Owed: alt text, credit");
  await page.keyboard.type("A crane beside a steel gate");
  await keys(page, "Tab");
  await page.keyboard.type("The crane at ");
  await keys(page, "Control+b");
  await page.keyboard.type("Gate 4");
  await keys(page, "Tab");
  await page.keyboard.type("Osric Tane");
  await keys(page, "Tab");
  await page.keyboard.type("Ag");
  expect(await nameless(page)).toEqual([{ kind: "image", alt: "A crane beside a steel gate", caption: [{ text: "The crane at " }, { text: "Gate 4", marks: ["strong"] }], credit: "Osric Tane", creditKind: "agency" }]);
  expect(await page.locator(".card .owed").count()).toBe(0);
  await keys(page, "Escape");
  expect(await page.getByRole("group", { name: "Picture: A crane beside a steel gate" }).count()).toBe(1);
  await keys(page, "Enter");
  await page.waitForFunction(() => document.activeElement?.closest(".card-form"));
}));

test("a chart takes a table that is copied as markup alone, its headings and its sign", () => bench.open({ blocks: [] }, async (page) => {
  await slash(page, "Chart");
  await page.getByLabel("Name of column 1", { exact: true }).focus();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/html", "<table><tr><th>Who<th>Share<tr><td>County<td>22,5&nbsp;%<tr><td>State<td>77,5&nbsp;%</table>");
    document.activeElement!.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  expect(await nameless(page)).toEqual([{ kind: "chart", type: "bar", unit: "%", columns: ["Who", "Share"], rows: [["County", 22.5], ["State", 77.5]] }]);
}));

test("a chart takes cells from a spreadsheet, and a word among the numbers is named", () => bench.open({ blocks: [] }, async (page) => {
  await slash(page, "Chart");
  await page.getByLabel("Name of column 1", { exact: true }).focus();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/plain", "Year\tHigh water\tWall\n1962\t4.87\t4.9\n1978\t4.66m\t\n");
    document.activeElement!.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  expect(await nameless(page)).toEqual([{ kind: "chart", type: "bar", columns: ["Year", "High water", "Wall"], rows: [["1962", 4.87, 4.9], ["1978", "4.66m", null]] }]);
  expect(await page.textContent(".grid .field-wrong")).toContain("“4.66m” is not a number");
  const cell = page.getByLabel("Row 2, High water");
  await cell.focus();
  await cell.press("Control+a");
  await page.keyboard.type("4.50");
  expect(await cell.inputValue()).toBe("4.50");
  await page.keyboard.type("3");
  await keys(page, "Enter");
  await page.waitForFunction(() => (document.activeElement as HTMLElement).dataset["cell"] === "2,1");
  await page.keyboard.type("5");
  expect((await nameless(page))[0]).toMatchObject({ rows: [["1962", 4.87, 4.9], ["1978", 4.503, null], ["", 5, null]] });
}));

test.each(fixtures.filter(([name]) => name.includes(".full.") && !/divider|paragraph|subheading|list|quote/.test(name)))("the form of %s shows all of it and changes nothing by being looked at", (_name, block) => bench.open({ blocks: [block] }, async (page) => {
  const before = await page.evaluate(() => window.blocks());
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await page.waitForSelector(".card-form");
  const folds = page.locator(".card-form details:not([open]) > summary");
  while (await folds.count()) await folds.first().click();
  for (const field of await page.locator(".card-form :is(input:not([type=file]), select, [contenteditable=true])").all()) await field.focus();
  await page.getByRole("button", { name: "Done" }).first().click();
  expect(await page.evaluate(() => ({ blocks: window.blocks(), changes: window.changes }))).toEqual({ blocks: before, changes: 0 });
}));

test("a field that is changed changes alone, and undo brings it back", () => bench.open({ blocks: [fixtures.find(([name]) => name === "verification.full.json")![1]] }, async (page) => {
  const [before] = await page.evaluate(() => window.blocks());
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await page.getByLabel("Finding").nth(1).selectOption("disputed");
  const [after] = await page.evaluate(() => window.blocks());
  const items = (before as Extract<Block, { kind: "verification" }>).items!;
  expect(after).toEqual({ ...before, items: items.with(1, { ...items[1]!, finding: "disputed" }) });
  await page.getByRole("button", { name: "Done" }).first().click();
  await keys(page, "Control+z");
  expect(await page.evaluate(() => window.blocks())).toEqual([before]);
}));

test("a question is answered in several paragraphs, with a link by Control+K", () => bench.open({ blocks: [] }, async (page) => {
  await slash(page, "Questions and answers");
  await page.waitForFunction(() => document.activeElement?.closest(".card-form"));
  await page.keyboard.type("Can we go back?");
  await keys(page, "Tab", "Tab");
  await page.keyboard.type("Not yet.");
  await keys(page, "Enter");
  await page.keyboard.type("See ");
  await keys(page, "Control+k");
  await page.keyboard.type("harbour.example.org/41");
  await keys(page, "Enter");
  await page.keyboard.type(" for more");
  expect(await nameless(page)).toEqual([{ kind: "qa", items: [{ asked: [{ text: "Can we go back?" }], answer: [[{ text: "Not yet." }], [{ text: "See " }, { text: "harbour.example.org/41", href: "https://harbour.example.org/41" }, { text: " for more" }]] }] }]);
}));

test("a block of a kind that this desk does not know is shown as such and kept", () => {
  const hologram = { kind: "hologram", id: "h", beams: [1] } as unknown as Block;
  return bench.open({ blocks: [hologram, { kind: "paragraph", id: "p", text: [{ text: "Below" }] }] }, async (page) => {
    expect(await page.textContent(".card")).toContain("Block of a kind this desk does not know: hologram");
    await page.keyboard.type(".");
    expect(await page.evaluate(() => window.blocks())).toEqual([hologram, { kind: "paragraph", id: "p", text: [{ text: "Below." }] }]);
  });
});

test("blocks are moved by Alt and arrows, and keep their names", () => bench.open({ blocks: [{ kind: "image", id: "i", alt: "A" }, { kind: "paragraph", id: "p", text: "One" }] }, async (page) => {
  const ids = (): Promise<unknown[]> => page.evaluate(() => window.blocks().map(({ id }) => id));
  await keys(page, "Alt+ArrowUp");
  expect(await ids()).toEqual(["p", "i"]);
  await page.keyboard.type("!");
  expect((await nameless(page))[0]).toMatchObject({ text: [{ text: "One!" }] });
  await keys(page, "Alt+ArrowDown");
  expect(await ids()).toEqual(["i", "p"]);
}));

test("a document brings its title and its first page, and says who wrote it before anybody publishes it", () => bench.open({ blocks: [] }, async (page) => {
  await slash(page, "Document");
  await page.waitForFunction(() => document.activeElement?.closest(".card-form"));
  await page.locator("input[type=file][accept*=pdf]").setInputFiles({ name: "gate-4.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4") });
  await page.getByText("author: Ana Sorrel").waitFor();
  await page.waitForFunction(() => "firstPage" in window.blocks()[0]!);
  expect(await nameless(page)).toEqual([{ kind: "document", media: "d-8.pdf", title: "Condition of Gate 4", firstPage: "m-page" }]);
}));

test("what the writer calls a document stays, whatever the file says", () => bench.open({ blocks: [{ kind: "document", title: "Our name for it", media: "d-8.pdf" }] }, async (page) => {
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await page.getByRole("button", { name: "Take its title and first page" }).click();
  await page.waitForFunction(() => "firstPage" in window.blocks()[0]!);
  expect(await nameless(page)).toEqual([{ kind: "document", media: "d-8.pdf", title: "Our name for it", firstPage: "m-page" }]);
}));
