import { type ReactNode, useMemo, useState } from "react";
import type { ChoosePicture, Had } from "../composer/index.ts";
import { LibraryDialog } from "./LibraryDialog.tsx";

/** Lets a composer ask for a picture of the library: the question, and the dialog that stands while it is open. */
export function useChoosing(): { choosePicture: ChoosePicture; dialog: ReactNode } {
  const [asked, setAsked] = useState<{ answer(chosen: Had | null): void } | null>(null);
  const choosePicture = useMemo<ChoosePicture>(() => () => new Promise((answer) => setAsked({ answer })), []);
  const done = (chosen: Had | null) => {
    asked?.answer(chosen);
    setAsked(null);
  };
  return { choosePicture, dialog: asked ? <LibraryDialog onChoose={({ id, details }) => done({ id, ...details })} onLeave={() => done(null)} /> : null };
}
