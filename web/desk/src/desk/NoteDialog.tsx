import { type FormEvent, useState } from "react";
import { Area } from "../ui/Field.tsx";
import { Dialog } from "../ui/Dialog.tsx";

/** One line of text that something needs before it is done. */
export function NoteDialog({ title, label, placeholder, verb, onDone, onLeave, needed = true }: { title: string; label: string; placeholder?: string; verb: string; onDone(note: string): void; onLeave(): void; needed?: boolean }) {
  const [note, setNote] = useState("");
  const done = (event?: FormEvent) => {
    event?.preventDefault();
    if (!needed || note.trim()) onDone(note.trim());
  };
  return (
    <Dialog title={title} onLeave={onLeave}>
      <form onSubmit={done} onKeyDown={(event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && done(event)}>
        <Area label={label} placeholder={placeholder} required={needed} maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />
        <button className="main">{verb}</button>
      </form>
    </Dialog>
  );
}
