import { useContext, useEffect, useId, useRef, useState } from "react";
import { progressIn } from "../../editor/files.ts";
import { CardHome, type Had, ItemOf, useSurroundings } from "../../context.ts";

const accepted: Record<string, string> = { image: "image/*", gallery: "image/*", video: "video/*", audio: "audio/*", captions: ".vtt,text/vtt", document: ".pdf,application/pdf" };

/** The file of a block. It is sent at once; until it is there the words go on without it. */
export function MediaView({ own, label, kind, value, onChange, onHad }: { own: boolean; label: string; kind: string; value: string | null | undefined; onChange(media: string | null): void; onHad(picture: Had): void }) {
  const { words, upload, picture, choosePicture, say } = useSurroundings();
  const home = useContext(CardHome);
  const item = useContext(ItemOf);
  const [sending, setSending] = useState(false);
  // What was typed while the file was on its way is in the newest of these, and in none before.
  const now = useRef(onChange);
  useEffect(() => { now.current = onChange; });
  const gone = useRef(false);
  useEffect(() => { gone.current = false; return () => { gone.current = true; }; }, []);
  const had = useRef(onHad);
  useEffect(() => { had.current = onHad; });
  const id = useId();
  const isPicture = /^(?:image|gallery)$/.test(kind);
  const shown = value && picture && isPicture ? picture(value) : null;

  async function send(file: File): Promise<void> {
    setSending(true);
    try {
      const to = own && home && isPicture ? { ...home(), item } : { block: null, after: null };
      const { id: media } = await upload!(file, to, progressIn(words, say));
      // A form that is gone knows an old state of its block; whoever keeps the file brings it there.
      if (!gone.current || to.block === null) now.current(media);
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
      {choosePicture && isPicture && <button type="button" disabled={sending} onClick={() => void choosePicture().then((chosen) => chosen && had.current(chosen))}>{words.media.library}</button>}
      {value && <button type="button" onClick={() => onChange(null)}>{words.media.remove}</button>}
    </div>
  );
}
