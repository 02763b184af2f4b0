import type { Cell } from "../../paste/spreadsheet.ts";

/** As many are told of one by one; a column of words would be a page of sentences. */
const MostTold = 3;

export interface WrongCell {
  row: number;
  column: number;
  text: string;
}

/** The cells of a chart that are no numbers. */
export function wrongCells(rows: readonly Cell[][]): { told: WrongCell[]; more: number } {
  const wrong = rows.flatMap((cells, row) => cells.flatMap((cell, column): WrongCell[] => (column > 0 && typeof cell === "string" ? [{ row, column, text: cell }] : [])));
  return { told: wrong.slice(0, MostTold), more: Math.max(0, wrong.length - MostTold) };
}
