import type { Cell } from "./spreadsheet.ts";

export type DecimalMark = "." | ",";

export interface Figure {
  number: number;
  /** A percent or currency sign that stood with it. */
  sign: string;
}

const blanks = /[\s\u00a0\u2007\u2009\u202f'’]/g;
// What tables write where a number is not known.
const unknown = /^(?:[-–—:.…]+|n\/?a\.?|null|#n\/a)$/i;
const signs = /^(%|٪|[A-Z]{0,3}\p{Sc}|[A-Z]{3}\b)|(%|٪|\p{Sc}|\b[A-Z]{3})$/u;
const MostDigits = 15;

/** Arabic and Persian digits as those of this page, and their marks as marks. */
const western = (text: string): string => text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15)).replace(/\u066b/g, ".").replace(/\u066c/g, "'");

/** A text without what may stand around a number: its sign, brackets for less than nought, a percent or currency sign. */
function bare(text: string): { digits: string; negative: boolean; sign: string } {
  let rest = western(text).replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, "").trim();
  let negative = false;
  let sign = "";
  // A minus may stand before its currency or after it.
  for (let i = 0; i < 3; i++) {
    const bracketed = /^\((.*)\)$/.exec(rest);
    if (bracketed) [rest, negative] = [bracketed[1]!.trim(), true];
    if (/^[-−–]/.test(rest)) [rest, negative] = [rest.slice(1).trim(), true];
    else if (rest.startsWith("+")) rest = rest.slice(1).trim();
    const found = sign === "" ? signs.exec(rest) : null;
    if (found) [sign, rest] = [found[0] === "٪" ? "%" : found[0], rest.replace(found[0], "").trim()];
  }
  return { digits: rest.replace(blanks, (blank) => (/['’]/.test(blank) ? "'" : " ")), negative, sign };
}

/** Which mark stands before the decimals of numbers that came together: what one of them leaves open another says. With no word from any, the language decides. */
export function decimalMarkOf(texts: readonly string[], language: string): DecimalMark {
  let balance = 0;
  for (const text of texts) {
    const { digits } = bare(text);
    if (!/^[\d.,' ]+$/.test(digits)) continue;
    const [points, commas] = [digits.split(".").length - 1, digits.split(",").length - 1];
    if (points && commas) balance += digits.lastIndexOf(",") > digits.lastIndexOf(".") ? 1 : -1;
    else if (commas + points > 1) balance += commas ? -1 : 1;
    // Three digits after a single mark may be thousands, unless nought stands before it.
    else if (commas + points === 1 && (!/^[^.,]{1,3}[.,]\d{3}$/.test(digits) || /^0[.,]/.test(digits))) balance += commas ? 1 : -1;
  }
  if (balance !== 0) return balance > 0 ? "," : ".";
  return new Intl.NumberFormat(language).formatToParts(1.5).find((part) => part.type === "decimal")?.value === "," ? "," : ".";
}

/** A number as people and spreadsheets write it: null when it is none. */
export function figureOf(text: string, mark: DecimalMark): Figure | null {
  const { digits, negative, sign } = bare(text);
  const number = plain(digits, mark) ?? plain(digits, mark === "." ? "," : ".");
  if (number === null || number.replace(/^0+|\D/g, "").length > MostDigits) return null;
  return { number: Number(negative ? `-${number}` : number), sign };
}

function plain(digits: string, mark: DecimalMark): string | null {
  const [point, group] = mark === "." ? ["\\.", ","] : [",", "\\."];
  if (!new RegExp(`^(?:\\d+|\\d{1,3}(?:[${group}' ]\\d{3})+|(?=${point}\\d))(?:${point}\\d+)?$`).test(digits)) return null;
  return digits.replace(new RegExp(`[${group}' ]`, "g"), "").replace(mark, ".");
}

/** A cell of a column of numbers: a number, nothing where it is not known, or the words, which are then to be put right. */
export function numberCellOf(text: string, mark: DecimalMark): Cell {
  if (text.trim() === "" || unknown.test(text.trim())) return null;
  return figureOf(text, mark)?.number ?? text.trim();
}
