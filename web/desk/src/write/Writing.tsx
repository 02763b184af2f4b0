import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { blocksShown } from "../api/shown.ts";
import type { Content, Coverage, Post } from "../api/types.ts";
import { Composer, type Known, whereIn, wordsFor } from "../composer/index.ts";
import type { Tab } from "../kept/desktop.ts";
import { useFiles } from "../desk/useFiles.tsx";
import { useChoosing } from "../library/useChoosing.tsx";
import { type Parcels, readyBlocks } from "../kept/parcels.ts";
import type { Release } from "../kept/release.ts";
import { isBlank } from "../kept/work.ts";
import { doubles } from "../stream/posts.ts";
import { useLanguage } from "../words/words.tsx";
import { Details } from "./Details.tsx";
import { FilingFields } from "./FilingFields.tsx";
import { ReleaseBar } from "./ReleaseBar.tsx";
import { Prepare, VersionStrip } from "./Versions.tsx";
import { directionOf } from "./direction.ts";
import { Sentence } from "../ui/Sentence.tsx";

interface Props {
  tab: Tab;
  parcels: Parcels;
  page: Coverage;
  post: Post | undefined;
  posts: readonly Post[];
  editor: boolean;
  people: readonly Known[];
  /** Who else has this post in hand. */
  others: string | undefined;
  onContent(change: Partial<Content>): void;
  onFlags(change: { breaking?: boolean; keyEvent?: boolean }): void;
  onFiling(change: { urgent?: boolean; note?: string }): void;
  onRelease(release: Release): void;
  onClose(): void;
  onOpen(post: Post): void;
  /** A version was begun. */
  onNew(post: Post): void;
  /** A version was renamed or dropped. */
  onChanged(post: Post): void;
}

/** One piece of writing: headline, text, what hangs on it, and the way out. */
export function Writing({ tab, parcels, page, post, posts, editor, people, others, onContent, onFlags, onFiling, onRelease, onClose, onOpen, onNew, onChanged }: Props) {
  const { w, language } = useLanguage();
  const { work, standing, problem } = tab;
  const { content } = work;
  const headline = useRef<HTMLTextAreaElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const files = useFiles(parcels, work.id);
  const choosing = useChoosing();
  const showing = useMemo(() => blocksShown(page.slug), [page.slug]);
  const [details, setDetails] = useState(false);
  const byline = useRef<HTMLInputElement>(null);
  // A headline that stands by itself is a flash, or the first half of a post: what is missing is the text.
  const [toText] = useState(() => Boolean(content.headline?.trim()) && !content.blocks?.length);
  useEffect(() => {
    const line = headline.current;
    if (!line || toText) return;
    line.focus();
    line.setSelectionRange(line.value.length, line.value.length);
  }, [toText]);
  const toBylines = () => {
    setDetails(true);
    requestAnimationFrame(() => byline.current?.focus());
  };

  // The server counts the blocks that were sent.
  const placed = (path: string): string => {
    const where = whereIn(path, readyBlocks(content.blocks ?? []), wordsFor(language));
    return where && `${where}: `;
  };

  const intoBody = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    body.current?.querySelector<HTMLElement>("[contenteditable=true]")?.focus();
  };
  const twins = doubles({ blocks: content.blocks ?? [] }, posts.filter((each) => each.id !== work.id && (each.state === "draft" || each.state === "filed")));
  const open = !work.live && (post?.state === "draft" || post?.state === "filed") ? post : undefined;
  const saved = standing.kind === "on the server" && work.version !== null;
  return (
    <div className="writing" data-work={work.id}>
      {others ? <p className="busy" role="status">{others}</p> : null}
      {post?.sentBack && post.state === "draft" ? <p className="box" dir="auto">{w.write.sentBack(post.sentBack.by, post.sentBack.note ?? "")}</p> : null}
      {post?.from ? <p className="hint">{w.move.from(post.from.slug)}</p> : null}
      {open ? <VersionStrip slug={page.slug} post={open} posts={posts} saved={saved} onOpen={onOpen} onNew={onNew} onChanged={onChanged} /> : null}
      <textarea ref={headline} className="headline" rows={1} aria-label={w.write.headline} placeholder={w.write.headlineHint} maxLength={300} lang={page.language} dir="auto" value={content.headline ?? ""} onKeyDown={intoBody} onChange={(event) => onContent({ headline: event.target.value.replaceAll("\n", " ") })} />
      <div ref={body} className="text">
        <Composer blocks={content.blocks ?? []} onChange={(blocks) => { parcels.follow(work.id, content.blocks ?? [], blocks); onContent({ blocks }); }} language={page.language} direction={directionOf(page.language)} words={language} autofocus={toText} onByline={toBylines} showing={showing} chooseFile={choosing.chooseFile} {...files} />
      </div>
      <details className="fold" open={details} onToggle={(event) => setDetails(event.currentTarget.open)}>
        <summary>{w.write.more}{content.bylines && content.bylines.length > 0 ? <span className="meta"> · {content.bylines.map((byline) => byline.name).filter(Boolean).join(", ")}</span> : null}</summary>
        <Details content={content} breaking={work.breaking} keyEvent={work.keyEvent} zone={page.timeZone} language={page.language} editor={editor} people={people} byline={byline} onContent={onContent} onFlags={onFlags} />
      </details>
      {twins.map((twin) => <p key={twin.id} className="hint">{w.write.double(twin.createdBy, twin.headline ?? w.state.untitled)}</p>)}
      {problem && standing.kind !== "changed by another" ? (
        <div className="problem" role="alert">
          {problem.problems?.some(({ sentence }) => sentence === problem.title) ? null : <p><Sentence>{problem.title}</Sentence></p>}
          <ul>{problem.problems?.map(({ path, sentence }) => <li key={path + sentence}>{placed(path)}<Sentence>{sentence}</Sentence></li>)}</ul>
        </div>
      ) : null}
      {choosing.dialog}
      {editor || work.live ? null : <FilingFields work={work} onFiling={onFiling} />}
      <ReleaseBar work={work} standing={standing} page={page} editor={editor} blank={isBlank(work)} version={open?.prepared?.find((version) => version.id === work.id)?.name} onRelease={onRelease} onClose={onClose}>
        {work.live || open?.prepared?.length ? null : <Prepare slug={page.slug} post={open} saved={saved} onNew={onNew} />}
      </ReleaseBar>
    </div>
  );
}
