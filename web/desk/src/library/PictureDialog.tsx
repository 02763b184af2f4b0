import { type FormEvent, useState } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type Details, type ShownPicture, library } from "../api/library.ts";
import { pictureAddress } from "../api/media.ts";
import { To } from "../routes/navigation.tsx";
import { here, keptEnd, typedEnd } from "../times/ends.ts";
import { Day } from "../ui/Day.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useAsked } from "../ui/asked.ts";
import { Area, Choice, Field } from "../ui/Field.tsx";
import { Sentence } from "../ui/Sentence.tsx";
import { say, sentenceOf } from "../ui/notices.tsx";
import { useLanguage } from "../words/words.tsx";
import { wordsFor } from "../composer/index.ts";

type Kind = NonNullable<Details["creditKind"]>;

const kinds: readonly Kind[] = ["agency", "pool", "handout", "screengrab", "user", "own"];

/** One picture of the library. */
export function PictureDialog({ hash, onLeave }: { hash: string; onLeave(): void }) {
  const { w } = useLanguage();
  const picture = useQuery({ queryKey: ["picture", hash], queryFn: ({ signal }) => library.show(hash, signal) });
  return (
    <Dialog title={w.library.picture} wide onLeave={onLeave}>
      {picture.error ? <p className="problem" role="alert"><Sentence>{sentenceOf(picture.error, w)}</Sentence></p> : null}
      {picture.data ? <Form picture={picture.data} onSaved={onLeave} /> : picture.error ? null : <p role="status">{w.app.loading}</p>}
    </Dialog>
  );
}

function Form({ picture, onSaved }: { picture: ShownPicture; onSaved(): void }) {
  const { w, language } = useLanguage();
  const client = useQueryClient();
  const words = wordsFor(language);
  const [typed, setTyped] = useState<Required<{ [Name in keyof Details]: string }>>({
    alt: picture.details.alt ?? "", caption: picture.details.caption ?? "", credit: picture.details.credit ?? "", creditKind: picture.details.creditKind ?? "",
    place: picture.details.place ?? "", taken: picture.details.taken ?? "", rights: picture.details.rights ?? "", notAfter: typedEnd(picture.details.notAfter),
  });
  const { busy, sentence, problem, at, ask } = useAsked();
  const save = (event: FormEvent) => {
    event.preventDefault();
    void ask(async () => {
      await library.describe(picture.hash, { ...typed, notAfter: keptEnd(typed.notAfter, picture.details.notAfter) });
      await client.invalidateQueries({ queryKey: ["library"] });
      await client.invalidateQueries({ queryKey: ["picture", picture.hash] });
      say(w.app.saved);
      onSaved();
    });
  };
  const field = (name: keyof Details, label: string, type = "text") => (
    <Field label={label} type={type} maxLength={1000} value={typed[name]} onChange={(event) => setTyped({ ...typed, [name]: event.target.value })} problem={at(name)} {...(type === "date" ? { dir: "ltr" } : {})} />
  );
  return (
    <form className="picture" onSubmit={save}>
      <figure>
        <img src={pictureAddress(picture.id)} alt={picture.details.alt ?? ""} width={picture.width} height={picture.height} />
        <figcaption>
          <p className="meta">{picture.width} × {picture.height} · <bdi>{picture.addedBy}</bdi>, <Day at={picture.addedAt} /></p>
          <h3>{w.library.uses}</h3>
          {picture.uses.length === 0 ? <p>{w.library.unused}</p> : (
            <ul>
              {picture.uses.map(({ slug, post, withdrawn }) => (
                <li key={slug + (post ?? "")}><To route={{ at: "page", slug, ...(post ? { post } : {}) }}><bdi>{slug}</bdi></To>{post ? null : ` (${w.library.atTop})`}{withdrawn ? ` (${w.state.withdrawn})` : null}</li>
              ))}
            </ul>
          )}
        </figcaption>
      </figure>
      <div>
        <Area label={words.fields["alt"]!} maxLength={1000} value={typed.alt} onChange={(event) => setTyped({ ...typed, alt: event.target.value })} problem={at("alt")} />
        <Area label={words.fields["caption"]!} maxLength={1000} value={typed.caption} onChange={(event) => setTyped({ ...typed, caption: event.target.value })} problem={at("caption")} />
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
