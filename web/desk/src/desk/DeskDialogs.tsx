import type { Coverage, Post } from "../api/types.ts";
import { posts } from "../api/calls.ts";
import type { Desktop, Tab } from "../kept/desktop.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { say, sentenceOf } from "../ui/notices.tsx";
import { useWords } from "../words/words.tsx";
import { Flash } from "./Flash.tsx";
import { KeysDialog } from "./KeysDialog.tsx";
import { NoteDialog } from "./NoteDialog.tsx";
import { TakeOver } from "./TakeOver.tsx";
import { TakeDown } from "./TakeDown.tsx";
import type { PostActions } from "./usePostActions.ts";

export type Asking = { what: "flash" } | { what: "keys" } | { what: "send back"; post: Post } | { what: "take down"; post: Post } | { what: "take over"; post: Post; since: string } | { what: "close"; tab: Tab };

interface Props {
  asking: Asking;
  page: Coverage;
  editor: boolean;
  actions: PostActions;
  desktop: Desktop;
  onDone(): void;
  onWrite(): void;
  onOpen(post: Post): void;
  /** A draft was closed. */
  onClosed(id: string): void;
}

export function DeskDialogs({ asking, page, editor, actions, desktop, onDone, onWrite, onOpen, onClosed }: Props) {
  const w = useWords();
  switch (asking.what) {
    case "keys": return <KeysDialog editor={editor} onLeave={onDone} />;
    case "flash":
      return <Flash page={page.headline} language={page.language} onLeave={onDone} onPublish={(line) => {
        onDone();
        const id = desktop.begin({ headline: line, bylines: [], blocks: [] });
        if (id === null) return say(w.desk.full, true);
        desktop.type(id, { breaking: true });
        void desktop.release(id, { how: "publish" }, { reopen: true });
        onWrite();
      }} />;
    case "send back":
      return <NoteDialog title={w.post.noteTitle} label={w.post.note} placeholder={w.post.notePlaceholder} verb={w.post.sendBack} onLeave={onDone} onDone={(note) => {
        onDone();
        void actions.sendBack(asking.post, note);
      }} />;
    case "take over":
      return <TakeOver post={asking.post} since={asking.since} onLeave={onDone} onDone={(from) => {
        onDone();
        void actions.takeOver(asking.post, from).then((post) => post && onOpen(post));
      }} />;
    case "take down": return <TakeDown post={asking.post} language={page.language} actions={actions} onLeave={onDone} />;
    case "close": return <CloseDraft tab={asking.tab} desktop={desktop} onDone={onDone} onClosed={onClosed} />;
  }
}

function CloseDraft({ tab: { work }, desktop, onDone, onClosed }: { tab: Tab; desktop: Desktop; onDone(): void; onClosed(id: string): void }) {
  const w = useWords();
  const close = async () => {
    onDone();
    await desktop.close(work.id);
    onClosed(work.id);
    if (!work.live) return;
    await posts.discard(work.slug, work.id).catch((error: unknown) => say(sentenceOf(error, w), true));
  };
  return (
    <Dialog title={w.write.discardTitle} onLeave={onDone}>
      <p>{work.live ? w.write.discardEdit : work.version === null ? w.write.discardLocal : w.write.discardServer}</p>
      <p className="actions"><button type="button" className="main" data-first onClick={() => void close()}>{w.write.close}</button><button type="button" onClick={onDone}>{w.app.cancel}</button></p>
    </Dialog>
  );
}
