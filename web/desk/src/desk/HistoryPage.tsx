import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { coverages, posts } from "../api/calls.ts";
import type { Revision } from "../api/types.ts";
import { useAtTheDesk } from "../app/session-context.ts";
import { go, To } from "../routes/navigation.tsx";
import { mayPublish } from "../session/session.ts";
import { clock } from "../times/zone.ts";
import { useAsked } from "../ui/asked.ts";
import { say, sentenceOf } from "../ui/notices.tsx";
import { localeOf } from "../words/locale.ts";
import { useLanguage } from "../words/words.tsx";
import { Compared } from "./Compared.tsx";
import { Gist } from "./Gist.tsx";
import { Sentence } from "../ui/Sentence.tsx";

/** Every version of a post: what changed, who did it, and the way back to it. */
export function HistoryPage({ slug, id }: { slug: string; id: string }) {
  const { w, language } = useLanguage();
  const { session } = useAtTheDesk();
  const [chosen, setChosen] = useState<number | null>(null);
  const page = useQuery({ queryKey: ["coverage", slug], queryFn: ({ signal }) => coverages.show(slug, signal) });
  const post = useQuery({ queryKey: ["post", slug, id], queryFn: () => posts.show(slug, id) });
  const list = useQuery({ queryKey: ["revisions", slug, id], queryFn: ({ signal }) => posts.revisions(slug, id, signal) });
  const { busy, sentence, ask } = useAsked();
  const revisions = list.data?.revisions ?? [];
  const at = chosen === null ? 0 : Math.max(0, revisions.findIndex((each) => each.revision === chosen));
  const shown = revisions[at];
  const zone = page.data?.timeZone ?? "UTC";
  const when = (text: string) => clock(new Date(text), zone, localeOf(language), new Date());
  const mine = mayPublish(session.member) || post.data?.createdBy === session.member.name;
  const restore = (revision: Revision) => void ask(async () => {
    await posts.do(slug, id, "restore", { body: { revision: revision.revision } });
    say(w.history.restored);
    go({ at: "page", slug, post: id });
  });
  return (
    <main className="sheet wide" id="page">
      <title>{w.history.title}</title>
      <p className="crumb"><To route={{ at: "page", slug, post: id }}>{page.data?.headline ?? slug}</To></p>
      <h1>{w.history.title}</h1>
      {post.data ? <p className="lead" lang={page.data?.language} dir="auto">{post.data.headline || <Gist blocks={post.data.blocks} most={60} otherwise={w.state.untitled} />}</p> : null}
      {list.error ? <p className="problem"><Sentence>{sentenceOf(list.error, w)}</Sentence></p> : null}
      {sentence ? <p className="problem" role="alert"><Sentence>{sentence}</Sentence></p> : null}
      {list.data && revisions.length === 0 ? <p>{w.history.none}</p> : null}
      {shown ? (
        <div className="history">
          <nav aria-label={w.history.versions}>
            <ol>
              {revisions.map((each, index) => (
                <li key={each.revision}>
                  <button type="button" aria-current={index === at || undefined} onClick={() => setChosen(each.revision)}>
                    <time dateTime={each.at}>{when(each.at)}</time> {w.history.by(each.by, w.history.did[each.did] ?? each.did)}
                    {each.note ? <span className="meta" dir="auto"> “{each.note}”</span> : null}
                  </button>
                </li>
              ))}
            </ol>
          </nav>
          <section aria-labelledby="compared">
            <h2 id="compared">{revisions[at + 1] ? w.history.compare : w.history.first}</h2>
            <Compared before={revisions[at + 1]?.content ?? null} after={shown.content} language={page.data?.language ?? "en"} />
            {at > 0 && mine && post.data?.state !== "withdrawn" && post.data?.state !== "taken-down" && post.data?.state !== "set-aside" ? <button type="button" disabled={busy} onClick={() => restore(shown)}>{w.history.restore}</button> : null}
          </section>
        </div>
      ) : null}
    </main>
  );
}
