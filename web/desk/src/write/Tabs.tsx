import type { Tab } from "../kept/desktop.ts";
import { Gist } from "../desk/Gist.tsx";
import { useWords } from "../words/words.tsx";

/** Open drafts, side by side: one composer is too few on a busy day. */
export function Tabs({ tabs, nameOf, current, language, onTurn, onBegin }: { tabs: readonly Tab[]; nameOf(id: string): string | undefined; current: string | null; language: string; onTurn(id: string): void; onBegin(): void }) {
  const w = useWords();
  if (tabs.length === 0) return null;
  return (
    <nav className="tabs" aria-label={w.write.tabs}>
      <ul>
        {tabs.map(({ work, standing, problem }, at) => (
          <li key={work.id}>
            <button type="button" aria-current={work.id === current || undefined} aria-keyshortcuts={at < 9 ? `Alt+${at + 1}` : undefined} className={problem || standing.kind === "changed by another" ? "asks" : ""} onClick={() => onTurn(work.id)}>
              {work.live ? <span className="meta">{w.write.editOf}</span> : nameOf(work.id) ? <span className="meta"><bdi>{nameOf(work.id)}</bdi></span> : null} <span lang={language} dir="auto">{work.content.headline?.trim() || <Gist blocks={work.content.blocks ?? []} most={24} otherwise={w.write.untitled} />}</span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="quiet" onClick={onBegin} aria-keyshortcuts="Alt+N">{w.desk.newPost}</button>
    </nav>
  );
}
