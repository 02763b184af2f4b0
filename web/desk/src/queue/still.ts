// The queue as it is shown: it never shifts under a pointer or a selection. New posts come at its end; one that somebody else dealt with keeps its place until nobody is in the queue.
import type { Post } from "../api/types.ts";

export interface Row {
  post: Post;
  /** What became of it since it was shown: published, sent back, taken over … Null while it waits. */
  gone: Post | "elsewhere" | null;
}

/** What waits for an editor: filed posts, the longest waiting first. */
export function filed(posts: readonly Post[]): Post[] {
  return posts.filter((post) => post.state === "filed").sort((a, b) => since(a).localeCompare(since(b)) || a.id.localeCompare(b.id));
}

const since = (post: Post): string => post.filed?.at ?? post.createdAt;

/** The rows to show next. While somebody is in the queue, rows shown stay where they are. */
export function rows(shown: readonly Row[], posts: readonly Post[], held: boolean): Row[] {
  const waiting = filed(posts);
  if (!held) return waiting.map((post) => ({ post, gone: null }));
  const stays = shown.map((row): Row => {
    const now = waiting.find((post) => post.id === row.post.id);
    // What it says is brought up to date in its place: P publishes the version on screen, so the screen must show the version.
    return now ? { post: now, gone: null } : { post: row.post, gone: posts.find((post) => post.id === row.post.id) ?? "elsewhere" };
  });
  return [...stays, ...waiting.filter((post) => !shown.some((row) => row.post.id === post.id)).map((post) => ({ post, gone: null }))];
}
