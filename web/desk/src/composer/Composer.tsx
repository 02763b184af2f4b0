import type { Editor } from "@tiptap/react";
import { useEffect, useRef } from "react";
import type { Block } from "../api/types.ts";
import type { AskDocument, ChooseFile, FileState, LookUp, Showing, Upload } from "./context.ts";
import { takeOver } from "./editor/takeOver.ts";
import { same } from "./model/merge.ts";
import { Text, type Host } from "./Text.tsx";
import "./composer.css";

export interface ComposerProps {
  /** The post's blocks. A value that the composer did not give itself replaces what is in it, block by block, leaving the caret where it can; one that it gave earlier is old news. */
  blocks: Block[];
  /** Called at every change; cheap, because only what changed is read again. Saving is for the host to pace. */
  onChange(blocks: Block[]): void;
  /** The language of what is written, for spelling and for the composer's own words. */
  language: string;
  direction: "ltr" | "rtl";
  /** The language of the composer's own words, where it is not that of the post. */
  words?: string;
  /** The accessible name of the text; "Text of the post" when absent. */
  label?: string;
  autofocus?: boolean;
  readOnly?: boolean;
  upload?: Upload;
  fileState?: FileState;
  picture?: (media: string) => string;
  /** The same for as long as the composer lives. */
  showing?: Showing;
  lookUp?: LookUp;
  chooseFile?: ChooseFile;
  askDocument?: AskDocument;
  /** "@" at the start of an empty line leads here: to the bylines. */
  onByline?: () => void;
}

/** Where the body of a post is written: every kind of block, by keyboard or thumb. */
export function Composer(props: ComposerProps) {
  const { blocks, language, direction, label, autofocus = false, readOnly = false, upload, fileState, picture, showing, lookUp, chooseFile, askDocument } = props;
  const editor = useRef<Editor>(null);
  const given = useRef<Block[]>(blocks);
  // A host that saves at its own pace may still hand back what was typed a moment ago.
  const gave = useRef(new WeakSet<Block[]>());
  const now = useRef(props);
  // The same for as long as the composer lives: a keystroke that the host answers with new blocks draws nothing anew.
  const host = useRef<Host>({
    blocks: () => now.current.blocks,
    give(next) {
      given.current = next;
      gave.current.add(next);
      now.current.onChange(next);
    },
    byline() {
      now.current.onByline?.();
      return now.current.onByline !== undefined;
    },
  });

  useEffect(() => { now.current = props; });

  useEffect(() => {
    if (!editor.current || blocks === given.current || gave.current.has(blocks) || same(blocks, given.current)) return;
    given.current = blocks;
    takeOver(editor.current, blocks);
  }, [blocks]);

  return <Text ref={editor} host={host.current} language={language} spoken={props.words ?? language} direction={direction} label={label} autofocus={autofocus} readOnly={readOnly} upload={upload} fileState={fileState} picture={picture} showing={showing} lookUp={lookUp} chooseFile={chooseFile} askDocument={askDocument} />;
}
