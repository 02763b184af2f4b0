import type { BlockOf } from "../../api/types.ts";
import { cellOf, type Cell } from "./spreadsheet.ts";

/** What the server takes of a table; a larger one comes as paragraphs. */
export const MostColumns = 20;
export const MostRows = 500;
const MostCell = 1_000;

/** The cells of a table, row by row; one that reaches over several places stands in the first of them. Null when it is larger than a table may be. */
export function cellsIn(table: HTMLTableElement): string[][] | null {
  const lines = [...table.querySelectorAll("tr")].filter((row) => row.closest("table") === table);
  if (lines.length > MostRows + 1) return null;
  const rows: string[][] = [];
  const below: number[] = [];
  for (const line of lines) {
    const row: string[] = [];
    for (const cell of line.children) {
      while (carried(row.length)) row.push("");
      const text = cell.textContent!.replace(/[\s\u00a0]+/g, " ").trim();
      if (text.length > MostCell) return null;
      const [across, down] = [span(cell, "colspan", MostColumns), span(cell, "rowspan", MostRows)];
      for (let i = 0; i < across; i++) {
        below[row.length] = down - 1;
        row.push(i === 0 ? text : "");
      }
    }
    while (carried(row.length)) row.push("");
    rows.push(row);
  }
  const width = Math.max(0, ...rows.map((row) => row.length));
  return width > MostColumns ? null : rows.map((row) => [...row, ...Array<string>(width - row.length).fill("")]);

  // A cell of a row above reaches down into this place.
  function carried(column: number): boolean {
    const rest = below[column] ?? 0;
    if (rest > 0) below[column] = rest - 1;
    return rest > 0;
  }
}

/** The cells of the first table in markup from a clipboard; null when there is none. */
export function cellsInMarkup(html: string): string[][] | null {
  const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
  return table && cellsIn(table);
}

/** A table of data. Null for one that only lays out a page or mail, which is read as if it were not there, and for one too large. */
export function tableOf(table: HTMLTableElement): BlockOf<"table"> | null {
  if (table.querySelector("table, ul, ol, h1, h2, h3, h4")) return null;
  const [head, ...body] = cellsIn(table) ?? [];
  if (!head || head.length < 2 || body.length < 1) return null;
  const title = table.caption?.textContent?.replace(/\s+/g, " ").trim();
  return {
    kind: "table",
    ...(title ? { title: title.slice(0, MostCell) } : {}),
    columns: head,
    rows: body.filter((row) => row.some((cell) => cell !== "")).map((row) => row.map((cell, i): Cell => (i === 0 ? cell : cellOf(cell)))),
  };
}

function span(cell: Element, name: string, most: number): number {
  const number = Number.parseInt(cell.getAttribute(name) ?? "1", 10);
  return number >= 1 ? Math.min(number, most) : 1;
}
