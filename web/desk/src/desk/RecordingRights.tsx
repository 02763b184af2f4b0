import { type FormEvent, useState } from "react";
import { createPortal } from "react-dom";
import { useQueryClient } from "@tanstack/react-query";
import { type LibraryFile, fileKey, library } from "../api/library.ts";
import { here, keptEnd, typedEnd } from "../times/ends.ts";
import { Day } from "../ui/Day.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useAsked } from "../ui/asked.ts";
import { Field } from "../ui/Field.tsx";
import { Sentence } from "../ui/Sentence.tsx";
import { say } from "../ui/notices.tsx";
import { useWords } from "../words/words.tsx";

/** Until when a recording may be shown, and a way to set that. */
export function RecordingRights({ recording }: { recording: LibraryFile }) {
  const w = useWords();
  const [open, setOpen] = useState(false);
  const end = recording.details.notAfter;
  return (
    <>
      {end ? <span className="card-state" dir="auto">{Date.parse(end) <= Date.now() ? w.files.ended : <Day at={end} words={w.files.toEnd} />}</span> : null}
      <button type="button" className="quiet" onClick={() => setOpen(true)}>{w.files.rights}</button>
      {/* Outside the card, whose keys and direction are the text's. */}
      {open ? createPortal(<Rights recording={recording} onLeave={() => setOpen(false)} />, document.body) : null}
    </>
  );
}

function Rights({ recording, onLeave }: { recording: LibraryFile; onLeave(): void }) {
  const w = useWords();
  const client = useQueryClient();
  const [typed, setTyped] = useState(typedEnd(recording.details.notAfter));
  const { busy, sentence, problem, at, ask } = useAsked();
  const save = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    void ask(async () => {
      await library.describe(recording.hash, { notAfter: keptEnd(typed, recording.details.notAfter) });
      await client.invalidateQueries({ queryKey: fileKey(recording.hash) });
      await client.invalidateQueries({ queryKey: ["library"] });
      say(w.app.saved);
      onLeave();
    });
  };
  return (
    <Dialog title={w.files.rightsTitle} onLeave={onLeave}>
      <form onSubmit={save}>
        <Field label={w.files.notAfter(here)} hint={w.files.notAfterWhy} type="datetime-local" value={typed} onChange={(event) => setTyped(event.target.value)} problem={at("notAfter")} dir="ltr" />
        {sentence && !problem?.problems ? <p className="problem" role="alert"><Sentence>{sentence}</Sentence></p> : null}
        <button className="main" disabled={busy}>{busy ? w.app.saving : w.app.save}</button>
      </form>
    </Dialog>
  );
}
