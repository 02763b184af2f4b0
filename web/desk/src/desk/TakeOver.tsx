import type { Post } from "../api/types.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words/words.tsx";

/** Somebody has the post in hand: it is taken from them only by whoever has read so. */
export function TakeOver({ post, since, onDone, onLeave }: { post: Post; since: string; onDone(from: string): void; onLeave(): void }) {
  const w = useWords();
  const by = post.held?.by ?? "";
  return (
    <Dialog title={w.hurry.heldBy(by, since)} onLeave={onLeave}>
      <p>{w.hurry.takeFromWhy(by)}</p>
      <p className="actions"><button type="button" className="main" onClick={() => onDone(by)}>{w.hurry.takeFrom(by)}</button><button type="button" data-first onClick={onLeave}>{w.app.cancel}</button></p>
    </Dialog>
  );
}
