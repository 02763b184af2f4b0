import { Node } from "@tiptap/core";
import { UndoRedo } from "@tiptap/extensions";
import { EditorContent, useEditor } from "@tiptap/react";
import { useEffect, useId, useRef, useState } from "react";
import type { RichText } from "../../../api/types.ts";
import { useSurroundings } from "../../context.ts";
import { InlineKeys } from "../../editor/inline.ts";
import { marks } from "../../editor/marks.ts";
import { words as wordNodes } from "../../editor/nodes.ts";
import { LinkForm } from "../../LinkForm.tsx";
import type { DocNode } from "../../model/docNode.ts";
import { same } from "../../model/merge.ts";
import { inlineOf, isBlank, runsIn, type Run } from "../../model/richText.ts";

const [, Text, Paragraph] = wordNodes;
const docOf = (content: string) => Node.create({ name: "doc", topNode: true, content });

interface RichFieldProps {
  label: string;
  value?: RichText | null | undefined;
  /** A text of several paragraphs, instead of one. */
  paragraphs?: RichText[];
  onChange(value: Run[] | Run[][] | null): void;
}

/** A text with marks and links inside a form: a caption, an answer. */
export function RichField({ label, value, paragraphs, onChange }: RichFieldProps) {
  const { language, direction } = useSurroundings();
  const [linking, setLinking] = useState(false);
  const id = useId();
  const many = paragraphs !== undefined;
  const texts = paragraphs ?? [value ?? []];
  const given = useRef<unknown>(texts);
  const change = useRef(onChange);
  useEffect(() => { change.current = onChange; });

  const content = (): DocNode => ({ type: "doc", content: (texts.length ? texts : [[]]).map((text) => ({ type: "paragraph", content: inlineOf(text) })) });
  const editor = useEditor({
    extensions: [docOf(many ? "paragraph+" : "paragraph"), Text!, Paragraph!, ...marks, UndoRedo, InlineKeys.configure({ many, link: () => setLinking(true) })],
    content: content(),
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    editorProps: { attributes: { role: "textbox", "aria-multiline": String(many), "aria-labelledby": id, lang: language, dir: direction, spellcheck: "true" } },
    onUpdate: ({ editor }) => {
      const all = (editor.getJSON() as DocNode).content!.map((paragraph) => runsIn(paragraph.content));
      const next = many ? all.filter((runs) => !isBlank(runs)) : all;
      given.current = next;
      change.current(many ? next : next[0]!);
    },
  }, [many, language, direction]);

  useEffect(() => {
    if (same(texts, given.current)) return;
    given.current = texts;
    editor.commands.setContent(content(), { emitUpdate: false });
  });

  return (
    <div className="field field-rich">
      <span className="field-name" id={id} onClick={() => editor.view.focus()}>{label}</span>
      <EditorContent editor={editor} className="rich" />
      {linking && <LinkForm editor={editor} close={() => setLinking(false)} />}
    </div>
  );
}
