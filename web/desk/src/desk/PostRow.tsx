import { type ReactNode, useEffect, useRef } from "react";
import type { Post } from "../api/types.ts";
import { shownAt } from "../stream/posts.ts";
import { clock } from "../times/zone.ts";
import { localeOf } from "../words/locale.ts";
import { useLanguage } from "../words/words.tsx";
import { Gist } from "./Gist.tsx";
import { PostBody } from "./PostBody.tsx";
import { PostState } from "./PostState.tsx";

export interface RowPlace {
  zone: string;
  language: string;
  now: Date;
}

interface Props {
  post: Post;
  place: RowPlace;
  chosen: boolean;
  /** Whether the keyboard is in this list: then the chosen row has the focus. */
  focused: boolean;
  open: boolean;
  by?: string | undefined;
  gone?: string | undefined;
  onChoose(): void;
  children?: ReactNode;
}

export function PostRow({ post, place, chosen, focused, open, by, gone, onChoose, children }: Props) {
  const { w, language } = useLanguage();
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    if (chosen && focused && !row.current?.contains(document.activeElement)) row.current?.focus({ preventScroll: true });
  }, [chosen, focused]);
  const at = shownAt(post);
  const name = `post-${post.id}`;
  return (
    <article ref={row} className={`row${chosen ? " chosen" : ""}${gone ? " gone" : ""}`} tabIndex={chosen ? 0 : -1} aria-labelledby={name} aria-current={chosen || undefined} onClick={onChoose} onFocus={(event) => event.target === row.current && !chosen && onChoose()}>
      <time dateTime={at} className="at">{clock(new Date(at), place.zone, localeOf(language), place.now)}</time>
      <div>
        <h3 id={name} lang={place.language} dir="auto">{post.headline || <Gist blocks={post.blocks} most={60} otherwise={w.state.untitled} />}</h3>
        {gone ? <p className="state"><b>{gone}</b></p> : <PostState post={post} zone={place.zone} now={place.now} by={by} />}
        {open ? <PostBody blocks={post.blocks} language={place.language} /> : post.headline ? <p className="excerpt" lang={place.language} dir="auto"><Gist blocks={post.blocks} /></p> : null}
        <p className="meta names">{post.bylines.map((byline) => byline.name).filter(Boolean).join(", ") || post.createdBy}</p>
        {children}
      </div>
    </article>
  );
}
