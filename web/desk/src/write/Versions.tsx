import { type FormEvent, useState } from "react";
import { posts as calls } from "../api/calls.ts";
import type { Post } from "../api/types.ts";
import { uuid7 } from "../kept/uuid7.ts";
import { useAsked } from "../ui/asked.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Field } from "../ui/Field.tsx";
import { say, sentenceOf } from "../ui/notices.tsx";
import { useWords } from "../words/words.tsx";
import { Sentence } from "../ui/Sentence.tsx";

/** How many versions one post has at most; the server's own bound. */
const most = 4;

interface Props {
  slug: string;
  post: Post;
  posts: readonly Post[];
  /** Whether the server has all that was typed: a new version begins with it. */
  saved: boolean;
  onOpen(post: Post): void;
  onNew(post: Post): void;
  /** This version is called something else, or was dropped. */
  onChanged(post: Post): void;
}

/** The versions of one post side by side: each is written like any draft, and one of them goes out. */
export function VersionStrip({ slug, post, posts, saved, onOpen, onNew, onChanged }: Props) {
  const w = useWords();
  const versions = post.prepared ?? [];
  if (versions.length === 0) return null;
  const turnTo = async (id: string) => {
    try {
      onOpen(posts.find((each) => each.id === id) ?? (await calls.show(slug, id)));
    } catch (error) {
      say(sentenceOf(error, w), true);
    }
  };
  return (
    <nav className="versions-strip" aria-label={w.versions.title}>
      <ul>
        {versions.map((version) => (
          <li key={version.id}><button type="button" aria-current={version.id === post.id || undefined} onClick={() => version.id !== post.id && void turnTo(version.id)}><bdi>{version.name}</bdi></button></li>
        ))}
        <li><Change slug={slug} post={post} saved={saved} onChanged={onChanged} /></li>
        {versions.length < most ? <li><Prepare slug={slug} post={post} saved={saved} onNew={onNew} /></li> : null}
      </ul>
      <p className="meta">{w.versions.why}</p>
    </nav>
  );
}

/** Calls the version on screen something else, or drops it. */
function Change({ slug, post, saved, onChanged }: Pick<Props, "slug" | "post" | "saved" | "onChanged">) {
  const w = useWords();
  const called = post.prepared?.find((version) => version.id === post.id)?.name ?? "";
  const [asks, setAsks] = useState(false);
  const [name, setName] = useState(called);
  const { busy, sentence, problem, at, ask } = useAsked();
  const does = (work: () => Promise<Post>) => void ask(async () => {
    const next = await work();
    setAsks(false);
    onChanged(next);
  });
  const rename = (event: FormEvent) => {
    event.preventDefault();
    does(() => calls.rename(slug, post.id, name));
  };
  return (
    <>
      <button type="button" className="quiet" onClick={() => { setName(called); setAsks(true); }}>{w.versions.change}</button>
      {asks ? (
        <Dialog title={w.versions.is(called)} onLeave={() => setAsks(false)}>
          <form onSubmit={rename}>
            <Field label={w.versions.own} required maxLength={40} value={name} onChange={(event) => setName(event.target.value)} problem={at("name")} />
            {sentence && !problem?.problems ? <p className="problem" role="alert"><Sentence>{sentence}</Sentence></p> : null}
            <button className="main" disabled={busy}>{w.versions.rename}</button>
          </form>
          <p className="hint">{w.versions.dropWhy}</p>
          <p className="actions"><button type="button" disabled={busy || !saved} title={saved ? undefined : w.versions.onceSaved} onClick={() => does(() => calls.drop(slug, post.id))}>{w.versions.drop}</button></p>
        </Dialog>
      ) : null}
    </>
  );
}

/** Begins another version of a draft. */
export function Prepare({ slug, post, saved, onNew }: Pick<Props, "slug" | "saved" | "onNew"> & { post: Post | undefined }) {
  const w = useWords();
  const [asks, setAsks] = useState(false);
  const [own, setOwn] = useState("");
  const [name, setName] = useState("");
  const { busy, sentence, problem, at, ask } = useAsked();
  const first = !post?.prepared?.length;
  const prepare = (event: FormEvent) => {
    event.preventDefault();
    void ask(async () => {
      const version = await calls.prepare(slug, post!.id, { name, ...(first ? { own } : {}) }, uuid7(Date.now()));
      setAsks(false);
      setOwn("");
      setName("");
      onNew(version);
    });
  };
  return (
    <>
      <button type="button" className="quiet" disabled={!post || !saved} title={post && saved ? undefined : w.versions.onceSaved} onClick={() => setAsks(true)}>{first ? w.versions.another : w.versions.more}</button>
      {asks && post ? (
        <Dialog title={w.versions.another} onLeave={() => setAsks(false)}>
          <form onSubmit={prepare}>
            <p>{w.versions.lead}</p>
            {first ? <Field label={w.versions.own} placeholder={w.versions.ownHint} required maxLength={40} value={own} onChange={(event) => setOwn(event.target.value)} problem={at("own")} /> : null}
            <Field label={w.versions.name} placeholder={w.versions.nameHint} required maxLength={40} value={name} onChange={(event) => setName(event.target.value)} problem={at("name")} />
            {sentence && !problem?.problems ? <p className="problem" role="alert"><Sentence>{sentence}</Sentence></p> : null}
            <button className="main" disabled={busy}>{w.versions.begin}</button>
          </form>
        </Dialog>
      ) : null}
    </>
  );
}
