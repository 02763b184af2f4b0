import { expect, test } from "vitest";
import { gridOf, isEmpty, pasted, turned, typedCell, withHeadings } from "./grid.ts";

const english = { numbers: true, language: "en-GB" };

test("headings are known from numbers, and the sign they share is the unit", () => {
  expect(gridOf([["Giver", "Share"], ["Germany", "6.5%"], ["UK", "5.5%"]], english)).toEqual({ columns: ["Giver", "Share"], rows: [["Germany", 6.5], ["UK", 5.5]], sign: "%" });
  expect(gridOf([["Germany", "6,5 €"], ["UK", "5,5"]], english)).toEqual({ columns: ["", ""], rows: [["Germany", 6.5], ["UK", 5.5]], sign: "" });
});

test("words pasted where the names of columns stand begin with those names", () => {
  const trains = [["Line", "State"], ["Coast", "Stopped"], ["Hill", "Running"]];
  expect(gridOf(trains, { ...english, numbers: false }, true)).toMatchObject({ columns: ["Line", "State"], rows: [["Coast", "Stopped"], ["Hill", "Running"]] });
  expect(gridOf(trains, { ...english, numbers: false })).toMatchObject({ columns: ["", ""] });
});

test("years over numbers are headings, years among numbers are not", () => {
  expect(gridOf([["", "2015", "2025"], ["Hill", "120", "145"]], english)).toMatchObject({ columns: ["", "2015", "2025"], rows: [["Hill", 120, 145]] });
  expect(gridOf([["2015", "310"], ["2025", "1240"]], english)).toMatchObject({ columns: ["", ""], rows: [["2015", 310], ["2025", 1240]] });
});

test("empty lines and columns at the edge of a copied range are left behind", () => {
  expect(gridOf([["A", "B", ""], ["", "", ""], ["x", "1", ""], ["", "", ""]], english)).toMatchObject({ columns: ["A", "B"], rows: [["x", 1]] });
});

test("an Arabic table is read in its own digits", () => {
  expect(gridOf([["المحطة", "المنسوب"], ["الرصيف", "٤٫٨٧"], ["الجسر", "−١٫٢"]], { numbers: true, language: "ar" })).toMatchObject({ columns: ["المحطة", "المنسوب"], rows: [["الرصيف", 4.87], ["الجسر", -1.2]] });
});

test("a table keeps its words as they are", () => {
  expect(gridOf([["Place", "Beds"], ["School", "about 80"], ["Hall", "220"]], { numbers: false, language: "en-GB" })).toMatchObject({ rows: [["School", "about 80"], ["Hall", 220]] });
});

test("cells pasted into a grid that has some are put where they were pasted", () => {
  const next = pasted({ columns: ["A", "B"], rows: [["x", 1]] }, [["2,5"], ["3,5"]], 0, 1, english);
  expect(next).toEqual({ columns: ["A", "B"], rows: [["x", 2.5], ["", 3.5]] });
  expect(pasted({ columns: ["A"], rows: [] }, [Array<string>(21).fill("1")], 0, 0, english)).toBeNull();
});

test("rows become columns and columns rows, and twice is as before", () => {
  const grid = { columns: ["", "2015", "2025"], rows: [["Hill", 120, 145], ["Quay", 310, null]] };
  expect(turned(grid)).toEqual({ columns: ["", "Hill", "Quay"], rows: [["2015", 120, 310], ["2025", 145, null]] });
  expect(turned(turned(grid)!)).toEqual(grid);
  expect(turned({ columns: ["a", "b"], rows: Array.from({ length: 20 }, () => ["x", 1]) })).toBeNull();
});

test("a first row that was taken for numbers can be made the headings", () => {
  expect(withHeadings({ columns: ["", ""], rows: [["Year", 2015], ["x", 1]] })).toEqual({ columns: ["Year", "2015"], rows: [["x", 1]] });
});

test("a grid is empty until something stands in it", () => {
  expect(isEmpty({ columns: ["", ""], rows: [["", null]] })).toBe(true);
  expect(isEmpty({ columns: ["", ""], rows: [["", 0]] })).toBe(false);
});

test("a comma typed in a number is understood", () => {
  expect(typedCell("4,87", english)).toBe(4.87);
  expect(typedCell("4.87m", english)).toBe("4.87m");
});
