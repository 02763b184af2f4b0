import { type FormEvent, useEffect, useRef, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { coverages } from "../api/calls.ts";
import type { Coverage, Post } from "../api/types.ts";
import { sorted } from "../pages/LivePages.tsx";
import { useAsked } from "../ui/asked.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Choice } from "../ui/Field.tsx";
import { say, sentenceOf } from "../ui/notices.tsx";
import { useWords } from "../words/words.tsx";
import type { PostActions } from "./usePostActions.ts";
import { Sentence } from "../ui/Sentence.tsx";

/** Where a post belongs that was written for the wrong page, or belongs on two. Each button says what it does to which page. */
export function MoveDialog({ post, page, actions, onLeave }: { post: Post; page: Coverage; actions: PostActions; onLeave(): void }) {
  const w = useWords();
  const list = useQuery({ queryKey: ["coverages"], queryFn: ({ signal }) => coverages.list(signal) });
  const others = sorted(list.data?.coverages ?? []).filter((each) => each.slug !== page.slug && each.status !== "closed");
  const [chosen, setChosen] = useState<string | null>(null);
  const { busy, sentence, ask } = useAsked();
  const there = others.find((each) => each.slug === chosen) ?? others[0];
  const go = (how: "move" | "copy") => void ask(async () => {
    if (!there) return;
    await actions.elsewhere(post, how, there.slug);
    say(how === "move" ? w.move.moved(there.headline) : w.move.copied(there.headline));
    onLeave();
  });
  // The list of pages may come after the question.
  const form = useRef<HTMLFormElement>(null);
  const asks = there !== undefined;
  useEffect(() => form.current?.querySelector("select")?.focus(), [asks]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go("move");
  };
  return (
    <Dialog title={w.move.title} onLeave={onLeave}>
      <p><b lang={page.language} dir="auto">{post.headline || w.state.untitled}</b></p>
      {list.isPending ? <p role="status">{w.app.loading}</p> : list.error && !list.data ? <p className="problem"><Sentence>{sentenceOf(list.error, w)}</Sentence></p> : !there ? <p>{w.move.none}</p> : (
        <form ref={form} onSubmit={submit}>
          <Choice label={w.move.to} value={there.slug} options={others.map((each) => [each.slug, `${each.headline} · ${w.pages.status[each.status]}`] as const)} onChange={setChosen} />
          <p className="hint">{post.state === "published" ? w.move.published(page.headline) : w.move.draft}</p>
          {sentence ? <p className="problem" role="alert"><Sentence>{sentence}</Sentence></p> : null}
          <p className="actions">
            <button className="main" disabled={busy}>{w.move.move}</button>
            <button type="button" disabled={busy} onClick={() => go("copy")}>{w.move.copy}</button>
          </p>
        </form>
      )}
    </Dialog>
  );
}
