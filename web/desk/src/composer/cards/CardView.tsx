import { NodeViewWrapper, type NodeViewProps } from "@tiptap/react";
import { useEffect, useRef, useState } from "react";
import type { Block } from "../../api/types.ts";
import { CardHome, useSurroundings } from "../context.ts";
import { cardsOf } from "../editor/cards.ts";
import { before } from "../editor/files.ts";
import { moveBlock } from "../editor/keys.ts";
import { isCarded } from "../model/blocks.ts";
import { lengthOf } from "../model/files.ts";
import { owedBy } from "../model/owed.ts";
import { CardForm } from "./CardForm.tsx";
import { summaryOf } from "./summary.ts";

/** A block as a card: one line that says what it is, and its form when opened. */
export function CardView({ editor, node, selected, getPos, updateAttributes, deleteNode }: NodeViewProps) {
  const { words, picture, fileState } = useSurroundings();
  const id = node.attrs["id"] as string | null;
  const block = node.attrs["block"] as Block;
  const known = isCarded(block.kind);
  const hasForm = known && block.kind !== "divider" && editor.isEditable;
  const [open, setOpen] = useState(() => hasForm && id !== null && cardsOf(editor).opening === id);
  const form = useRef<HTMLDivElement>(null);
  const name = known ? words.kinds[block.kind] : words.unknownKind(block.kind);
  const summary = summaryOf(block);
  const owes = [...new Set(owedBy(block).map((debt) => debt.owes))];
  const media = "media" in block ? (block.media ?? null) : null;
  const shown = block.kind === "video" ? block.poster : /^(?:image|embed|linkCard)$/.test(block.kind) ? media : null;
  const still = shown && picture ? picture(shown) : null;
  const length = lengthOf(media);

  useEffect(() => {
    if (!hasForm || id === null) return;
    const { open } = cardsOf(editor);
    open.set(id, () => setOpen(true));
    return () => { open.delete(id); };
  }, [editor, id, hasForm]);

  useEffect(() => {
    if (!open) return;
    cardsOf(editor).opening = null;
    form.current?.querySelector<HTMLElement>("input:not([type=file]), select, textarea, [contenteditable=true]")?.focus();
  }, [open]);

  function close(): void {
    setOpen(false);
    const at = getPos();
    if (at !== undefined) editor.commands.setNodeSelection(at);
    editor.view.focus();
  }

  const move = (by: -1 | 1): void => {
    const at = getPos();
    if (at !== undefined) moveBlock(editor, by, at);
  };

  return (
    <NodeViewWrapper className="card" role="group" aria-label={summary ? `${name}: ${summary}` : name} data-kind={block.kind} data-selected={selected || undefined} data-open={open || undefined}>
      <div className="card-head" data-drag-handle="">
        {still && <img className="card-still" src={still} alt="" width="48" height="36" />}
        <span className="card-kind">{name}</span>
        {block.kind === "divider" ? <hr className="card-divider" /> : <span className="card-summary">{known ? summary : words.unknownNote}</span>}
        {length && <bdi className="card-length">{length}</bdi>}
        {fileState && /^(?:image|gallery|video|audio)$/.test(block.kind) && fileState(id, media)}
        {owes.length > 0 && <span className="owed">{words.owedSentence(owes)}</span>}
        {editor.isEditable && (
          <span className="card-keys">
            {hasForm && <button type="button" aria-expanded={open} onClick={() => (open ? close() : setOpen(true))}>{open ? words.done : words.open}</button>}
            <button type="button" onClick={() => deleteNode()}>{words.remove}</button>
          </span>
        )}
      </div>
      {open && hasForm && isCarded(block.kind) && (
        <div className="card-form" ref={form} role="group" aria-label={name} onKeyDown={(event) => { if (event.key === "Escape") { event.stopPropagation(); event.preventDefault(); close(); } }}>
          <CardHome value={() => ({ block: id, after: id && before(editor, id), card: block })}><CardForm block={block} onChange={(next) => updateAttributes({ block: next })} /></CardHome>
          <div className="card-foot">
            <button type="button" onClick={() => move(-1)}>{words.moveUp}</button>
            <button type="button" onClick={() => move(1)}>{words.moveDown}</button>
            <button type="button" className="main" onClick={close}>{words.done}</button>
          </div>
        </div>
      )}
    </NodeViewWrapper>
  );
}
