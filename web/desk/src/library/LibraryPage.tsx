import { useState } from "react";
import type { LibraryFile } from "../api/library.ts";
import { useWords } from "../words/words.tsx";
import { AddFiles } from "./AddFiles.tsx";
import { CropDialog } from "./CropDialog.tsx";
import { FileDialog } from "./FileDialog.tsx";
import { FileGrid } from "./FileGrid.tsx";

/** The newsroom's pictures, recordings and documents: what is known about each, and who shows it. */
export function LibraryPage() {
  const w = useWords();
  const [open, setOpen] = useState<LibraryFile | null>(null);
  const [whole, setWhole] = useState<LibraryFile | null>(null);
  return (
    <main className="sheet wide" id="page">
      <title>{w.library.title}</title>
      <h1>{w.library.title}</h1>
      <AddFiles />
      <FileGrid onChoose={setOpen} />
      {open === null ? null : <FileDialog key={open.hash} file={open} onCrop={(file) => { setOpen(null); setWhole(file); }} onLeave={() => setOpen(null)} />}
      {whole === null ? null : <CropDialog file={whole} onCut={(part) => { setWhole(null); setOpen(part); }} onLeave={() => setWhole(null)} />}
    </main>
  );
}
