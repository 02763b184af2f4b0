import type { Editor } from "@tiptap/react";
import { useId, useState, type FormEvent } from "react";
import { useSurroundings } from "./context.ts";
import { linkFrom } from "./model/links.ts";

/** Asks where the chosen words lead. Without chosen words, the address stands for itself. */
export function LinkForm({ editor, close }: { editor: Editor; close(): void }) {
  const { words } = useSurroundings();
  const [had] = useState(() => (editor.getAttributes("link")["href"] as string | undefined) ?? "");
  const [typed, setTyped] = useState(had);
  const [refused, setRefused] = useState(false);
  const id = useId();

  function done(): void {
    close();
    // At once, not with the next frame as the focus command has it: the next key is meant for the text.
    editor.view.focus();
  }

  function apply(event: FormEvent): void {
    event.preventDefault();
    const href = linkFrom(typed);
    if (href === null) return setRefused(true);
    const chain = editor.chain();
    if (had !== "") chain.extendMarkRange("link");
    if (editor.state.selection.empty && had === "") chain.insertContent({ type: "text", text: typed.trim(), marks: [{ type: "link", attrs: { href } }] });
    else chain.setMark("link", { href });
    chain.run();
    done();
  }

  function remove(): void {
    editor.chain().extendMarkRange("link").unsetMark("link").run();
    done();
  }

  return (
    <form className="composer-link" onSubmit={apply} onKeyDown={(event) => { if (event.key === "Escape") { event.stopPropagation(); done(); } }}>
      <label htmlFor={id}>{words.link.label}</label>
      <input id={id} autoFocus type="text" inputMode="url" dir="ltr" autoComplete="off" value={typed} aria-invalid={refused} aria-describedby={refused ? `${id}-why` : undefined}
        onChange={(event) => { setTyped(event.target.value); setRefused(false); }} />
      <button type="submit">{words.link.apply}</button>
      {had !== "" && <button type="button" onClick={remove}>{words.link.remove}</button>}
      <button type="button" onClick={done}>{words.link.cancel}</button>
      {refused && <p id={`${id}-why`} role="alert">{words.link.refused}</p>}
    </form>
  );
}
