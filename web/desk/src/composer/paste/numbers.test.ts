import fc from "fast-check";
import { expect, test } from "vitest";
import { decimalMarkOf, figureOf, numberCellOf } from "./numbers.ts";

const read = (text: string, beside: string[] = [], language = "en-GB") => figureOf(text, decimalMarkOf([text, ...beside], language))?.number ?? null;

test.each([
  ["6.5", 6.5], ["6,5", 6.5], ["1,841", 1841], ["1.841,5", 1841.5], ["1,841.5", 1841.5], ["1 841,5", 1841.5], ["1\u00a0841", 1841], ["1\u202f841\u202f000", 1841000], ["1’841.50", 1841.5],
  ["−3", -3], ["–3", -3], ["(3.2)", -3.2], ["+4", 4], ["12 %", 12], ["12\u00a0%", 12], ["٪١٢", 12], ["٤٫٨٧", 4.87], ["١٬٨٤١", 1841], ["۱۲", 12], ["£1,200", 1200], ["-£5", -5], ["£-5", -5], ["5 €", 5], ["€5,50", 5.5],
  ["US$3", 3], ["EUR 7", 7], ["7 SEK", 7], [".5", 0.5], ["0,125", 0.125], ["1,2,3", null], ["4.87m", null], ["12345678901234567890", null], ["about 80", null], ["", null], ["%", null], ["\u200e−3", -3],
])("%j is read as %j", (text, number) => { expect(read(text)).toBe(number); });

test("what one number leaves open another says", () => {
  expect(read("1,234", ["5,6"])).toBe(1.234);
  expect(read("1,234", ["5.6"])).toBe(1234);
  expect(read("1.234", ["5,6"])).toBe(1234);
  expect(read("1.234", ["1.000.000"])).toBe(1234);
});

test("with no word from any, the language of the post decides", () => {
  expect(read("1,234", [], "de-DE")).toBe(1.234);
  expect(read("1.234", [], "de-DE")).toBe(1234);
  expect(read("1,234", [], "ar")).toBe(1234);
});

test("what tables write for an unknown number is nothing", () => {
  for (const text of ["", " ", "–", "-", "—", "..", ":", "n/a", "N/A", "#N/A"]) expect(numberCellOf(text, ".")).toBeNull();
  expect(numberCellOf("soon", ".")).toBe("soon");
});

test("a column that any spreadsheet wrote, in any of these languages, comes back as it was", () => {
  const style = fc.constantFrom("en-GB", "de-DE", "fr-FR", "de-CH", "sv-SE", "ar-EG", "fa-IR", "en-IN");
  fc.assert(fc.property(style, fc.array(fc.integer({ min: -99_999_999, max: 99_999_999 }), { minLength: 1, maxLength: 9 }), (language, hundredths) => {
    // In India thousands are grouped by two.
    const format = new Intl.NumberFormat(language, { minimumFractionDigits: 2, useGrouping: language !== "en-IN" });
    const texts = hundredths.map((number) => format.format(number / 100));
    const mark = decimalMarkOf(texts, "en-GB");
    expect(texts.map((text) => figureOf(text, mark)?.number)).toEqual(hundredths.map((number) => number / 100));
  }));
});
