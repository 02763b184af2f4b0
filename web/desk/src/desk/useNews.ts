import { useCallback, useEffect, useRef, useState } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../api/client.ts";
import { coverages, newest, presencePath, streamPath } from "../api/calls.ts";
import type { Coverage, Post } from "../api/types.ts";
import { useAtTheDesk } from "../app/session-context.ts";
import { type Present, listen } from "../events/deskStream.ts";
import { lastKnown } from "../kept/remembered.ts";
import { uuid7 } from "../kept/uuid7.ts";
import { take } from "../stream/posts.ts";

/** How often lists are asked for while the stream is away. */
const withoutStream = 15_000;
/** How often the desk says that somebody is here; the server forgets after three times as long. */
const presenceEvery = 20_000;

/** Two tabs of one person are two places at the desk. */
const tab = uuid7(Date.now());

/** A live page and its posts, kept fresh by the desk's stream and, while that is away, by asking. */
export function useNews(slug: string, heard: (post: Post) => void) {
  const client = useQueryClient();
  const { turn, expired } = useAtTheDesk();
  const [connected, setConnected] = useState(true);
  const [present, setPresent] = useState<Present[]>([]);
  const tell = useRef(heard);
  useEffect(() => void (tell.current = heard));

  const page = useQuery({ queryKey: ["coverage", slug], queryFn: ({ signal }) => lastKnown(localStorage, "desk.pages", slug, () => coverages.show(slug, signal)), refetchInterval: connected ? false : withoutStream });
  const list = useQuery({
    queryKey: ["posts", slug],
    // What came by the stream while the list was under way may be newer than the list.
    queryFn: async ({ signal }) => {
      const asked = client.getQueryData<Post[]>(["posts", slug]) ?? [];
      const fetched = await newest(slug, null, signal);
      const since = (client.getQueryData<Post[]>(["posts", slug]) ?? []).filter((post) => !asked.includes(post));
      return since.reduce(take, fetched);
    },
    refetchInterval: connected ? false : withoutStream,
  });

  const took = useCallback((post: Post) => {
    client.setQueryData<Post[]>(["posts", slug], (posts) => take(posts ?? [], post));
    tell.current(post);
  }, [client, slug]);

  useEffect(() => {
    if (expired) return;
    const stop = new AbortController();
    let first = true;
    void listen(streamPath(slug), {
      opened() {
        setConnected(true);
        if (!first) void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === slug && (queryKey[0] === "posts" || queryKey[0] === "coverage") });
        first = false;
      },
      lost() {
        setConnected(false);
        setPresent([]);
      },
      here: setPresent,
      post: took,
      coverage: (next: Coverage) => client.setQueryData<Coverage>(["coverage", slug], (held) => (held && held.revision > next.revision ? held : next)),
    }, stop.signal);
    return () => stop.abort();
  }, [client, slug, took, turn, expired]);

  return { page, list, present, connected, took };
}

/** Tells the others which post somebody has in hand. */
export function usePresence(slug: string, post: string | null, doing: "reading" | "writing"): void {
  const { expired } = useAtTheDesk();
  useEffect(() => {
    if (expired) return;
    // Nobody has to know that it did not arrive; the next one will.
    const tell = () => void call("POST", presencePath(slug), { body: { post, doing, tab } }).catch(() => {});
    const soon = setTimeout(tell, 300);
    const timer = setInterval(tell, presenceEvery);
    return () => {
      clearTimeout(soon);
      clearInterval(timer);
    };
  }, [slug, post, doing, expired]);
}
