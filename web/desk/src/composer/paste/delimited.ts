import { cellsOf } from "./spreadsheet.ts";

/** Cells as they come from a spreadsheet (between tabs) or out of a file (between semicolons or commas, in quotation marks where need be). Null when the text is no table. */
export function delimitedCells(text: string): string[][] | null {
  const clean = text.replace(/^\ufeff/, "");
  if (clean.includes("\t")) return cellsOf(clean);
  const said = /^sep=(.)\r?\n/i.exec(clean);
  if (said) return cellsBetween(clean.slice(said[0].length), said[1]!);
  // A comma may stand in a number, so semicolons are looked for first.
  for (const mark of [";", ","]) {
    const rows = cellsBetween(clean, mark);
    if (rows.length > 1 && rows[0]!.length > 1 && rows.every((row) => row.length === rows[0]!.length)) return rows;
  }
  return null;
}

// A cell that begins with a quotation mark ends with one before the mark; where it does not, this is not what stands between the cells.
function cellsBetween(text: string, mark: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = new RegExp(`[ ]*(?:"((?:[^"]|"")*)"[ ]*|((?![ "])[^${mark}\\r\\n]*))(${mark}|\\r\\n|\\r|\\n|$)`, "gy");
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    row.push(match[1]?.replaceAll('""', '"').replace(/\s*[\r\n]+\s*/g, " ") ?? match[2]!.trim());
    if (match[3] !== mark) {
      if (row.some((one) => one !== "")) rows.push(row);
      row = [];
    }
    if (match[3] === "") return rows;
  }
  return [];
}
