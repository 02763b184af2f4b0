import type { Editor } from "@tiptap/core";
import type { Block } from "../../api/types.ts";
import type { Surroundings } from "../context.ts";
import { same } from "../model/merge.ts";
import type { Words } from "../words.ts";
import { changeCard, find, insertBlock } from "./insert.ts";

/** A file that was pasted or dropped: its card stands at once and gets the file when it is there; the words go on meanwhile. */
export async function takeFile(editor: Editor, file: File, { upload, say, words }: Surroundings): Promise<void> {
  if (!upload) return say(words.media.none);
  const kind = /^(?:image|video|audio)\b/.exec(file.type)?.[0] as "image" | "video" | "audio" | undefined;
  const begun: Block = kind ? { kind } : { kind: "document", title: file.name };
  const id = insertBlock(editor, begun, false);
  say(words.media.sending);
  try {
    const { id: media } = await upload(file, { block: id, after: before(editor, id) }, progressIn(words, say));
    // The writer may have gone on to another post; whoever keeps the file brings it to this one.
    if (editor.isDestroyed) return;
    changeCard(editor, id, (block) => ({ ...block, media }) as Block);
    say("");
  } catch (failure) {
    if (editor.isDestroyed) return;
    // What the writer has said about it by now is kept.
    const found = find(editor, id);
    if (found && same(found.node.attrs["block"], begun)) editor.commands.deleteRange({ from: found.position, to: found.position + found.node.nodeSize });
    say(failure instanceof Error && failure.message !== "" ? failure.message : words.media.failed);
  }
}

/** Says how far a file is: in quarters, as each is read aloud. */
export function progressIn({ media }: Words, say: (sentence: string) => void): (share: number | null) => void {
  let said = -1;
  return (share) => {
    const quarter = share === null ? -2 : Math.floor(share * 4);
    if (quarter === said) return;
    said = quarter;
    if (share === null) say(media.waiting);
    else if (quarter > 0 && quarter < 4) say(`${media.sending} ${quarter * 25} %`);
  };
}

// The name of the block before this one.
export function before(editor: Editor, id: string): string | null {
  let name: string | null = null;
  let found: string | null = null;
  editor.state.doc.forEach((node) => {
    if (node.attrs["id"] === id) found = name;
    name = (node.attrs["id"] as string | null) ?? name;
  });
  return found;
}
