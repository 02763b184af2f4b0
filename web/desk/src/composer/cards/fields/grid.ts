import { cellOf, type Cell } from "../../paste/spreadsheet.ts";
import { MostColumns, MostRows } from "../../paste/tables.ts";

export interface Grid {
  columns: string[];
  rows: Cell[][];
}

/** The grid with cells pasted at a place; row -1 is the columns' names. It grows as needed; null when it would grow too large. */
export function pasted({ columns, rows }: Grid, cells: readonly string[][], row: number, column: number): Grid | null {
  const width = Math.max(columns.length, column + Math.max(...cells.map((line) => line.length)));
  const height = Math.max(rows.length, row + cells.length);
  if (width > MostColumns || height > MostRows) return null;
  const next: Grid = {
    columns: Array.from({ length: width }, (_, c) => columns[c] ?? ""),
    rows: Array.from({ length: height }, (_, r) => Array.from({ length: width }, (_, c): Cell => rows[r]?.[c] ?? (c === 0 ? "" : null))),
  };
  for (const [i, line] of cells.entries()) {
    for (const [j, text] of line.entries()) {
      const [r, c] = [row + i, column + j];
      if (r < 0) next.columns[c] = text.trim();
      else next.rows[r]![c] = c === 0 ? text.trim() : cellOf(text);
    }
  }
  return next;
}
