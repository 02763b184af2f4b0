import type { Editor } from "@tiptap/core";
import type { Block } from "../../api/types.ts";
import type { Share, Surroundings } from "../context.ts";
import { meant, withMedia } from "../model/files.ts";
import { same } from "../model/merge.ts";
import type { Words } from "../words.ts";
import { changeCard, find, insertBlock } from "./insert.ts";

/** A file that was pasted or dropped: its card stands at once and gets the file when it is there; the words go on meanwhile. */
export async function takeFile(editor: Editor, file: File, { upload, say, words }: Surroundings): Promise<void> {
  if (!upload) return say(words.media.none);
  const takes = meant(file);
  // They are of a video, and nothing by themselves.
  if (takes === "captions") return say(words.media.captions);
  const begun: Block = takes === "document" ? { kind: "document", title: file.name } : { kind: takes };
  const id = insertBlock(editor, begun, false);
  say(words.media.sending);
  try {
    const sent = await upload(file, { block: id, takes, after: before(editor, id) }, progressIn(words, say));
    // The writer may have gone on to another post; whoever keeps the file brings it to this one.
    if (editor.isDestroyed) return;
    changeCard(editor, id, (block) => withMedia(block, sent));
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
export function progressIn({ media }: Words, say: (sentence: string) => void): (share: Share) => void {
  let said: Share | undefined;
  return (share) => {
    const now = typeof share === "number" ? Math.floor(share * 4) : share;
    if (now === said) return;
    said = now;
    if (typeof now === "string") say(media[now]);
    else if (now === 4) say(media.looking);
    else if (now > 0) say(`${media.sending} ${now * 25} %`);
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
