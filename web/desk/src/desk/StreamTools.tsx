import type { Post } from "../api/types.ts";
import { HoldButton } from "../ui/HoldButton.tsx";
import { useWords } from "../words/words.tsx";
import type { Deeds } from "./deeds.ts";

export function StreamTools({ post, editor, deeds, open }: { post: Post; editor: boolean; deeds: Deeds; open: boolean }) {
  const w = useWords();
  const gone = post.state === "withdrawn" || post.state === "taken-down";
  return (
    <div className="tools" onClick={(event) => event.stopPropagation()}>
      <button type="button" aria-pressed={open} onClick={() => deeds.read(post)}>{w.post.read}</button>
      {editor && !gone ? (
        <>
          <button type="button" onClick={() => deeds.edit(post)}>{w.post.edit}</button>
          {post.state === "published" ? (
            <>
              <button type="button" aria-pressed={post.pinned} onClick={() => deeds.flag(post, "pinned")}>{w.post.pin}</button>
              <button type="button" aria-pressed={post.keyEvent} onClick={() => deeds.flag(post, "keyEvent")}>{w.post.keyEvent}</button>
              <button type="button" aria-pressed={post.breaking} onClick={() => deeds.flag(post, "breaking")}>{w.post.breaking}</button>
              {post.headline ? <button type="button" onClick={() => deeds.lift(post)}>{w.post.lift}</button> : null}
            </>
          ) : null}
          <button type="button" onClick={() => deeds.move(post)}>{w.move.button}</button>
          {post.state === "scheduled" ? (
            <>
              <button type="button" onClick={() => deeds.publish(post)}>{w.post.publish}</button>
              <button type="button" onClick={() => deeds.unschedule(post)}>{w.post.unschedule}</button>
            </>
          ) : null}
        </>
      ) : null}
      <button type="button" onClick={() => deeds.history(post)}>{w.post.history}</button>
      {gone ? null : <button type="button" onClick={() => deeds.preview(post)}>{w.post.preview}</button>}
      {editor && post.state === "published" ? <HoldButton onHeld={() => deeds.takeOff(post)}>{w.post.takeDown}</HoldButton> : null}
    </div>
  );
}
