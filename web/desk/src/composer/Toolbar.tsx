import { useEditorState, type Editor } from "@tiptap/react";
import { useState, type KeyboardEvent } from "react";
import { useSurroundings } from "./context.ts";
import { insertKind } from "./editor/insert.ts";
import { toggleList } from "./editor/keys.ts";
import { offersFor } from "./editor/slash.ts";
import type { BlockKind } from "../api/types.ts";

/** The most used keys, for those who write with a thumb or do not know them yet. One stop of Tab; arrows lead along it. */
export function Toolbar({ editor, link }: { editor: Editor; link(): void }) {
  const { words } = useSurroundings();
  const [at, setAt] = useState(0);
  const on = useEditorState({
    editor,
    selector: ({ editor }) => ({ strong: editor.isActive("strong"), emphasis: editor.isActive("emphasis"), code: editor.isActive("code"), link: editor.isActive("link"), list: editor.isActive("list"), quote: editor.isActive("quote"), subheading: editor.isActive("subheading") }),
  });
  const tools: readonly (readonly [keyof typeof on, string, string, () => unknown])[] = [
    ["strong", words.marks.strong, "Control+B", () => editor.commands.toggleMark("strong")],
    ["emphasis", words.marks.emphasis, "Control+I", () => editor.commands.toggleMark("emphasis")],
    ["code", words.marks.code, "Control+E", () => editor.commands.toggleMark("code")],
    ["link", words.marks.link, "Control+K", link],
    ["subheading", words.kinds.subheading, "Control+Alt+2", () => editor.commands.toggleNode("subheading", "paragraph")],
    ["list", words.kinds.list, "Control+Shift+8", () => toggleList(editor, false)],
    ["quote", words.kinds.quote, "Control+Shift+9", () => editor.commands.toggleNode("quote", "paragraph")],
  ];

  function arrows(event: KeyboardEvent<HTMLElement>): void {
    const forward = getComputedStyle(event.currentTarget).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const by = event.key === forward ? 1 : event.key === "ArrowLeft" || event.key === "ArrowRight" ? -1 : 0;
    // In the list of blocks arrows choose.
    if (by === 0 || event.target instanceof HTMLSelectElement) return;
    event.preventDefault();
    const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("button, select")];
    const next = (at + by + stops.length) % stops.length;
    setAt(next);
    stops[next]!.focus();
  }

  return (
    <div className="composer-tools" role="toolbar" aria-label={words.toolbar} onKeyDown={arrows}>
      {tools.map(([name, label, keys, run], i) => (
        <button key={name} type="button" tabIndex={at === i ? 0 : -1} aria-pressed={on[name]} aria-keyshortcuts={keys} className={`tool-${name}`} onFocus={() => setAt(i)} onMouseDown={(event) => event.preventDefault()} onClick={() => { editor.view.focus(); run(); }}>
          {label}
        </button>
      ))}
      <select aria-label={words.addBlock} tabIndex={at === tools.length ? 0 : -1} value="" onFocus={() => setAt(tools.length)} onChange={(event) => insertKind(editor, event.target.value as BlockKind)}>
        <option value="" disabled>{words.addBlock}</option>
        {offersFor(words, "").map(({ kind, name }) => <option key={kind} value={kind}>{name}</option>)}
      </select>
    </div>
  );
}
