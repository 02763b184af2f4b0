import { type ReactNode, useState } from "react";
import type { Coverage } from "../api/types.ts";
import { NoteDialog } from "../desk/NoteDialog.tsx";
import type { Standing } from "../kept/keeper.ts";
import type { Release } from "../kept/release.ts";
import type { Work } from "../kept/work.ts";
import { Lacking } from "../rules/Lacking.tsx";
import { useWords } from "../words/words.tsx";
import { ScheduleDialog } from "./ScheduleDialog.tsx";
import { StandingLine } from "./Standing.tsx";

interface Props {
  work: Work;
  standing: Standing;
  page: Coverage;
  editor: boolean;
  blank: boolean;
  /** What this version is called, where several are prepared. */
  version: string | undefined;
  onRelease(release: Release): void;
  onClose(): void;
  children?: ReactNode;
}

/** The way out of the composer. Its main button names the live page: posting to the wrong one is the classic error. */
export function ReleaseBar({ work, standing, page, editor, blank, version, onRelease, onClose, children }: Props) {
  const w = useWords();
  const [asks, setAsks] = useState<"correction" | "schedule" | null>(null);
  const main: [string, Release] = !editor ? [w.write.fileTo(page.headline), { how: "file" }]
    : work.live ? [w.write.update, { how: "edit", as: "update" }]
    : [version ? w.versions.release(version, page.headline) : w.write.publishTo(page.headline), { how: "publish" }];
  return (
    <div className="release">
      <div className="release-main">
        {blank ? null : <Lacking content={work.content} />}
        <StandingLine standing={standing} />
        <button type="button" className="main" disabled={blank} onClick={() => onRelease(main[1])}>{main[0]}</button>
      </div>
      <div className="release-more">
        {!editor ? null : work.live ? (
          <>
            <button type="button" disabled={blank} onClick={() => onRelease({ how: "edit", as: "typo" })}>{w.write.typo}</button>
            <button type="button" disabled={blank} onClick={() => setAsks("correction")}>{w.write.correction}</button>
          </>
        ) : <button type="button" disabled={blank} onClick={() => setAsks("schedule")}>{w.write.schedule}</button>}
        {children}
        <button type="button" className="quiet" onClick={onClose}>{w.write.close}</button>
      </div>
      {asks === "correction" ? <NoteDialog title={w.write.correctionTitle} label={w.write.correctionNote} verb={w.post.publish} onLeave={() => setAsks(null)} onDone={(note) => { setAsks(null); onRelease({ how: "edit", as: "correction", note }); }} /> : null}
      {asks === "schedule" ? <ScheduleDialog zone={page.timeZone} onLeave={() => setAsks(null)} onSchedule={(at) => { setAsks(null); onRelease({ how: "schedule", at }); }} /> : null}
    </div>
  );
}
