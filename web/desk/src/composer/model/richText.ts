import type { RichText } from "../../api/types.ts";
import type { DocMark, DocNode } from "./docNode.ts";

export type Mark = "strong" | "emphasis" | "code";
export interface Run {
  text: string;
  marks?: Mark[];
  href?: string;
}

/** The order in which marks are kept, so that there is one way to write a run. */
export const marksInOrder: readonly Mark[] = ["strong", "emphasis", "code"];

/** The runs of a text in their one form: no empty run, no two neighbours alike. */
export function runsOf(text: RichText | null | undefined): Run[] {
  if (text == null) return [];
  const runs: Run[] = [];
  for (const run of typeof text === "string" ? [{ text }] : text) append(runs, run);
  return runs;
}

export const plainText = (text: RichText | null | undefined): string => runsOf(text).map((run) => run.text).join("");

export const isBlank = (text: RichText | null | undefined): boolean => plainText(text).trim() === "";

export const sameRuns = (a: readonly Run[], b: readonly Run[]): boolean =>
  a.length === b.length && a.every((run, i) => run.text === b[i]!.text && alike(run, b[i]!));

export function inlineOf(text: RichText | null | undefined): DocNode[] {
  return runsOf(text).map(({ text, marks, href }) => {
    const set: DocMark[] = href === undefined ? [] : [{ type: "link", attrs: { href } }];
    for (const mark of marks ?? []) set.push({ type: mark });
    return set.length ? { type: "text", text, marks: set } : { type: "text", text };
  });
}

export function runsIn(content: readonly DocNode[] | undefined): Run[] {
  const runs: Run[] = [];
  for (const { text, marks } of content ?? []) {
    const href = marks?.find((mark) => mark.type === "link")?.attrs?.["href"];
    append(runs, {
      text: text ?? "",
      marks: marksInOrder.filter((name) => marks?.some((mark) => mark.type === name)),
      ...(typeof href === "string" ? { href } : {}),
    });
  }
  return runs;
}

/** Adds a run, joined to the one before it when they are set alike. */
export function append(runs: Run[], { text, marks, href }: { text: string; marks?: readonly Mark[] | null; href?: string | null }): void {
  if (text === "") return;
  const set = marksInOrder.filter((mark) => marks?.includes(mark));
  const run: Run = { text, ...(set.length ? { marks: set } : {}), ...(href != null ? { href } : {}) };
  const last = runs.at(-1);
  if (last && alike(last, run)) last.text += text;
  else runs.push(run);
}

const alike = (a: Run, b: Run): boolean => a.href === b.href && (a.marks ?? []).join() === (b.marks ?? []).join();
