import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fixtures } from "../testing/fixtures.ts";
import type { Block } from "../../api/types.ts";
import { Bench, keys } from "./bench.ts";

let bench: Bench;
beforeAll(async () => { bench = await Bench.start(); });
afterAll(() => bench.stop());

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const everything = fixtures.filter(([name]) => name.includes(".full.")).map(([, block]) => block);
const people = [{ name: "Sunniva Dale", role: "Harbour correspondent", kind: "person" as const }, { name: "Data and graphics", kind: "team" as const }];

async function faults(page: Page): Promise<string[]> {
  // Evaluated by the test, not loaded by the page: the page's policy stays as it is.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> } };
    const { violations } = await axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary}`));
  });
}

const shown = process.env["COMPOSER_SCREENS"];

// Each direction, scheme and width with each of the others once; with COMPOSER_SCREENS=folder there are pictures to look at.
for (const [direction, language, colorScheme, width] of [["ltr", "en-GB", "light", 360], ["ltr", "en-GB", "dark", 1280], ["rtl", "ar", "dark", 360], ["rtl", "ar", "light", 1280]] as const) {
  test(`everything open, ${direction}, ${colorScheme}, ${width} wide: nothing shuts anybody out, and nothing is wider than the page`, () =>
    bench.open({ blocks: everything, language, direction, people, bylines: people }, async (page) => {
      const edit = page.locator(".card-head button[aria-expanded=false]");
      if (shown) await page.screenshot({ path: `${shown}/closed-${direction}-${colorScheme}-${width}.png`, fullPage: true });
      while (await edit.count()) await edit.first().click();
      expect(await faults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      if (shown) await page.screenshot({ path: `${shown}/open-${direction}-${colorScheme}-${width}.png`, fullPage: true });
    }, { colorScheme, viewport: { width, height: 900 } }));
}

test("the menu under / and the bylines shut nobody out while they are open", () => bench.open({ blocks: [] as Block[], people }, async (page) => {
  await page.keyboard.type("/");
  await page.getByRole("listbox", { name: "Add block" }).waitFor();
  expect(await faults(page)).toEqual([]);
  if (shown) await page.screenshot({ path: `${shown}/menu.png` });
  await keys(page, "Escape");
  await page.getByRole("combobox", { name: "Add a byline" }).focus();
  await page.keyboard.type("d");
  await page.getByRole("listbox", { name: "People and teams" }).waitFor();
  expect(await faults(page)).toEqual([]);
  if (shown) await page.screenshot({ path: `${shown}/bylines.png` });
}));
