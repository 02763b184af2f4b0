import { diffArrays } from "diff";
import type { Block } from "../../api/types.ts";
import { plainText } from "./richText.ts";

export interface Words {
  change: "kept" | "added" | "removed";
  text: string;
}

/** Beyond so many changed words two texts count as rewritten: comparing them would take long and say nothing. */
const MostChanges = 4_000;

/** Two versions of a text, word by word, in reading order; words as the language has them. */
export function compareWords(a: string, b: string, language = "en"): Words[] {
  const changes = diffArrays(wordsIn(a, language), wordsIn(b, language), { maxEditLength: MostChanges })
    ?? [{ removed: true, added: false, value: [a] }, { removed: false, added: true, value: [b] }];
  const words: Words[] = [];
  let [removed, added] = ["", ""];
  for (const [i, change] of changes.entries()) {
    const text = change.value.join("");
    // A blank that happens to stand in both between changed words belongs to the change.
    const between = text.trim() === "" && i > 0 && i < changes.length - 1;
    if (change.removed || (between && !change.added)) removed += text;
    if (change.added || (between && !change.removed)) added += text;
    if (change.added || change.removed || between) continue;
    close();
    words.push({ change: "kept", text });
  }
  close();
  return words;

  function close(): void {
    if (removed !== "") words.push({ change: "removed", text: removed });
    if (added !== "") words.push({ change: "added", text: added });
    [removed, added] = ["", ""];
  }
}

const segmenters = new Map<string, Intl.Segmenter>();

function wordsIn(text: string, language: string): string[] {
  let segmenter = segmenters.get(language);
  if (!segmenter) segmenters.set(language, (segmenter = new Intl.Segmenter(language, { granularity: "word" })));
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** All the words of a block, a line for each text in it, for comparing versions. */
export function wordsOf(block: Block): string {
  const { id: _id, kind: _kind, ...fields } = block;
  return linesIn(fields).join("\n");
}

function linesIn(value: unknown): string[] {
  if (value == null || typeof value === "boolean") return [];
  if (typeof value !== "object") return [String(value)];
  if (Array.isArray(value) && value.length > 0 && value.every(isRun)) return [plainText(value)];
  if (Array.isArray(value) && value.length > 0 && value.every(isCell)) return [value.map((cell) => cell ?? "").join("\t")];
  return Object.values(value).flatMap(linesIn);
}

const isCell = (value: unknown): boolean => value === null || typeof value !== "object";
const isRun = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "text" in value && typeof value.text === "string" && Object.keys(value).every((key) => ["text", "marks", "href"].includes(key));
