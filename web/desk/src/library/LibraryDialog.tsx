import type { FileType, LibraryFile } from "../api/library.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words/words.tsx";
import { FileGrid } from "./FileGrid.tsx";

/** A file that the newsroom has already, for a post. */
export function LibraryDialog({ type, onChoose, onLeave }: { type: FileType; onChoose(file: LibraryFile): void; onLeave(): void }) {
  const w = useWords();
  return <Dialog title={w.library.choose[type]} wide onLeave={onLeave}><FileGrid only={type} onChoose={onChoose} /></Dialog>;
}
