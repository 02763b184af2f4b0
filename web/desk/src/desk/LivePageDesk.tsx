import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import type { Coverage, Post } from "../api/types.ts";
import { posts as postCalls } from "../api/calls.ts";
import { useAtTheDesk } from "../app/session-context.ts";
import type { Action } from "../keys/keys.ts";
import type { Desk, Desktop } from "../kept/desktop.ts";
import type { Parcels } from "../kept/parcels.ts";
import type { Release } from "../kept/release.ts";
import { isBlank } from "../kept/work.ts";
import { members } from "../members/members.ts";
import { type Row, rows as queueRows } from "../queue/still.ts";
import { go } from "../routes/navigation.tsx";
import { mayPublish } from "../session/session.ts";
import { drafts, setAside, stream } from "../stream/posts.ts";
import { say, sentenceOf } from "../ui/notices.tsx";
import { clock } from "../times/zone.ts";
import { localeOf } from "../words/locale.ts";
import { useLanguage } from "../words/words.tsx";
import { useRules } from "../rules/rules.ts";
import { UrgentStrip } from "../queue/UrgentStrip.tsx";
import { RecallStrip } from "../write/RecallStrip.tsx";
import { Conflict } from "../write/Conflict.tsx";
import { Tabs } from "../write/Tabs.tsx";
import { Writing } from "../write/Writing.tsx";
import { DeskBar } from "./DeskBar.tsx";
import { DeskDialogs, type Asking } from "./DeskDialogs.tsx";
import { DraftsList } from "./DraftsList.tsx";
import { QueueList } from "./QueueList.tsx";
import { SetAsideList } from "./SetAsideList.tsx";
import { StreamList } from "./StreamList.tsx";
import type { Deeds } from "./deeds.ts";
import { knownFrom } from "./known.ts";
import { useClock } from "./useClock.ts";
import { useKeys } from "./useKeys.ts";
import { usePresence, type useNews } from "./useNews.ts";
import { usePostActions } from "./usePostActions.ts";
import { summaryAge } from "../pages/summary.ts";
import { Sentence } from "../ui/Sentence.tsx";

type List = "queue" | "stream";
type Pane = "write" | List;

interface Props {
  page: Coverage;
  news: ReturnType<typeof useNews>;
  desktop: Desktop;
  desk: Desk;
  parcels: Parcels;
  post: string | undefined;
}

