import fc from "fast-check";
import { expect, test } from "vitest";
import { delimitedCells } from "./delimited.ts";

test("a file of cells is read whatever stands between them", () => {
  expect(delimitedCells("Gauge,Level\r\nQuay,4.87\r\n")).toEqual([["Gauge", "Level"], ["Quay", "4.87"]]);
  expect(delimitedCells("Pegel;Stand\nKai;4,87\n")).toEqual([["Pegel", "Stand"], ["Kai", "4,87"]]);
  expect(delimitedCells("Gauge\tLevel\nQuay\t4,87")).toEqual([["Gauge", "Level"], ["Quay", "4,87"]]);
  expect(delimitedCells("\ufeffsep=;\r\nA;B\r\n1;2")).toEqual([["A", "B"], ["1", "2"]]);
  expect(delimitedCells('"Quay, north";"said ""no"""\n"two\nlines";2')).toEqual([["Quay, north", 'said "no"'], ["two lines", "2"]]);
  expect(delimitedCells("محطة،1\nأخرى،2")).toBeNull();
});

test("words with commas in them are no table", () => {
  expect(delimitedCells("The gates, all six, are shut.")).toBeNull();
  expect(delimitedCells("One, two\nand three, four, five")).toBeNull();
  expect(delimitedCells("")).toBeNull();
});

test("what was written as a file is read as it was", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "7", ",", ";", '"', " ", "ع", "."), maxLength: 8 }).map((text) => text.trim());
  fc.assert(fc.property(fc.constantFrom(",", ";"), fc.integer({ min: 2, max: 5 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 6 })), (mark, rows) => {
    const full = rows.filter((row) => row.some((one) => one !== ""));
    fc.pre(full.length > 1);
    const text = full.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(mark)).join("\r\n");
    const read = delimitedCells(text);
    expect(read).toEqual(full);
  }));
});
