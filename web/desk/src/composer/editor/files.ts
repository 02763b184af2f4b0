import type { Editor } from "@tiptap/core";
import type { Block } from "../../api/types.ts";
import type { Surroundings } from "../context.ts";
import { same } from "../model/merge.ts";
import { changeCard, find, insertBlock } from "./insert.ts";

/** A file that was pasted or dropped: its card stands at once and gets the file when it is there; the words go on meanwhile. */
export async function takeFile(editor: Editor, file: File, { upload, say, words }: Surroundings): Promise<void> {
  if (!upload) return say(words.media.none);
  const kind = /^(?:image|video|audio)\b/.exec(file.type)?.[0] as "image" | "video" | "audio" | undefined;
  const begun: Block = kind ? { kind } : { kind: "document", title: file.name };
  const id = insertBlock(editor, begun, false);
  say(words.media.sending);
  try {
    const { id: media } = await upload(file);
    changeCard(editor, id, (block) => ({ ...block, media }) as Block);
    say("");
  } catch (failure) {
    // What the writer has said about it by now is kept.
    const found = find(editor, id);
    if (found && same(found.node.attrs["block"], begun)) editor.commands.deleteRange({ from: found.position, to: found.position + found.node.nodeSize });
    say(failure instanceof Error && failure.message !== "" ? failure.message : words.media.failed);
  }
}
