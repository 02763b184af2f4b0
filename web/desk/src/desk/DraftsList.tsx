import type { Post } from "../api/types.ts";
import { useWords } from "../words/words.tsx";
import { Gist } from "./Gist.tsx";

/** Drafts on the server that nobody has filed: one's own from another device, and, for editors, everybody's. */
export function DraftsList({ drafts, language, byOf, onOpen, onMove }: { drafts: readonly Post[]; language: string; byOf(id: string): string | undefined; onOpen(post: Post): void; onMove: ((post: Post) => void) | undefined }) {
  const w = useWords();
  if (drafts.length === 0) return null;
  return (
    <details className="drafts">
      <summary>{w.desk.drafts} ({drafts.length})</summary>
      <ul>
        {drafts.map((draft) => (
          <li key={draft.id}>
            {draft.prepared?.filter((version) => version.id === draft.id).map((version) => <b key={version.id}><bdi>{version.name}</bdi></b>)}
            <button type="button" className="quiet" onClick={() => onOpen(draft)}><span lang={language} dir="auto">{draft.headline || <Gist blocks={draft.blocks} most={60} otherwise={w.state.untitled} />}</span></button>
            <span className="meta"> {draft.createdBy}{byOf(draft.id) ? ` · ${byOf(draft.id)}` : ""}{draft.sentBack ? ` · ${w.state.sentBack(draft.sentBack.by, draft.sentBack.note ?? "")}` : ""}</span>
            {onMove ? <button type="button" className="quiet" onClick={() => onMove(draft)}>{w.move.button}</button> : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
