import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { coverages, posts } from "../api/calls.ts";
import { To } from "../routes/navigation.tsx";
import { sentenceOf } from "../ui/notices.tsx";
import { useWords } from "../words/words.tsx";
import { Sentence } from "../ui/Sentence.tsx";

/** A post in the reader's own rendering, at the width of a phone and of a desk. */
export function PreviewPage({ slug, id }: { slug: string; id: string }) {
  const w = useWords();
  const [wide, setWide] = useState(false);
  const page = useQuery({ queryKey: ["coverage", slug], queryFn: ({ signal }) => coverages.show(slug, signal) });
  const post = useQuery({ queryKey: ["post", slug, id], queryFn: () => posts.show(slug, id) });
  return (
    <main className="sheet wide" id="page">
      <title>{w.preview.title}</title>
      <p className="crumb"><To route={{ at: "page", slug, post: id }}>{page.data?.headline ?? slug}</To></p>
      <div className="title-line">
        <h1>{w.preview.title}</h1>
        <div className="actions" role="group" aria-label={w.preview.title}>
          <button type="button" aria-pressed={!wide} onClick={() => setWide(false)}>{w.preview.phone}</button>
          <button type="button" aria-pressed={wide} onClick={() => setWide(true)}>{w.preview.wide}</button>
        </div>
      </div>
      {post.error ? <p className="problem"><Sentence>{sentenceOf(post.error, w)}</Sentence></p> : null}
      {post.data ? <iframe className={wide ? "preview wide" : "preview"} key={post.data.revision} title={w.preview.frame} src={`/desk/preview/${encodeURIComponent(slug)}/${id}`} sandbox="allow-same-origin" /> : null}
    </main>
  );
}
