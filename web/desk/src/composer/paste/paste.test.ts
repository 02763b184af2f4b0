import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { cleanAddress } from "./address.ts";
import { providerOf } from "./providers.ts";
import { cellOf, cellsOf } from "./spreadsheet.ts";

const addresses = JSON.parse(readFileSync(new URL("../../../../../spec/fixtures/embeds/addresses.json", import.meta.url), "utf8")) as { url: string; provider: string | null }[];

test("cells of a spreadsheet come row by row", () => {
  expect(cellsOf("Gauge\tLevel\r\nRiver mouth\t4.87\r\n")).toEqual([["Gauge", "Level"], ["River mouth", "4.87"]]);
  expect(cellsOf("a\t\nb\t\"two\nlines, \"\"quoted\"\"\"")).toEqual([["a", ""], ["b", "two lines, \"quoted\""]]);
  expect(cellsOf("one")).toEqual([["one"]]);
  expect(cellsOf("")).toEqual([[""]]);
  expect(cellsOf("a\t")).toEqual([["a", ""]]);
});

test.each([["4.87", 4.87], ["1,841", 1841], ["−3", -3], ["", null], [" ", null], ["4.87m", "4.87m"], ["007", "007"], ["12345678901234567890", "12345678901234567890"], ["1,84", "1,84"], ["٤٫٨٧", 4.87], ["١٬٨٤١", 1841]])(
  "%j typed in a cell is %j", (typed, cell) => { expect(cellOf(typed)).toBe(cell); },
);

test("a link loses what follows readers around, and keeps what it needs", () => {
  expect(cleanAddress("https://a.example/x?id=4&utm_source=mail&fbclid=1#top")).toBe("https://a.example/x?id=4#top");
  expect(cleanAddress("https://www.google.com/url?q=https://a.example/x?utm_medium%3Dy&sa=D")).toBe("https://a.example/x");
  expect(cleanAddress("https://a.example/x?b=%20a")).toBe("https://a.example/x?b=%20a");
  expect(cleanAddress("javascript:alert(1)")).toBeNull();
});

test.each(addresses)("$url is $provider\u2019s, as the server says", ({ url, provider }) => { expect(providerOf(url)).toBe(provider); });

test("links to posts and clips are known as such, links to the sites are not", () => {
  expect(providerOf("https://www.youtube.com/watch?v=abcdefghijk")).toBe("YouTube");
  expect(providerOf("https://bsky.app/profile/sunniva.example/post/3abc")).toBe("Bluesky");
  expect(providerOf("https://social.example.com/@kittiwake_ferry/118244")).toBe("Mastodon");
  expect(providerOf("https://www.youtube.com/")).toBeNull();
  expect(providerOf("https://notyoutube.com/watch?v=abcdefghijk")).toBeNull();
  expect(providerOf("javascript:alert(1)")).toBeNull();
});