export function LivePageDesk({ page, news, desktop, desk, parcels, post: wanted }: Props) {
  const { w, language } = useLanguage();
  const rules = useRules();
  const { session } = useAtTheDesk();
  const editor = mayPublish(session.member);
  const now = useClock();
  const posts = useMemo(() => news.list.data ?? [], [news.list.data]);
  const actions = usePostActions(page.slug, news.took);
  const people = useQuery({ queryKey: ["users"], queryFn: ({ signal }) => members.list(signal), staleTime: 300_000 });

  const known = useMemo(() => knownFrom(people.data?.users ?? [], session.member), [people.data, session.member]);

  const [pane, setPane] = useState<Pane>("stream");
  const [cursor, setCursor] = useState<{ list: List; id: string | null }>({ list: "stream", id: null });
  const [keyboard, setKeyboard] = useState(false);
  const [opened, setOpened] = useState<string | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [pointer, setPointer] = useState(false);

  const inStream = useMemo(() => stream(posts), [posts]);
  // Held while somebody is in the queue, by pointer or by keyboard.
  const held = pointer || (keyboard && cursor.list === "queue");
  const shown = useRef<Row[]>([]);
  const queue = useMemo(() => (shown.current = queueRows(shown.current, posts, held)), [posts, held]);
  const list: readonly Post[] = cursor.list === "queue" ? queue.map((row) => row.post) : inStream;
  const chosen = list.find((post) => post.id === cursor.id);
  const current = desk.tabs.find((tab) => tab.work.id === desk.current);

  const writing = pane === "write" || !keyboard;
  usePresence(page.slug, (writing ? current?.work.id : undefined) ?? chosen?.id ?? null, writing && current && !isBlank(current.work) ? "writing" : "reading");
  const byOf = useCallback((id: string) => {
    const there = news.present.find((each) => each.post === id && each.member.id !== session.member.id);
    return there && (there.doing === "writing" ? w.desk.writing(there.member.name) : w.desk.reading(there.member.name));
  }, [news.present, session.member.id, w]);

  const open = useCallback((post: Post) => {
    if (!desktop.open(post)) return say(w.desk.full, true);
    setKeyboard(false);
    setPane("write");
  }, [desktop, w]);
  const begin = useCallback(() => {
    const byline = { name: session.member.name, kind: "person" as const };
    if (desktop.begin({ bylines: [byline], blocks: [] }) === null) return say(w.desk.full, true);
    setKeyboard(false);
    setPane("write");
  }, [desktop, session.member.name, w]);

  // An address that names a post opens it.
  useEffect(() => {
    if (!wanted) return;
    void postCalls.show(page.slug, wanted).then((post) => {
      open(post);
      go({ at: "page", slug: page.slug }, true);
    }, (error: unknown) => say(sentenceOf(error, w), true));
  }, [wanted]);

  const choose = (from: List, id: string) => {
    setCursor({ list: from, id });
    setKeyboard(true);
  };
  const walk = (by: 1 | -1) => {
    const at = list.findIndex((post) => post.id === cursor.id);
    const next = list[at < 0 ? 0 : Math.max(0, Math.min(list.length - 1, at + by))];
    if (next) choose(cursor.list, next.id);
  };
  const release = (release: Release) => {
    if (!current) return;
    if (isBlank(current.work)) return say(w.write.nothing, true);
    void desktop.release(current.work.id, release.how === "publish" && rules.sendDelay > 0 ? { how: "publish", delayed: true } : release, { delay: rules.sendDelay });
  };
  const recall = (id: string) => {
    setKeyboard(false);
    setPane("write");
    // What was taken over from the queue is in the same hands again.
    const fromComposer = desk.recalls.some((each) => each.post === id && each.work !== null);
    void desktop.recall(id).then((post) => (fromComposer && post?.state === "filed" ? actions.takeOver(post) : undefined)).catch((error: unknown) => say(sentenceOf(error, w), true));
  };
  // A post that was taken over and is laid down again is free for the others.
  const letGoOf = (id: string) => {
    const post = posts.find((each) => each.id === id);
    if (post?.held?.by === session.member.name) void actions.letGo(post);
  };
  const takeOver = (post: Post) => {
    if (post.held && post.held.by !== session.member.name) return setAsking({ what: "take over", post, since: clock(new Date(post.held.at), page.timeZone, localeOf(language), now) });
    void actions.takeOver(post).then((next) => next && open(next));
  };
  // The others of the set say so too: the desk's news tells of them, and if it is away they are asked for.
  const tookVersion = (post: Post) => {
    news.took(post);
    for (const { id } of posts.find((each) => each.id === post.id)?.prepared ?? []) if (id !== post.id) void postCalls.show(page.slug, id).then(news.took, () => {});
  };
  const close = () => {
    if (!current) return;
    if (isBlank(current.work) || (current.standing.kind === "on the server" && current.work.typed === 0)) {
      void desktop.close(current.work.id);
      letGoOf(current.work.id);
    } else setAsking({ what: "close", tab: current });
  };
  const deeds: Deeds = {
    read: (post) => setOpened(opened === post.id ? null : post.id),
    edit: open,
    takeOver,
    publish: (post) => void actions.publish(post, rules.sendDelay > 0 && post.state === "filed").then((next) => next?.state === "scheduled" && post.state === "filed" && desktop.holds({ post: next.id, headline: next.headline ?? "", until: Date.now() + rules.sendDelay * 1_000, work: null })),
    sendBack: (post) => setAsking({ what: "send back", post }),
    lift: (post) => void actions.lift(post),
    flag: (post, name) => void actions.flag(post, { [name]: !post[name] }),
    takeOff: (post) => void actions.takeOff(post, page.language).then((off) => off && setAsking({ what: "take down", post: off })),
    unschedule: (post) => void actions.does(post, "unschedule"),
    move: (post) => setAsking({ what: "move", post }),
    history: (post) => go({ at: "history", slug: page.slug, post: post.id }),
    preview: (post) => go({ at: "preview", slug: page.slug, post: post.id }),
  };

  const onPost = (editors: boolean, may: (post: Post) => boolean, deed: (post: Post) => void): boolean => {
    if (!chosen || (editors && !editor) || !may(chosen)) return false;
    deed(chosen);
    return true;
  };
  const published = (post: Post) => post.state === "published";
  const alive = (post: Post) => post.state !== "withdrawn" && post.state !== "taken-down" && post.state !== "set-aside";
  const does = (action: Action, tab: number): boolean | void => {
    switch (action) {
      case "down": return walk(1);
      case "up": return walk(-1);
      case "read": return onPost(false, () => true, deeds.read);
      case "publish": return onPost(true, (post) => post.state === "filed" || post.state === "scheduled", deeds.publish);
      case "edit": return onPost(true, alive, (post) => (post.state === "filed" ? takeOver(post) : open(post)));
      case "take over": return onPost(true, alive, (post) => (post.state === "filed" ? takeOver(post) : open(post)));
      case "send back": return onPost(true, (post) => post.state === "filed", deeds.sendBack);
      case "lift": return onPost(true, (post) => published(post) && Boolean(post.headline), deeds.lift);
      case "pin": return onPost(true, published, (post) => deeds.flag(post, "pinned"));
      case "key event": return onPost(true, alive, (post) => deeds.flag(post, "keyEvent"));
      case "breaking": return onPost(true, alive, (post) => deeds.flag(post, "breaking"));
      case "move": return onPost(true, alive, deeds.move);
      case "history": return onPost(false, () => true, deeds.history);
      case "preview": return onPost(false, alive, deeds.preview);
      case "queue":
      case "stream": {
        const first = action === "queue" ? queue[0]?.post : inStream[0];
        setPane(action);
        setCursor({ list: action, id: first?.id ?? null });
        return setKeyboard(true);
      }
      case "new":
      case "park": return begin();
      case "flash": return editor ? setAsking({ what: "flash" }) : false;
      case "help": return setAsking({ what: "keys" });
      case "move to tab": return desk.tabs[tab] ? desktop.turnTo(desk.tabs[tab].work.id) : false;
      case "release": return current ? release(editor ? (current.work.live ? { how: "edit", as: "update" } : { how: "publish" }) : { how: "file" }) : false;
      case "leave": {
        const last = desk.recalls.at(-1);
        if (last) return recall(last.post);
        (document.activeElement as HTMLElement | null)?.blur();
        return setKeyboard(cursor.id !== null);
      }
    }
  };
  useKeys(does, () => void onPost(true, published, deeds.takeOff));

  const place = { zone: page.timeZone, language: page.language, now };
  const others = current && byOf(current.work.id);
  return (
    <main className="desk" id="page" data-pane={pane}>
      <title>{`${page.headline} · ${w.app.desk}`}</title>
      <DeskBar page={page} desk={desk} present={news.present} connected={news.connected} editor={editor} summaryAge={summaryAge(page, now)} onFlash={() => setAsking({ what: "flash" })} onBegin={begin} onKeys={() => setAsking({ what: "keys" })} />
      <div className="strips">
        {editor ? <UrgentStrip posts={posts} me={session.member.name} language={page.language} onLook={(post) => { setPane("queue"); choose("queue", post.id); setOpened(post.id); }} /> : null}
        <RecallStrip recalls={desk.recalls} onRecall={recall} />
      </div>
      <nav className="panes" aria-label={w.app.desk}>
        {(["write", "stream", "queue"] as const).map((each) => <button key={each} type="button" aria-current={pane === each || undefined} onClick={() => setPane(each)}>{each === "queue" ? w.desk.queueOf(queue.filter((row) => !row.gone).length) : w.desk[each]}</button>)}
      </nav>
      <section className="pane write" aria-label={w.desk.write} onFocus={() => setKeyboard(false)}>
        <Tabs tabs={desk.tabs} nameOf={(id) => posts.find((post) => post.id === id)?.prepared?.find((version) => version.id === id)?.name} current={desk.current} language={page.language} onTurn={(id) => desktop.turnTo(id)} onBegin={begin} />
        {!current ? <div className="empty"><p>{editor ? w.desk.emptyWrite : w.desk.emptyWriteReporter}</p><button type="button" className="main" onClick={begin}>{w.desk.newPost}</button></div>
          : current.standing.kind === "changed by another" ? <Conflict key={current.work.id} work={current.work} theirs={current.standing.theirs} language={page.language} onSettled={(content) => current.standing.kind === "changed by another" && desktop.settle(current.work.id, content, current.standing.theirs)} />
          : <Writing key={current.work.id} tab={current} parcels={parcels} page={page} post={posts.find((post) => post.id === current.work.id)} posts={posts} editor={editor} people={known} others={others}
              onContent={(change) => desktop.type(current.work.id, { content: { ...current.work.content, ...change } })} onFlags={(change) => desktop.type(current.work.id, change)} onFiling={(change) => desktop.type(current.work.id, change)} onRelease={release} onClose={close} onOpen={open} onNew={(version) => { news.took(version); open(version); }} onChanged={tookVersion} />}
      </section>
      <section className="pane stream" aria-labelledby="stream-title">
        <h2 id="stream-title">{w.desk.stream}</h2>
        {news.list.isPending ? <p className="empty" role="status">{w.app.loading}</p> : news.list.error && !news.list.data ? <p className="problem"><Sentence>{sentenceOf(news.list.error, w)}</Sentence></p> : (
          <StreamList posts={inStream} place={place} chosen={cursor.list === "stream" ? cursor.id : null} focused={keyboard && cursor.list === "stream"} open={opened} editor={editor} byOf={byOf} onChoose={(id) => choose("stream", id)} deeds={deeds} />
        )}
      </section>
      <section className="pane queue" aria-labelledby="queue-title">
        <h2 id="queue-title">{w.desk.queueOf(queue.filter((row) => !row.gone).length)}</h2>
        <QueueList rows={queue} me={session.member.name} place={place} chosen={cursor.list === "queue" ? cursor.id : null} focused={keyboard && cursor.list === "queue"} open={opened} editor={editor} byOf={byOf} onChoose={(id) => choose("queue", id)} onHold={setPointer} deeds={deeds} />
        <DraftsList drafts={drafts(posts).filter((draft) => editor || draft.createdBy === session.member.name)} language={page.language} byOf={byOf} onOpen={open} onMove={editor ? deeds.move : undefined} />
        <SetAsideList slug={page.slug} posts={setAside(posts).filter((post) => editor || post.createdBy === session.member.name)} language={page.language} onTakeUp={(post) => void actions.does(post, "take-up").then((again) => again && open(again))} />
      </section>
      {asking ? <DeskDialogs asking={asking} page={page} editor={editor} actions={actions} desktop={desktop} onDone={() => setAsking(null)} onOpen={open} onClosed={letGoOf} onWrite={() => { setKeyboard(false); setPane("write"); }} /> : null}
    </main>
  );
}
