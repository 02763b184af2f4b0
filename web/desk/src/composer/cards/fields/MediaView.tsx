import { useId, useState } from "react";
import { progressIn } from "../../editor/files.ts";
import { useSurroundings } from "../../context.ts";

const accepted: Record<string, string> = { image: "image/*", gallery: "image/*", video: "video/*", audio: "audio/*", captions: ".vtt,text/vtt", document: ".pdf,application/pdf" };

/** The file of a block. It is sent at once; until it is there the words go on without it. */
export function MediaView({ label, kind, value, onChange }: { label: string; kind: string; value: string | null | undefined; onChange(media: string | null): void }) {
  const { words, upload, picture, say } = useSurroundings();
  const [sending, setSending] = useState(false);
  const id = useId();
  const shown = value && picture && /^(?:image|gallery)$/.test(kind) ? picture(value) : null;

  async function send(file: File): Promise<void> {
    setSending(true);
    try {
      onChange((await upload!(file, { block: null, after: null }, progressIn(words, say))).id);
      say("");
    } catch (failure) {
      say(failure instanceof Error && failure.message !== "" ? failure.message : words.media.failed);
    } finally {
      setSending(false);
    }
  }

  return (
    <div className="field field-media">
      <span className="field-name" id={`${id}-name`}>{label}</span>
      {shown ? <img src={shown} alt="" width="96" height="72" /> : <span className="field-note">{sending ? words.media.sending : (value ?? words.media.described)}</span>}
      {upload && (
        <>
          <input id={id} className="visually-hidden" type="file" accept={accepted[kind]} aria-labelledby={`${id}-name ${id}-choose`} disabled={sending}
            onChange={({ target }) => { const [file] = target.files ?? []; if (file) void send(file); target.value = ""; }} />
          <label className="button" id={`${id}-choose`} htmlFor={id}>{value ? words.media.replace : words.media.choose}</label>
        </>
      )}
      {value && <button type="button" onClick={() => onChange(null)}>{words.media.remove}</button>}
    </div>
  );
}
