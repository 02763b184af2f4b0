import { type FormEvent, useState } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type Details, type LibraryFile, fileKey, library } from "../api/library.ts";
import { To } from "../routes/navigation.tsx";
import { here, keptEnd, typedEnd } from "../times/ends.ts";
import { Day } from "../ui/Day.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useAsked } from "../ui/asked.ts";
import { Area, Choice, Field } from "../ui/Field.tsx";
import { Sentence } from "../ui/Sentence.tsx";
import { say, sentenceOf } from "../ui/notices.tsx";
import { useLanguage, useWords } from "../words/words.tsx";
import { lengthOf, wordsFor } from "../composer/index.ts";
import { Look } from "./Look.tsx";

type Kind = NonNullable<Details["creditKind"]>;

const kinds: readonly Kind[] = ["agency", "pool", "handout", "screengrab", "user", "own"];

/** One file of the library. */
export function FileDialog({ file: { hash, type }, onCrop, onLeave }: { file: LibraryFile; onCrop(whole: LibraryFile): void; onLeave(): void }) {
  const w = useWords();
  const file = useQuery({ queryKey: fileKey(hash), queryFn: ({ signal }) => library.show(hash, signal) });
  return (
    <Dialog title={w.library.one[type]} wide onLeave={onLeave}>
      {file.error ? <p className="problem" role="alert"><Sentence>{sentenceOf(file.error, w)}</Sentence></p> : null}
      {file.data ? <Form file={file.data} onCrop={onCrop} onSaved={onLeave} /> : file.error ? null : <p role="status">{w.app.loading}</p>}
    </Dialog>
  );
}

function Form({ file, onCrop, onSaved }: { file: LibraryFile; onCrop(whole: LibraryFile): void; onSaved(): void }) {
  const { w, language } = useLanguage();
  const client = useQueryClient();
  const words = wordsFor(language);
  const { details } = file;
  const [typed, setTyped] = useState<Required<{ [Name in keyof Details]: string }>>({
    alt: details.alt ?? "", caption: details.caption ?? "", credit: details.credit ?? "", creditKind: details.creditKind ?? "",
    place: details.place ?? "", taken: details.taken ?? "", rights: details.rights ?? "", notAfter: typedEnd(details.notAfter),
  });
  const { busy, sentence, problem, at, ask } = useAsked();
  const save = (event: FormEvent) => {
    event.preventDefault();
    void ask(async () => {
      const { alt, ...others } = typed;
      await library.describe(file.hash, { ...others, ...(file.type === "picture" ? { alt } : {}), notAfter: keptEnd(typed.notAfter, details.notAfter) });
      await client.invalidateQueries({ queryKey: ["library"] });
      await client.invalidateQueries({ queryKey: fileKey(file.hash) });
      say(w.app.saved);
      onSaved();
    });
  };
  const field = (name: keyof Details, label: string, type = "text") => (
    <Field label={label} type={type} maxLength={1000} value={typed[name]} onChange={(event) => setTyped({ ...typed, [name]: event.target.value })} problem={at(name)} {...(type === "date" ? { dir: "ltr" } : {})} />
  );
  const area = (name: "alt" | "caption", label: string) => <Area label={label} maxLength={1000} value={typed[name]} onChange={(event) => setTyped({ ...typed, [name]: event.target.value })} problem={at(name)} />;
  return (
    <form className="described" onSubmit={save}>
      <figure>
        <Look file={file} />
        <figcaption>
          <Facts file={file} />
          {file.type === "picture" ? <button type="button" onClick={() => onCrop(file)}>{w.crop.open}</button> : null}
          <h3>{w.library.uses}</h3>
          <Uses file={file} />
        </figcaption>
      </figure>
      <div>
        {file.type === "picture" ? area("alt", words.fields["alt"]!) : null}
        {area("caption", file.type === "document" ? w.library.documentTitle : words.fields["caption"]!)}
        {field("credit", words.fields["credit"]!)}
        <Choice label={words.fields["creditKind"]!} value={typed.creditKind} options={[["", words.notSaid], ...kinds.map((kind) => [kind, words.choices[kind]!] as const)]} onChange={(creditKind) => setTyped({ ...typed, creditKind })} />
        {field("place", w.library.place)}
        {field("taken", w.library.taken, "date")}
        {field("rights", w.library.rights)}
        <Field label={w.library.notAfter(here)} hint={w.library.notAfterWhy} type="datetime-local" value={typed.notAfter} onChange={(event) => setTyped({ ...typed, notAfter: event.target.value })} problem={at("notAfter")} dir="ltr" />
        {sentence && !problem?.problems ? <p className="problem" role="alert"><Sentence>{sentence}</Sentence></p> : null}
        <button className="main" disabled={busy}>{busy ? w.app.saving : w.app.save}</button>
      </div>
    </form>
  );
}

function Facts({ file }: { file: LibraryFile }) {
  const w = useWords();
  const told = [file.width ? `${file.width} × ${file.height}` : null, lengthOf(file.id), file.pages ? w.library.pages(file.pages) : null].filter(Boolean);
  return (
    <p className="meta">
      {file.fileName ? <><bdi>{file.fileName}</bdi><br /></> : null}
      {told.length > 0 ? <><bdi>{told.join(" · ")}</bdi> · </> : null}<bdi>{file.addedBy}</bdi>, <Day at={file.addedAt} />
    </p>
  );
}

function Uses({ file: { uses } }: { file: LibraryFile }) {
  const w = useWords();
  if (!uses || uses.length === 0) return <p>{w.library.unused}</p>;
  return (
    <ul>
      {uses.map(({ slug, post, withdrawn }) => (
        <li key={slug + (post ?? "")}><To route={{ at: "page", slug, ...(post ? { post } : {}) }}><bdi>{slug}</bdi></To>{post ? null : ` (${w.library.atTop})`}{withdrawn ? ` (${w.state.withdrawn})` : null}</li>
      ))}
    </ul>
  );
}
