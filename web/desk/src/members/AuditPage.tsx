import { type FormEvent, useState } from "react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Choice, Field } from "../ui/Field.tsx";
import { Day } from "../ui/Day.tsx";
import { sentenceOf } from "../ui/notices.tsx";
import { useWords } from "../words/words.tsx";
import { type Filters, audit, auditQuery } from "./members.ts";
import { Sentence } from "../ui/Sentence.tsx";

const all: Filters = { by: "", did: "", about: "", from: "", to: "" };

export function AuditPage() {
  const w = useWords();
  const [typed, setTyped] = useState(all);
  const [filters, setFilters] = useState(all);
  const entries = useInfiniteQuery({
    queryKey: ["audit", filters],
    queryFn: ({ pageParam, signal }) => audit.page(filters, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
  });
  const search = (event: FormEvent) => {
    event.preventDefault();
    setFilters(typed);
  };
  const shown = entries.data?.pages.flatMap((page) => page.entries) ?? [];
  const text = (name: keyof Filters, type = "search") => <Field label={w.audit[name]} type={type} value={typed[name]} onChange={(event) => setTyped({ ...typed, [name]: event.target.value })} />;
  const deeds = [["", w.audit.anything], ...Object.entries(w.deeds).sort(([, one], [, other]) => one.localeCompare(other))] as [string, string][];
  return (
    <main className="sheet wide" id="page">
      <title>{w.audit.title}</title>
      <h1>{w.audit.title}</h1>
      <form onSubmit={search} className="filters">
        {text("by")} <Choice label={w.audit.did} value={typed.did} options={deeds} onChange={(did) => setTyped({ ...typed, did })} /> {text("about")} {text("from", "date")} {text("to", "date")}
        <button>{w.audit.search}</button>
        <a className="button" href={`/api/v1/audit.csv${auditQuery(filters)}`} download>{w.audit.csv}</a>
      </form>
      {entries.error ? <p className="problem"><Sentence>{sentenceOf(entries.error, w)}</Sentence></p> : null}
      {entries.data && shown.length === 0 ? <p>{w.audit.none}</p> : null}
      <div className="scrolls log" tabIndex={0} role="region" aria-label={w.audit.title}>
        <table>
          <thead><tr><th scope="col">{w.audit.when}</th><th scope="col">{w.audit.by}</th><th scope="col">{w.audit.did}</th><th scope="col">{w.audit.about}</th><th scope="col">{w.audit.detail}</th></tr></thead>
          <tbody>
            {shown.map((entry) => (
              <tr key={entry.id}>
                <td><Day at={entry.at} /></td><td><bdi>{entry.by}</bdi></td><td>{w.deeds[entry.did] ?? entry.did}</td><td><bdi>{entry.about}</bdi></td>
                <td><bdi>{[entry.detail, entry.via, entry.address].filter(Boolean).join(" · ")}</bdi></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {entries.hasNextPage ? <button type="button" disabled={entries.isFetchingNextPage} onClick={() => void entries.fetchNextPage()}>{w.audit.more}</button> : null}
    </main>
  );
}
