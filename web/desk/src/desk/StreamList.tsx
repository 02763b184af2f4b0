import { memo, useEffect, useMemo, useRef } from "react";
import type { Post } from "../api/types.ts";
import { mostPosts } from "../api/calls.ts";
import { useWords } from "../words/words.tsx";
import { PostRow, type RowPlace } from "./PostRow.tsx";
import { StreamTools } from "./StreamTools.tsx";
import type { Deeds } from "./deeds.ts";

interface Hands {
  onChoose(id: string): void;
  deeds: Deeds;
}

interface Props extends Hands {
  posts: readonly Post[];
  place: RowPlace;
  chosen: string | null;
  focused: boolean;
  open: string | null;
  editor: boolean;
  byOf(id: string): string | undefined;
}

/**
 * The stream. All rows are there, so that a screen reader and the browser's own search find every one; those out of sight cost neither layout
 * nor paint (content-visibility, rows.css), and one that did not change is not made again.
 */
export function StreamList({ posts, place, chosen, focused, open, editor, byOf, onChoose, deeds }: Props) {
  const w = useWords();
  const hands = useRef<Hands>({ onChoose, deeds });
  hands.current = { onChoose, deeds };
  const { zone, language, now } = place;
  const there = useMemo(() => ({ zone, language, now }), [zone, language, now]);
  if (posts.length === 0) return <p className="empty">{w.desk.emptyStream}</p>;
  return (
    <div className="scroll" tabIndex={-1}>
      <div role="list">
        {posts.map((post) => <Row key={post.id} post={post} place={there} chosen={post.id === chosen} focused={focused && post.id === chosen} open={post.id === open} editor={editor} by={byOf(post.id)} hands={hands} />)}
      </div>
      {posts.length >= mostPosts ? <p className="empty">{w.desk.older}</p> : null}
    </div>
  );
}

interface RowProps {
  post: Post;
  place: RowPlace;
  chosen: boolean;
  focused: boolean;
  open: boolean;
  editor: boolean;
  by: string | undefined;
  hands: { readonly current: Hands };
}

const Row = memo(function Row({ post, place, chosen, focused, open, editor, by, hands }: RowProps) {
  const row = useRef<HTMLDivElement>(null);
  // By what was chosen, not by where it stands: a new post on top must not pull the list along.
  useEffect(() => {
    if (focused) row.current?.scrollIntoView({ block: "nearest" });
  }, [focused]);
  return (
    <div ref={row} role="listitem" className="placed">
      <PostRow post={post} place={place} chosen={chosen} focused={focused} open={open} by={by} onChoose={() => hands.current.onChoose(post.id)}>
        {chosen ? <StreamTools post={post} editor={editor} deeds={hands.current.deeds} open={open} /> : null}
      </PostRow>
    </div>
  );
  // What is chosen has tools, and what they do depends on the whole desk: it is made anew each time.
}, (before, next) => !next.chosen && (Object.keys(next) as (keyof RowProps)[]).every((name) => before[name] === next[name]));
