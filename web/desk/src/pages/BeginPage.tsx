import { type FormEvent, useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { coverages } from "../api/calls.ts";
import { go } from "../routes/navigation.tsx";
import { useAsked } from "../ui/asked.ts";
import { Area, Check, Field } from "../ui/Field.tsx";
import { useLanguage } from "../words/words.tsx";
import { Zones } from "./Zones.tsx";
import { slugOf } from "./slug.ts";
import { Sentence } from "../ui/Sentence.tsx";

export function BeginPage() {
  const { w, language } = useLanguage();
  const client = useQueryClient();
  const [headline, setHeadline] = useState("");
  const [slug, setSlug] = useState<string | null>(null);
  const [standfirst, setStandfirst] = useState("");
  const [spoken, setSpoken] = useState(language === "en" ? "en-GB" : language);
  const [zone, setZone] = useState(Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [open, setOpen] = useState(true);
  const { busy, sentence, problem, at, ask } = useAsked();
  const begin = (event: FormEvent) => {
    event.preventDefault();
    void ask(async () => {
      const page = await coverages.begin({
        slug: slug ?? slugOf(headline), headline: headline.trim(), language: spoken.trim(), timeZone: zone, status: open ? "live" : "draft",
        ...(standfirst.trim() ? { standfirst: standfirst.trim() } : {}),
      });
      client.setQueryData(["coverage", page.slug], page);
      void client.invalidateQueries({ queryKey: ["coverages"] });
      go({ at: "page", slug: page.slug });
    });
  };
  return (
    <main className="sheet" id="page">
      <title>{w.pages.begin}</title>
      <h1>{w.pages.begin}</h1>
      <form onSubmit={begin}>
        <Field label={w.pages.headline} required autoFocus maxLength={300} value={headline} onChange={(event) => setHeadline(event.target.value)} problem={at("headline")} lang={spoken} />
        <Area label={w.pages.standfirst} hint={w.pages.standfirstWhy} value={standfirst} onChange={(event) => setStandfirst(event.target.value)} problem={at("standfirst")} lang={spoken} />
        <Field label={w.pages.slug} hint={w.pages.slugWhy} required value={slug ?? slugOf(headline)} onChange={(event) => setSlug(event.target.value)} problem={at("slug")} dir="ltr" autoCapitalize="none" spellCheck={false} />
        <div className="pair">
          <Field label={w.pages.language} required value={spoken} onChange={(event) => setSpoken(event.target.value)} problem={at("language")} dir="ltr" list="languages" />
          <datalist id="languages">{["en-GB", "en-US", "ar", "fr", "de", "es", "pt", "it", "nl", "pl", "tr", "uk", "fa", "ur", "he"].map((each) => <option key={each} value={each} />)}</datalist>
          <Zones value={zone} onChange={setZone} problem={at("timeZone")} />
        </div>
        <Check label={w.pages.open} checked={open} onChange={(event) => setOpen(event.target.checked)} />
        {sentence && !problem?.problems ? <p className="problem" role="alert"><Sentence>{sentence}</Sentence></p> : null}
        <button className="main" disabled={busy}>{busy ? w.pages.starting : w.pages.beginNow}</button>
      </form>
    </main>
  );
}
