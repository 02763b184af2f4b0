import { type FormEvent, useState } from "react";
import type { Coverage, PageLink } from "../api/types.ts";
import { plain } from "../stream/posts.ts";
import { Area, Field } from "../ui/Field.tsx";
import { useWords } from "../words/words.tsx";
import { useEdited } from "./edited.ts";
import { Zones } from "./Zones.tsx";
import { Sentence } from "../ui/Sentence.tsx";

export function TopPart({ page }: { page: Coverage }) {
  const w = useWords();
  const { busy, sentence, problem, at, edit } = useEdited(page);
  const [headline, setHeadline] = useState(page.headline);
  const [standfirst, setStandfirst] = useState(page.standfirst ?? "");
  const [contributors, setContributors] = useState(plain(page.contributors));
  const [zone, setZone] = useState(page.timeZone);
  const [previous, setPrevious] = useState(linkText(page.previous));
  const [next, setNext] = useState(linkText(page.next));
  const save = (event: FormEvent) => {
    event.preventDefault();
    void edit({
      headline: headline.trim(), standfirst: standfirst.trim() || null, timeZone: zone,
      ...(contributors === plain(page.contributors) ? {} : { contributors: contributors.trim() || null }),
      // A link that was not touched keeps its title.
      ...(previous === linkText(page.previous) ? {} : { previous: link(previous) }),
      ...(next === linkText(page.next) ? {} : { next: link(next) }),
    });
  };
  return (
    <section aria-labelledby="top">
      <h2 id="top">{w.settings.top}</h2>
      <form onSubmit={save}>
        <Field label={w.pages.headline} required maxLength={300} value={headline} onChange={(event) => setHeadline(event.target.value)} problem={at("headline")} lang={page.language} />
        <Area label={w.pages.standfirst} hint={w.pages.standfirstWhy} value={standfirst} onChange={(event) => setStandfirst(event.target.value)} problem={at("standfirst")} lang={page.language} />
        <Field label={w.settings.contributors} hint={w.settings.contributorsWhy} value={contributors} onChange={(event) => setContributors(event.target.value)} problem={at("contributors")} lang={page.language} />
        <Zones value={zone} onChange={setZone} problem={at("timeZone")} />
        <div className="pair">
          <Field label={w.settings.previous} hint={w.settings.linkWhy} value={previous} onChange={(event) => setPrevious(event.target.value)} problem={at("previous")} dir="ltr" />
          <Field label={w.settings.next} hint={w.settings.linkWhy} value={next} onChange={(event) => setNext(event.target.value)} problem={at("next")} dir="ltr" />
        </div>
        {sentence && !problem?.problems ? <p className="problem" role="alert"><Sentence>{sentence}</Sentence></p> : null}
        <button className="main" disabled={busy}>{busy ? w.app.saving : w.app.save}</button>
      </form>
    </section>
  );
}

const linkText = (value: PageLink | null | undefined): string => value?.url ?? "";
// The slug of a live page here is enough of an address.
const link = (text: string): PageLink | null => {
  const address = text.trim();
  return address ? { url: /^[a-z0-9-]+$/.test(address) ? `/live/${address}` : address } : null;
};
