import { useQuery } from "@tanstack/react-query";
import { coverages } from "../api/calls.ts";
import { To } from "../routes/navigation.tsx";
import { sentenceOf } from "../ui/notices.tsx";
import { useWords } from "../words/words.tsx";
import { LeadPart } from "./LeadPart.tsx";
import { StatePart } from "./StatePart.tsx";
import { SummaryPart } from "./SummaryPart.tsx";
import { TopPart } from "./TopPart.tsx";
import { Sentence } from "../ui/Sentence.tsx";

export function SettingsPage({ slug }: { slug: string }) {
  const w = useWords();
  const page = useQuery({ queryKey: ["coverage", slug], queryFn: ({ signal }) => coverages.show(slug, signal) });
  return (
    <main className="sheet" id="page">
      <title>{`${w.settings.title} · ${page.data?.headline ?? slug}`}</title>
      <p className="crumb"><To route={{ at: "page", slug }}>{page.data?.headline ?? slug}</To></p>
      <h1>{w.settings.title}</h1>
      {page.error ? <p className="problem"><Sentence>{sentenceOf(page.error, w)}</Sentence></p> : null}
      {page.data ? (
        <>
          <StatePart page={page.data} />
          <SummaryPart page={page.data} />
          <TopPart page={page.data} />
          <LeadPart page={page.data} />
          {page.data.preamble && page.data.preamble.length > 0 ? (
            <section aria-labelledby="preamble"><h2 id="preamble">{w.settings.preamble}</h2>{page.data.preamble.map((line, at) => <p key={at} dir="auto">{line}</p>)}</section>
          ) : null}
        </>
      ) : null}
    </main>
  );
}
