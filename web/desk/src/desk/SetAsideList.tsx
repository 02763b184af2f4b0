import type { Post } from "../api/types.ts";
import { go } from "../routes/navigation.tsx";
import { useWords } from "../words/words.tsx";

/** Versions of which another was released. They stay here, for the record and for the day the wrong one went out. */
export function SetAsideList({ slug, posts, language, onTakeUp }: { slug: string; posts: readonly Post[]; language: string; onTakeUp(post: Post): void }) {
  const w = useWords();
  if (posts.length === 0) return null;
  return (
    <details className="drafts">
      <summary>{w.versions.aside} ({posts.length})</summary>
      <ul>
        {posts.map((post) => (
          <li key={post.id}>
            <b>{post.prepared?.find((version) => version.id === post.id)?.name}</b> <span lang={language} dir="auto">{post.headline || w.state.untitled}</span>
            <p className="actions">
              <button type="button" onClick={() => onTakeUp(post)}>{w.versions.takeUp}</button>
              <button type="button" onClick={() => go({ at: "history", slug, post: post.id })}>{w.post.history}</button>
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
