import type { Coverage } from "../api/types.ts";
import { useSyncExternalStore } from "react";
import { onSkew, skew } from "../times/skew.ts";
import type { Desk } from "../kept/desktop.ts";
import type { Present } from "../events/deskStream.ts";
import { useAtTheDesk } from "../app/session-context.ts";
import { oldAfterMinutes } from "../pages/summary.ts";
import { To } from "../routes/navigation.tsx";
import { useWords } from "../words/words.tsx";

interface Props {
  page: Coverage;
  desk: Desk;
  present: readonly Present[];
  connected: boolean;
  editor: boolean;
  summaryAge: number | null;
  onFlash(): void;
  onBegin(): void;
  onKeys(): void;
}

/** The head of a live page's desk: which page this is, how it stands, who is here, and what has not gone out yet. */
export function DeskBar({ page, desk, present, connected, editor, summaryAge, onFlash, onBegin, onKeys }: Props) {
  const w = useWords();
  const { session, expired, askAgain } = useAtTheDesk();
  const names = [...new Set(present.filter(({ member }) => member.id !== session.member.id).map(({ member }) => member.name))];
  const waiting = new Set(desk.waiting.filter((errand) => !errand.refused).map((errand) => errand.post)).size;
  const ahead = useSyncExternalStore(onSkew, skew);
  return (
    <header className="desk-bar">
      <div className="desk-title">
        <h1 lang={page.language} dir="auto">{page.headline}</h1>
        <p className="meta">
          <span className={page.status === "live" ? "is-live" : ""}>{page.status === "live" ? w.pages.status.live : w.desk.notLive[page.status]}</span>
          {names.length > 0 ? <span>{w.desk.here(w.and(names))}</span> : null}
          {editor && summaryAge !== null && summaryAge >= oldAfterMinutes ? <span>{w.desk.summaryOld(summaryAge)} <To route={{ at: "settings", slug: page.slug }}>{w.desk.toSummary}</To></span> : null}
        </p>
      </div>
      <div className="actions">
        {editor ? <button type="button" className="flash-button" onClick={onFlash} aria-keyshortcuts="F">{w.desk.flash}</button> : null}
        <button type="button" onClick={onBegin} aria-keyshortcuts="N">{w.desk.newPost}</button>
        {editor ? <To className="button" route={{ at: "settings", slug: page.slug }}>{w.desk.settings}</To> : null}
        {page.status === "draft" ? null : <a className="button" href={`/live/${page.slug}`} target="_blank" rel="noreferrer">{w.desk.readers}</a>}
        <button type="button" onClick={onKeys} aria-keyshortcuts="?">{w.desk.keys}</button>
      </div>
      <p className={waiting > 0 && desk.road !== "open" ? "road bad" : "road"} role="status">
        {expired ? <>{waiting > 0 ? w.desk.signedOutMore(waiting) : w.write.standing["signed out"]} <button type="button" onClick={askAgain}>{w.signIn.enter}</button></>
          : waiting > 0 && desk.road === "unreachable" ? w.desk.offlineMore(waiting)
          : waiting > 0 && typeof desk.road === "object" ? w.hurry.serverWaits(desk.road.busy)
          : waiting > 0 ? desk.waiting.slice(0, 1).map((errand) => <span key={errand.key}>{w.desk.sending[errand.does]} “{errand.work?.content.headline ?? w.state.untitled}” …</span>)
          : !connected ? w.desk.streamLost : null}
      </p>
      {ahead !== 0 ? <p className="road" role="status">{w.hurry.clock(Math.round(Math.abs(ahead) / 60_000), ahead > 0)}</p> : null}
    </header>
  );
}
