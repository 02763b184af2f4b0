import { decimalMarkOf, figureOf, numberCellOf } from "../../paste/numbers.ts";
import { cellOf, type Cell } from "../../paste/spreadsheet.ts";
import { MostColumns, MostRows } from "../../paste/tables.ts";

export interface Grid {
  columns: string[];
  rows: Cell[][];
}

/** How the cells of a grid are read: a chart's are numbers, a table's may be words. */
export interface Reading {
  numbers: boolean;
  /** The language of the post, which decides what a lone comma means. */
  language: string;
}

const reader = ({ numbers, language }: Reading, all: readonly string[]) => {
  const mark = decimalMarkOf(all, language);
  return (text: string): Cell => (numbers ? numberCellOf(text, mark) : cellOf(text));
};

/** What was typed into a cell. */
export const typedCell = (text: string, reading: Reading): Cell => reader(reading, [text])(text);

/** The grid with cells pasted at a place; row -1 is the columns' names. It grows as needed; null when it would grow too large. */
export function pasted({ columns, rows }: Grid, cells: readonly string[][], row: number, column: number, reading: Reading): Grid | null {
  const width = Math.max(columns.length, column + Math.max(...cells.map((line) => line.length)));
  const height = Math.max(rows.length, row + cells.length);
  if (width > MostColumns || height > MostRows) return null;
  const read = reader(reading, cells.flat());
  const next: Grid = {
    columns: Array.from({ length: width }, (_, c) => columns[c] ?? ""),
    rows: Array.from({ length: height }, (_, r) => Array.from({ length: width }, (_, c): Cell => rows[r]?.[c] ?? (c === 0 ? "" : null))),
  };
  for (const [i, line] of cells.entries()) {
    for (const [j, text] of line.entries()) {
      const [r, c] = [row + i, column + j];
      if (r < 0) next.columns[c] = text.trim();
      else next.rows[r]![c] = c === 0 ? text.trim() : read(text);
    }
  }
  return next;
}

/** True while nothing has been typed into it: what is pasted then is the whole of it. */
export const isEmpty = ({ columns, rows }: Grid): boolean => columns.every((name) => name === "") && rows.every((row) => row.every((cell) => cell === null || cell === ""));

/** Cells as a grid of their own: headings found unless it is known that they are there, and the sign that all numbers have in common. Null when they are too many. */
export function gridOf(cells: readonly string[][], reading: Reading, isHeaded = false): (Grid & { sign: string }) | null {
  const lines = cells.filter((line) => line.some((cell) => cell.trim() !== ""));
  const width = Math.max(0, ...lines.map((line) => line.findLastIndex((cell) => cell.trim() !== "") + 1));
  if (width > MostColumns || lines.length > MostRows + 1) return null;
  const even = lines.map((line) => Array.from({ length: width }, (_, c) => (line[c] ?? "").trim()));
  const headed = isHeaded || hasHeadings(even, reading);
  const body = headed ? even.slice(1) : even;
  const texts = body.flatMap((line) => line.slice(1));
  const read = reader(reading, texts);
  const mark = decimalMarkOf(texts, reading.language);
  const found = new Set(texts.map((text) => figureOf(text, mark)?.sign).filter((sign) => sign !== undefined));
  return {
    columns: headed ? even[0]! : Array<string>(width).fill(""),
    rows: body.map((line) => line.map((text, c) => (c === 0 ? text : read(text)))),
    sign: reading.numbers && found.size === 1 ? [...found][0]! : "",
  };
}

// The first line names the columns when it says no number where the others do; years over numbers are names too.
function hasHeadings([first, ...rest]: readonly string[][], { language }: Reading): boolean {
  if (!first || rest.length === 0) return false;
  const mark = decimalMarkOf(rest.flat(), language);
  const isNumber = (text: string | undefined): boolean => text !== undefined && figureOf(text, mark) !== null;
  const isYear = (text: string): boolean => /^(?:1[5-9]|20)\d\d$/.test(text);
  const heads = first.slice(1);
  if (heads.length > 0 && heads.every(isYear) && !isNumber(first[0]) && !rest.every((line) => line.slice(1).every(isYear))) return true;
  if (heads.some(isNumber)) return false;
  const numbered = heads.some((_, c) => rest.some((line) => isNumber(line[c + 1])));
  return numbered || (heads.every((head) => head !== "") && !numbered && rest.length > 1 && !isNumber(first[0]) && rest.every((line) => isNumber(line[0])));
}

/** The first row as the columns' names. */
export const withHeadings = ({ rows }: Grid): Grid => ({ columns: rows[0]!.map((cell) => (cell === null ? "" : String(cell))), rows: rows.slice(1) });

/** Rows as columns and columns as rows; null when the rows are more than columns may be. */
export function turned({ columns, rows }: Grid): Grid | null {
  if (rows.length + 1 > MostColumns) return null;
  return {
    columns: [columns[0] ?? "", ...rows.map((row) => (row[0] == null ? "" : String(row[0])))],
    rows: columns.slice(1).map((name, c) => [name, ...rows.map((row): Cell => row[c + 1] ?? null)]),
  };
}
