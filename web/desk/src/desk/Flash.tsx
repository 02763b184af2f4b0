import { type FormEvent, useState } from "react";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words/words.tsx";

/** One line, the page named, Enter: nothing stands between a flash and its readers. */
export function Flash({ page, language, onPublish, onLeave }: { page: string; language: string; onPublish(line: string): void; onLeave(): void }) {
  const w = useWords();
  const [line, setLine] = useState("");
  const publish = (event: FormEvent) => {
    event.preventDefault();
    if (line.trim()) onPublish(line.trim());
  };
  return (
    <Dialog title={<span className="is-live" dir="auto">{w.flash.title(page)}</span>} onLeave={onLeave} wide>
      <form onSubmit={publish} className="flash">
        <input aria-label={w.flash.placeholder} placeholder={w.flash.placeholder} maxLength={300} dir="auto" lang={language} value={line} onChange={(event) => setLine(event.target.value)} />
        <button className="main">{w.flash.publish}</button>
      </form>
      <p className="hint">{w.flash.why}</p>
    </Dialog>
  );
}
