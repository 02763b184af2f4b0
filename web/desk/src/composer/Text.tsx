import { Selection } from "@tiptap/pm/state";
import { EditorContent, useEditor, type Editor } from "@tiptap/react";
import { memo, useEffect, useImperativeHandle, useMemo, useRef, useState, type Ref } from "react";
import type { Block } from "../api/types.ts";
import { SurroundingsProvider, type AskDocument, type ChooseFile, type FileState, type LookUp, type Showing, type Surroundings, type Upload } from "./context.ts";
import { bodyExtensions } from "./editor/extensions.ts";
import { takeFile } from "./editor/files.ts";
import { takeLookUp } from "./editor/lookUp.ts";
import type { PasteRefused } from "./editor/pasting.ts";
import type { Offers } from "./editor/slash.ts";
import { CardOffer } from "./CardOffer.tsx";
import { LinkForm } from "./LinkForm.tsx";
import { toBlocks, toDoc } from "./model/doc.ts";
import { overLimits } from "./model/limits.ts";
import { SlashMenu, type SlashKeys } from "./SlashMenu.tsx";
import { Toolbar } from "./Toolbar.tsx";
import { wordsFor, type Words } from "./words.ts";

/** What the text asks of whoever holds it. */
export interface Host {
  blocks(): Block[];
  give(blocks: Block[]): void;
  byline(): boolean;
}

interface TextProps {
  ref: Ref<Editor>;
  host: Host;
  language: string;
  /** The language of the composer's own words. */
  spoken: string;
  direction: "ltr" | "rtl";
  label: string | undefined;
  autofocus: boolean;
  readOnly: boolean;
  upload: Upload | undefined;
  fileState: FileState | undefined;
  picture: ((media: string) => string) | undefined;
  showing: Showing | undefined;
  lookUp: LookUp | undefined;
  chooseFile: ChooseFile | undefined;
  askDocument: AskDocument | undefined;
}

/** The text with its tools and menus; drawn anew only when these change, not when the post does. */
export const Text = memo(function Text({ ref, host, language, spoken, direction, label, autofocus, readOnly, upload, fileState, picture, showing, lookUp, chooseFile, askDocument }: TextProps) {
  const words = useMemo(() => wordsFor(spoken), [spoken]);
  const [sentence, say] = useState("");
  const [linking, setLinking] = useState(false);
  const [offer, setOffer] = useState<string | null>(null);
  const [offers, setOffers] = useState<Offers | null>(null);
  const menu = useRef<SlashKeys>(null);
  const surroundings = useMemo<Surroundings>(() => ({ words, language, direction, upload: upload ?? null, fileState: fileState ?? null, picture: picture ?? null, showing: showing ?? null, lookUp: lookUp ?? null, chooseFile: chooseFile ?? null, askDocument: askDocument ?? null, say }), [words, language, direction, upload, fileState, picture, showing, lookUp, chooseFile, askDocument]);
  // The editor lives longer than one rendering; the files it is handed go where they go now.
  const now = useRef(surroundings);
  useEffect(() => { now.current = surroundings; });

  const editor = useEditor({
    extensions: bodyExtensions({
      words,
      link: () => setLinking(true),
      show: setOffers,
      menuKey: (event) => menu.current?.key(event) ?? false,
      nestingFull: () => say(words.nestingFull),
      refuse: (why) => say(sentenceOf(why, words)),
      pasted: (links) => {
        for (const id of links.embeds) void takeLookUp(editor, id, now.current);
        setOffer(links.bare);
      },
      files: (files) => { for (const file of files) void takeFile(editor, file, now.current); },
      byline: () => host.byline(),
    }),
    content: toDoc(host.blocks()),
    editable: !readOnly,
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    editorProps: { attributes: { role: "textbox", "aria-multiline": "true", "aria-label": label ?? words.body, lang: language, dir: direction, spellcheck: "true" } },
    onUpdate({ editor }) {
      const blocks = toBlocks(editor.state.doc);
      say(overLimits(blocks).map(words.over)[0] ?? "");
      host.give(blocks);
    },
  }, [words, language, direction, label]);

  useImperativeHandle(ref, () => editor, [editor]);

  useEffect(() => {
    if (!autofocus) return;
    editor.view.dispatch(editor.state.tr.setSelection(Selection.atEnd(editor.state.doc)));
    editor.view.focus();
  }, [editor, autofocus]);

  useEffect(() => { if (editor.isEditable === readOnly) editor.setEditable(!readOnly, false); }, [editor, readOnly]);

  return (
    <SurroundingsProvider value={surroundings}>
      <div className="composer" dir={direction}>
        {!readOnly && <Toolbar editor={editor} link={() => setLinking(true)} />}
        {linking && <LinkForm editor={editor} close={() => setLinking(false)} />}
        <EditorContent editor={editor} className="composer-text" />
        {offers && <SlashMenu ref={menu} editor={editor} offers={offers} />}
        {offer !== null && lookUp && <CardOffer editor={editor} block={offer} close={() => setOffer(null)} />}
        <p className="composer-said" role="status">{sentence}</p>
      </div>
    </SurroundingsProvider>
  );
});

function sentenceOf(why: PasteRefused, words: Words): string {
  if (why.refused === "over") return words.pasteOver(words.over(why.limit));
  return why.refused === "large" ? words.pasteTooLarge : words.pasteEmpty;
}
