import { append, type Run } from "../model/richText.ts";

/** Runs as a page shows them: blanks and line breaks are one blank, none at the ends; a lone no-break space between words is kept. */
export function tidied(runs: readonly Run[]): Run[] {
  const tidy: Run[] = [];
  let afterBlank = true;
  for (const run of runs) {
    let text = run.text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\ufeff]/g, "").replace(/[ \t\r\n\u00a0]+/g, (blanks) => (blanks === "\u00a0" ? blanks : " "));
    if (afterBlank) text = text.replace(/^[ \u00a0]+/, "");
    if (text === "") continue;
    afterBlank = /[ \u00a0]$/.test(text);
    append(tidy, { ...run, text });
  }
  const last = tidy.at(-1);
  if (last) {
    last.text = last.text.trimEnd();
    if (last.text === "") tidy.pop();
  }
  return tidy;
}
