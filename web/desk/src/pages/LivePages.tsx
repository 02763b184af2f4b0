import { useQuery } from "@tanstack/react-query";
import { coverages } from "../api/calls.ts";
import type { Coverage, CoverageStatus } from "../api/types.ts";
import { useAtTheDesk } from "../app/session-context.ts";
import { To } from "../routes/navigation.tsx";
import { mayPublish } from "../session/session.ts";
import { sentenceOf } from "../ui/notices.tsx";
import { useWords } from "../words/words.tsx";
import { Sentence } from "../ui/Sentence.tsx";

const order: readonly CoverageStatus[] = ["live", "paused", "upcoming", "draft", "closed"];

/** Live ones first: they are what somebody comes for. */
export function sorted(pages: readonly Coverage[]): Coverage[] {
  return [...pages].sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status) || b.createdAt.localeCompare(a.createdAt));
}

export function LivePages() {
  const w = useWords();
  const { session } = useAtTheDesk();
  const list = useQuery({ queryKey: ["coverages"], queryFn: ({ signal }) => coverages.list(signal), refetchInterval: 30_000 });
  const editor = mayPublish(session.member);
  const pages = sorted(list.data?.coverages ?? []);
  return (
    <main className="sheet" id="page">
      <title>{`${w.pages.title} · ${session.newsroom.name}`}</title>
      <div className="title-line">
        <h1>{w.pages.title}</h1>
        {editor ? <To className="button main" route={{ at: "begin" }}>{w.pages.begin}</To> : null}
      </div>
      {list.isPending ? <p role="status">{w.app.loading}</p> : null}
      {list.error ? <p className="problem"><Sentence>{sentenceOf(list.error, w)}</Sentence></p> : null}
      {list.data && pages.length === 0 ? <p>{editor ? w.pages.none : w.pages.noneReporter}</p> : null}
      <ul className="pages">
        {pages.map((page) => (
          <li key={page.slug} lang={page.language}>
            <To route={{ at: "page", slug: page.slug }} dir="auto">{page.headline}</To>
            <span className={`meta ${page.status === "live" ? "is-live" : ""}`}>{w.pages.status[page.status]} · <bdi dir="ltr">/live/{page.slug}</bdi></span>
          </li>
        ))}
      </ul>
    </main>
  );
}
