import type { Post } from "../api/types.ts";
import { type Row } from "../queue/still.ts";
import { useWords } from "../words/words.tsx";
import type { Deeds } from "./deeds.ts";
import { PostRow, type RowPlace } from "./PostRow.tsx";

interface Props {
  rows: readonly Row[];
  place: RowPlace;
  chosen: string | null;
  focused: boolean;
  open: string | null;
  editor: boolean;
  /** Whose desk this is. */
  me: string;
  byOf(id: string): string | undefined;
  onChoose(id: string): void;
  onHold(held: boolean): void;
  deeds: Deeds;
}

/** Filed posts, the longest waiting first. While a pointer is in it nothing in it moves. */
export function QueueList({ rows, place, chosen, focused, open, editor, me, byOf, onChoose, onHold, deeds }: Props) {
  const w = useWords();
  const elsewhere = (post: Post) => post.held != null && post.held.by !== me;
  return (
    <div className="scroll queue" onPointerEnter={() => onHold(true)} onPointerLeave={() => onHold(false)}>
      {rows.length === 0 ? <p className="empty">{w.desk.emptyQueue}</p> : null}
      <ul>
        {rows.map(({ post, gone }) => (
          <li key={post.id}>
            <PostRow post={post} place={place} chosen={post.id === chosen} focused={focused} open={post.id === open} by={byOf(post.id)} onChoose={() => onChoose(post.id)}
              gone={gone === null ? undefined : gone === "elsewhere" ? w.state.goneElsewhere : gone.state === "published" ? w.state.gonePublished : gone.sentBack ? w.state.goneSentBack : w.state.goneElsewhere}>
              {post.filed?.note ? <p className="note" dir="auto">“{post.filed.note}”</p> : null}
              {gone === null ? (
                <div className="tools" onClick={(event) => event.stopPropagation()}>
                  {editor ? <button type="button" className="main" disabled={elsewhere(post)} onClick={() => deeds.publish(post)}>{w.post.publish}</button> : null}
                  <button type="button" aria-pressed={post.id === open} onClick={() => deeds.read(post)}>{w.post.read}</button>
                  {editor ? <button type="button" onClick={() => deeds.takeOver(post)}>{w.post.takeOver}</button> : null}
                  {editor ? <button type="button" disabled={elsewhere(post)} onClick={() => deeds.sendBack(post)}>{w.post.sendBack}</button> : null}
                  <button type="button" onClick={() => deeds.preview(post)}>{w.post.preview}</button>
                </div>
              ) : null}
            </PostRow>
          </li>
        ))}
      </ul>
    </div>
  );
}
