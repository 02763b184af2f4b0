import { type ReactNode, useMemo, useState } from "react";
import type { FileType } from "../api/library.ts";
import type { ChooseFile, Had, Takes } from "../composer/index.ts";
import { hadOf } from "./had.ts";
import { LibraryDialog } from "./LibraryDialog.tsx";

const typeOf = (takes: Takes): FileType => (takes === "image" ? "picture" : takes);

/** Lets a composer ask for a file of the library: the question, and the dialog that stands while it is open. */
export function useChoosing(): { chooseFile: ChooseFile; dialog: ReactNode } {
  const [asked, setAsked] = useState<{ takes: Takes; answer(chosen: Had | null): void } | null>(null);
  const chooseFile = useMemo<ChooseFile>(() => (takes) => new Promise((answer) => setAsked({ takes, answer })), []);
  const done = (chosen: Had | null) => {
    asked?.answer(chosen);
    setAsked(null);
  };
  return { chooseFile, dialog: asked ? <LibraryDialog type={typeOf(asked.takes)} onChoose={(file) => done(hadOf(file))} onLeave={() => done(null)} /> : null };
}
