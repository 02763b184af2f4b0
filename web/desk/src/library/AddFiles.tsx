import { useRef, useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { type Sent, sendFile } from "../api/media.ts";
import { Sentence } from "../ui/Sentence.tsx";
import type { Words } from "../words/en.ts";
import { useWords } from "../words/words.tsx";
import { sendAll } from "./sendAll.ts";

/** Files that are brought to the library by themselves, one after another. What is not taken is named with what to do, and the others are there. */
export function AddFiles() {
  const w = useWords();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<{ name: string; at: number; of: number; share: number } | null>(null);
  const [untaken, setUntaken] = useState<readonly { name: string; why: string }[]>([]);

  async function send(files: readonly File[]): Promise<void> {
    setUntaken([]);
    const failed = await sendAll(files, async (file, at) => {
      const told = { name: file.name, at: at + 1, of: files.length };
      setSending({ ...told, share: 0 });
      const sent = await sendFile(file, file.name, (share) => setSending({ ...told, share }));
      if (sent.kind === "done") void client.invalidateQueries({ queryKey: ["library"] });
      return sent;
    });
    setSending(null);
    setUntaken(failed.map(({ file, sent }) => ({ name: file.name, why: whyNot(sent, w) })));
  }

  return (
    <div className="add-files">
      <input ref={input} hidden type="file" multiple accept="image/*,video/*,audio/*,.pdf,application/pdf,.vtt,.srt,text/vtt"
        onChange={({ target }) => { const files = [...(target.files ?? [])]; target.value = ""; if (files.length > 0) void send(files); }} />
      <button type="button" className="main" disabled={sending !== null} onClick={() => input.current?.click()}>{w.library.add}</button>
      <span role="status">{sending ? w.library.sending(sending.name, sending.at, sending.of) : ""}</span>
      {sending ? <progress max={1} value={sending.share} aria-label={w.files.sending} /> : null}
      {untaken.length > 0 ? <ul className="problem" role="alert">{untaken.map(({ name, why }, i) => <li key={i}><b><bdi>{name}</bdi></b>: <Sentence>{why}</Sentence></li>)}</ul> : null}
    </div>
  );
}

function whyNot(sent: Sent, w: Words): string {
  if (sent.kind === "refused") return sent.sentence;
  return sent.kind === "busy" ? w.library.busy : w.app.notDone;
}
