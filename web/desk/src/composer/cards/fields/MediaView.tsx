import { useContext, useEffect, useId, useRef, useState } from "react";
import { Sentence } from "../../../ui/Sentence.tsx";
import { progressIn } from "../../editor/files.ts";
import { DocumentNote } from "./DocumentNote.tsx";
import { CardHome, type Had, type Home, ItemOf, useSurroundings } from "../../context.ts";
import { lengthOf, type Takes } from "../../model/files.ts";

const accepted: Record<Takes, string> = { image: "image/*", video: "video/*", audio: "audio/*", captions: ".vtt,.srt,text/vtt", document: ".pdf,application/pdf" };

interface MediaProps {
  /** What it is of its block, when not the file itself. */
  as: Home["as"];
  label: string;
  takes: Takes;
  value: string | null | undefined;
  onChange(media: string | null): void;
  /** The file has come with more than its name. */
  onHad(file: Had): void;
}

/** The file of a block. It is sent at once; until it is there the words go on without it. */
export function MediaView({ as, label, takes, value, onChange, onHad }: MediaProps) {
  const { words, upload, picture, chooseFile, askDocument, say } = useSurroundings();
  const home = useContext(CardHome);
  const item = useContext(ItemOf);
  const [sending, setSending] = useState(false);
  const [wrong, setWrong] = useState("");
  // What was typed while the file was on its way is in the newest of these, and in none before.
  const now = useRef({ onChange, onHad });
  useEffect(() => { now.current = { onChange, onHad }; });
  const gone = useRef(false);
  useEffect(() => { gone.current = false; return () => { gone.current = true; }; }, []);
  const id = useId();
  const shown = value && picture && takes === "image" ? picture(value) : null;

  async function send(file: File): Promise<void> {
    setSending(true);
    setWrong("");
    try {
      const to = { ...(home ? { ...home(), item, as } : { block: null, after: null }), takes, over: value ?? undefined };
      const { id: media, poster } = await upload!(file, to, progressIn(words, say));
      // A form that is gone knows an old state of its block; whoever keeps the file brings it there.
      if (!gone.current || to.block === null) poster ? now.current.onHad({ id: media, poster }) : now.current.onChange(media);
      say("");
      const known = takes === "document" ? await askDocument?.(media) : null;
      if (known && !gone.current) now.current.onHad({ id: media, title: known.title, firstPage: known.firstPage });
    } catch (failure) {
      const sentence = failure instanceof Error && failure.message !== "" ? failure.message : words.media.failed;
      say(gone.current ? sentence : "");
      setWrong(sentence);
    } finally {
      setSending(false);
    }
  }

  return (
    <div className="field field-media">
      <span className="field-name" id={`${id}-name`}>{label}</span>
      {shown ? <img src={shown} alt="" width="96" height="72" /> : <span className="field-note">{sending ? words.media.sending : value ? told(value) : as ? "" : words.media.described}</span>}
      {upload && (
        <>
          <input id={id} className="visually-hidden" type="file" accept={accepted[takes]} aria-labelledby={`${id}-name ${id}-choose`} aria-describedby={`${id}-wrong`} disabled={sending}
            onChange={({ target }) => { const [file] = target.files ?? []; if (file) void send(file); target.value = ""; }} />
          <label className="button" id={`${id}-choose`} htmlFor={id}>{value ? words.media.replace : words.media.choose}</label>
        </>
      )}
      {chooseFile && <button type="button" disabled={sending} onClick={() => void chooseFile(takes).then((chosen) => chosen && now.current.onHad(chosen))}>{words.media.library}</button>}
      {value && <button type="button" onClick={() => onChange(null)}>{words.media.remove}</button>}
      {value && takes === "document" && <DocumentNote media={value} onHad={onHad} />}
      <p className="field-wrong" id={`${id}-wrong`} role="alert">{wrong && <Sentence>{wrong}</Sentence>}</p>
    </div>
  );

  function told(media: string): React.ReactNode {
    const length = lengthOf(media);
    return length ? <bdi>{length}</bdi> : words.media.there;
  }
}
