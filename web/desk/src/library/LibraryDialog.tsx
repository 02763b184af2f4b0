import type { Picture } from "../api/library.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words/words.tsx";
import { PictureGrid } from "./PictureGrid.tsx";

/** A picture that the newsroom has already, for a post. */
export function LibraryDialog({ onChoose, onLeave }: { onChoose(picture: Picture): void; onLeave(): void }) {
  const w = useWords();
  return <Dialog title={w.library.choose} wide onLeave={onLeave}><PictureGrid onChoose={onChoose} /></Dialog>;
}
