import { EditorContent, useEditor, type Editor } from "@tiptap/react";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Block } from "../api/types.ts";
import { SurroundingsProvider, type Surroundings } from "./context.ts";
import { bodyExtensions } from "./editor/extensions.ts";
import { changeCard, find, insertBlock } from "./editor/insert.ts";
import type { PasteRefused } from "./editor/pasting.ts";
import { takeOver } from "./editor/takeOver.ts";
import type { Offers } from "./editor/slash.ts";
import { LinkForm } from "./LinkForm.tsx";
import { toBlocks, toDoc } from "./model/doc.ts";
import { overLimits } from "./model/limits.ts";
import { same } from "./model/merge.ts";
import { SlashMenu, type SlashKeys } from "./SlashMenu.tsx";
import { Toolbar } from "./Toolbar.tsx";
import { wordsFor } from "./words.ts";
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
  upload?: (file: File) => Promise<{ id: string }>;
  picture?: (media: string) => string;
  /** "@" at the start of an empty line leads here: to the bylines. */
  onByline?: () => void;
}

/** Where the body of a post is written: every kind of block, by keyboard or thumb. */
export function Composer(props: ComposerProps) {
  const { blocks, onChange, language, direction, label, autofocus = false, readOnly = false, upload, picture, onByline } = props;
  const words = useMemo(() => wordsFor(props.words ?? language), [props.words, language]);
  const [sentence, say] = useState("");
  const [linking, setLinking] = useState(false);
  const [offers, setOffers] = useState<Offers | null>(null);
  const menu = useRef<SlashKeys>(null);
  const given = useRef<Block[]>(blocks);
  // A host that saves at its own pace may still hand back what was typed a moment ago.
  const gave = useRef(new WeakSet<Block[]>());
  // The editor lives longer than one rendering; what it calls is always the newest.
  const now = useRef({ onChange, onByline, files: (_files: File[]) => {} });

  const editor = useEditor({
    extensions: bodyExtensions({
      words,
      link: () => setLinking(true),
      show: setOffers,
      menuKey: (event) => menu.current?.key(event) ?? false,
      nestingFull: () => say(words.nestingFull),
      refuse: (why) => say(sentenceOf(why)),
      files: (files) => now.current.files(files),
      byline: () => (now.current.onByline ? (now.current.onByline(), true) : false),
    }),
    content: toDoc(blocks),
    editable: !readOnly,
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    editorProps: { attributes: { role: "textbox", "aria-multiline": "true", "aria-label": label ?? words.body, lang: language, dir: direction, spellcheck: "true" } },
    onUpdate: ({ editor }) => give(editor),
  }, [words, language, direction]);

  function give(editor: Editor): void {
    const next = toBlocks(editor.state.doc);
    given.current = next;
    gave.current.add(next);
    say(overLimits(next).map(words.over)[0] ?? "");
    now.current.onChange(next);
  }

  async function takeFile(file: File): Promise<void> {
    if (!upload) return say(words.media.none);
    const kind = /^video\//.test(file.type) ? "video" : /^audio\//.test(file.type) ? "audio" : /^image\//.test(file.type) ? "image" : "document";
    const begun: Block = kind === "document" ? { kind, title: file.name } : { kind };
    const id = insertBlock(editor, begun, false);
    say(words.media.sending);
    try {
      const { id: media } = await upload(file);
      changeCard(editor, id, (block) => ({ ...block, media }) as Block);
      say("");
    } catch (failure) {
      const found = find(editor, id);
      if (found && same(found.node.attrs["block"], begun)) editor.commands.deleteRange({ from: found.position, to: found.position + found.node.nodeSize });
      say(failure instanceof Error && failure.message !== "" ? failure.message : words.media.failed);
    }
  }

  useEffect(() => {
    now.current = { onChange, onByline, files: (files) => { for (const file of files) void takeFile(file); } };
  });

  useEffect(() => {
    if (blocks === given.current || gave.current.has(blocks) || same(blocks, given.current)) return;
    given.current = blocks;
    takeOver(editor, blocks);
  }, [editor, blocks]);

  useEffect(() => {
    if (!autofocus) return;
    editor.commands.setTextSelection(editor.state.doc.content.size);
    editor.view.focus();
  }, [editor, autofocus]);

  useEffect(() => { editor.setEditable(!readOnly, false); }, [editor, readOnly]);

  function sentenceOf(why: PasteRefused): string {
    if (why.refused === "over") return words.pasteOver(words.over(why.limit));
    return why.refused === "large" ? words.pasteTooLarge : words.pasteEmpty;
  }

  const surroundings = useMemo<Surroundings>(() => ({ words, language, direction, upload: upload ?? null, picture: picture ?? null, say }), [words, language, direction, upload, picture]);

  return (
    <SurroundingsProvider value={surroundings}>
      <div className="composer" dir={direction}>
        {!readOnly && <Toolbar editor={editor} link={() => setLinking(true)} />}
        {linking && <LinkForm editor={editor} close={() => setLinking(false)} />}
        <EditorContent editor={editor} className="composer-text" />
        {offers && <SlashMenu ref={menu} editor={editor} offers={offers} />}
        <p className="composer-said" role="status">{sentence}</p>
      </div>
    </SurroundingsProvider>
  );
}
