import { useWords } from "../words/words.tsx";
import { say, sentenceOf } from "../ui/notices.tsx";
import { To } from "../routes/navigation.tsx";
import { LivePageDesk } from "./LivePageDesk.tsx";
import { useCallback, useRef } from "react";
import type { Post } from "../api/types.ts";
import type { Errand } from "../kept/errands.ts";
import { useDesktop } from "./useDesktop.ts";
import { useParcels } from "./useParcels.ts";
import { useNews } from "./useNews.ts";
import { Sentence } from "../ui/Sentence.tsx";

/** The desk of a live page: waits for what it needs, and says so. What lies on this device is there before the network is. */
export function DeskPage({ slug, post }: { slug: string; post?: string | undefined }) {
  const w = useWords();
  const hear = useRef<(post: Post) => void>(() => {});
  const heard = useCallback((post: Post) => hear.current(post), []);
  const news = useNews(slug, heard);
  const released = ({ does }: Errand, post: Post) => {
    const headline = post.headline || w.state.untitled;
    // The server is there, and this post moved on: pictures that wait, perhaps for half a minute yet, go at once.
    parcels.wake();
    // What waits for its send delay stands in a strip of its own.
    if (does === "file") say(w.post.filed(headline));
    else if (does === "edit") say(w.post.edited(headline));
    else if (does === "publish" && post.state === "published") say(w.post.published(headline));
    else if (does === "verb" && post.state === "scheduled") say(`${w.state.scheduled}: ${headline}`);
  };
  const [desktop, desk] = useDesktop(slug, news.took, released, (error) => say(sentenceOf(error, w), true));
  const parcels = useParcels(slug, desktop, news.took);
  hear.current = (changed) => desktop.heard(changed);
  if (news.page.data) return <LivePageDesk page={news.page.data} news={news} desktop={desktop} desk={desk} parcels={parcels} post={post} />;
  return (
    <main className="narrow" id="page">
      <h1>{w.app.desk}</h1>
      {news.page.error ? <p className="problem" role="alert"><Sentence>{sentenceOf(news.page.error, w)}</Sentence></p> : <p role="status">{w.app.loading}</p>}
      <p><To route={{ at: "pages" }}>{w.app.toPages}</To></p>
    </main>
  );
}
