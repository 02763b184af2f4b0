export type Cell = string | number | null;

/** What a spreadsheet puts on the clipboard as text: lines of cells between tabs; a cell with a tab or line break stands in quotation marks. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy;
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    row.push(match[1]?.replaceAll('""', '"').replace(/\s*[\r\n]+\s*/g, " ") ?? match[2] ?? "");
    if (match[3] !== "\t") {
      rows.push(row);
      row = [];
    }
    if (match[3] === "" || cell.lastIndex >= text.length) break;
  }
  if (row.length) rows.push([...row, ""]);
  return rows;
}

/** What was typed or pasted as a cell. A number only if nothing of what was typed is lost by keeping it as one. */
export function cellOf(typed: string): Cell {
  const text = typed.trim().replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).replace("\u066b", ".").replaceAll("\u066c", ",");
  if (text === "") return null;
  const plain = /^[-\u2212+]?\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?$/.test(text) ? text.replace(/[,\u00a0\u202f ]/g, "") : text;
  const digits = plain.replace("\u2212", "-").replace(/^\+/, "");
  if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(digits)) return typed;
  const significant = digits.replace(/[-.]/g, "").replace(/^0+/, "");
  return significant.length <= 15 ? Number(digits) : typed;
}
