import { useState } from "react";
import { PictureGrid } from "./PictureGrid.tsx";
import { PictureDialog } from "./PictureDialog.tsx";
import { useWords } from "../words/words.tsx";

/** The newsroom's pictures: what is known about each, and who shows it. */
export function LibraryPage() {
  const w = useWords();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <main className="sheet wide" id="page">
      <title>{w.library.title}</title>
      <h1>{w.library.title}</h1>
      <PictureGrid onChoose={({ hash }) => setOpen(hash)} />
      {open === null ? null : <PictureDialog hash={open} onLeave={() => setOpen(null)} />}
    </main>
  );
}
