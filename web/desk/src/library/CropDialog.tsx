import { type FormEvent, type PointerEvent, useRef, useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { type LibraryFile, library } from "../api/library.ts";
import { pictureAddress } from "../api/media.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { useAsked } from "../ui/asked.ts";
import { Choice, Field } from "../ui/Field.tsx";
import { Sentence } from "../ui/Sentence.tsx";
import { say } from "../ui/notices.tsx";
import { useWords } from "../words/words.tsx";
import { type Crop, type Shape, between, changed, largest, shapes } from "./crop.ts";

/** Cuts a part out of a picture: drawn over it, or typed in its pixels. The whole stays as it is. */
export function CropDialog({ file, onCut, onLeave }: { file: LibraryFile; onCut(part: LibraryFile): void; onLeave(): void }) {
  const w = useWords();
  const client = useQueryClient();
  const whole = { width: file.width ?? 1, height: file.height ?? 1 };
  const [shape, setShape] = useState<Shape>("free");
  const [crop, setCrop] = useState<Crop>(largest("free", whole));
  const [typing, setTyping] = useState<{ name: keyof Crop; text: string } | null>(null);
  const from = useRef<{ x: number; y: number } | null>(null);
  const { busy, sentence, ask } = useAsked();
  const cut = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    void ask(async () => {
      const { hash } = await library.crop(file.hash, crop);
      const part = await library.show(hash);
      await client.invalidateQueries({ queryKey: ["library"] });
      say(w.crop.cut);
      onCut(part);
    });
  };
  const point = ({ clientX, clientY, currentTarget }: PointerEvent) => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    const share = (at: number, of: number) => Math.min(1, Math.max(0, at / of));
    return { x: share(clientX - left, width), y: share(clientY - top, height) };
  };
  // As it is typed while it is, whatever is made of half a number meanwhile.
  const number = (name: keyof Crop) => (
    <Field label={w.crop[name]} type="number" dir="ltr" min={0} max={name === "left" || name === "width" ? whole.width : whole.height} step={1} value={typing?.name === name ? typing.text : crop[name]}
      onChange={({ target }) => { setTyping({ name, text: target.value }); setCrop(changed(crop, name, Number(target.value), shape, whole)); }} onBlur={() => setTyping(null)} />
  );
  return (
    <Dialog title={w.crop.title} wide onLeave={onLeave}>
      <form className="crop" onSubmit={cut}>
        <div className="cropped" dir="ltr"
          onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); from.current = point(event); }}
          onPointerMove={(event) => { if (from.current) setCrop(between(from.current, point(event), shape, whole)); }}
          onPointerUp={() => { from.current = null; }} onPointerCancel={() => { from.current = null; }}>
          <img src={pictureAddress(file.id, 960)} alt={file.details.alt ?? ""} width={whole.width} height={whole.height} draggable={false} />
          <svg viewBox={`0 0 ${whole.width} ${whole.height}`} preserveAspectRatio="none" aria-hidden="true">
            <path fillRule="evenodd" d={`M0 0H${whole.width}V${whole.height}H0ZM${crop.left} ${crop.top}h${crop.width}v${crop.height}h${-crop.width}Z`} />
            <rect x={crop.left} y={crop.top} width={crop.width} height={crop.height} />
          </svg>
        </div>
        <div className="filters">
          <Choice label={w.crop.shape} value={shape} options={shapes.map((each) => [each, each === "free" ? w.crop.free : each] as const)} onChange={(next) => { setShape(next); setCrop(largest(next, whole)); }} />
          {number("left")} {number("top")} {number("width")} {number("height")}
        </div>
        <p className="hint">{w.crop.why}</p>
        {sentence ? <p className="problem" role="alert"><Sentence>{sentence}</Sentence></p> : null}
        <button className="main" disabled={busy || (crop.width === whole.width && crop.height === whole.height)}>{busy ? w.app.saving : w.crop.cutIt}</button>
      </form>
    </Dialog>
  );
}
