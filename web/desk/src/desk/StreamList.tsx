import { useEffect, useRef } from "react";
import { useVirtualizer } from "@tanstack/react-virtual";
import type { Post } from "../api/types.ts";
import { mostPosts } from "../api/calls.ts";
import { useWords } from "../words/words.tsx";
import { PostRow, type RowPlace } from "./PostRow.tsx";
import { StreamTools } from "./StreamTools.tsx";
import type { Deeds } from "./deeds.ts";

interface Props {
  posts: readonly Post[];
  place: RowPlace;
  chosen: string | null;
  focused: boolean;
  open: string | null;
  editor: boolean;
  byOf(id: string): string | undefined;
  onChoose(id: string): void;
  deeds: Deeds;
}

/** The stream: only the rows in sight exist, so that five hundred posts scroll as ten do. */
export function StreamList({ posts, place, chosen, focused, open, editor, byOf, onChoose, deeds }: Props) {
  const w = useWords();
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({ count: posts.length, getScrollElement: () => box.current, estimateSize: () => 96, overscan: 6, getItemKey: (at) => posts[at]!.id });
  const at = posts.findIndex((post) => post.id === chosen);
  useEffect(() => {
    if (at >= 0 && focused) rows.scrollToIndex(at, { align: "auto" });
    // By what was chosen, not by where it stands: a new post on top must not pull the list along.
  }, [chosen, focused]);
  if (posts.length === 0) return <p className="empty">{w.desk.emptyStream}</p>;
  return (
    <div className="scroll" ref={box} role="list" tabIndex={-1}>
      <div className="tall" ref={(element) => { if (element) element.style.height = `${rows.getTotalSize()}px`; }}>
        {rows.getVirtualItems().map((item) => {
          const post = posts[item.index]!;
          return (
            <div key={item.key} role="listitem" aria-setsize={posts.length} aria-posinset={item.index + 1} data-index={item.index} className="placed"
              ref={(element) => { if (element) { element.style.transform = `translateY(${item.start}px)`; rows.measureElement(element); } }}>
              <PostRow post={post} place={place} chosen={post.id === chosen} focused={focused} open={post.id === open} by={byOf(post.id)} onChoose={() => onChoose(post.id)}>
                {post.id === chosen ? <StreamTools post={post} editor={editor} deeds={deeds} open={post.id === open} /> : null}
              </PostRow>
            </div>
          );
        })}
      </div>
      {posts.length >= mostPosts ? <p className="empty">{w.desk.older}</p> : null}
    </div>
  );
}
