import { useState } from "react";
import type { Coverage } from "../api/types.ts";
import { NoteDialog } from "../desk/NoteDialog.tsx";
import type { Release } from "../kept/release.ts";
import type { Work } from "../kept/work.ts";
import { Lacking } from "../rules/Lacking.tsx";
import { useWords } from "../words/words.tsx";
import { ScheduleDialog } from "./ScheduleDialog.tsx";

interface Props {
  work: Work;
  page: Coverage;
  editor: boolean;
  blank: boolean;
  onRelease(release: Release): void;
  onClose(): void;
}

/** The way out of the composer. Its main button names the live page: posting to the wrong one is the classic error. */
export function ReleaseBar({ work, page, editor, blank, onRelease, onClose }: Props) {
  const w = useWords();
  const [asks, setAsks] = useState<"correction" | "schedule" | null>(null);
  return (
    <div className="release">
      {blank ? null : <Lacking content={work.content} />}
      {!editor ? (
        <button type="button" className="main" disabled={blank} onClick={() => onRelease({ how: "file" })}>{w.write.fileTo(page.headline)}</button>
      ) : work.live ? (
        <>
          <button type="button" className="main" disabled={blank} onClick={() => onRelease({ how: "edit", as: "update" })}>{w.write.update}</button>
          <button type="button" disabled={blank} onClick={() => onRelease({ how: "edit", as: "typo" })}>{w.write.typo}</button>
          <button type="button" disabled={blank} onClick={() => setAsks("correction")}>{w.write.correction}</button>
        </>
      ) : (
        <>
          <button type="button" className="main" disabled={blank} onClick={() => onRelease({ how: "publish" })}>{w.write.publishTo(page.headline)}</button>
          <button type="button" disabled={blank} onClick={() => setAsks("schedule")}>{w.write.schedule}</button>
        </>
      )}
      <button type="button" className="quiet" onClick={onClose}>{w.write.close}</button>
      {asks === "correction" ? <NoteDialog title={w.write.correctionTitle} label={w.write.correctionNote} verb={w.post.publish} onLeave={() => setAsks(null)} onDone={(note) => { setAsks(null); onRelease({ how: "edit", as: "correction", note }); }} /> : null}
      {asks === "schedule" ? <ScheduleDialog zone={page.timeZone} onLeave={() => setAsks(null)} onSchedule={(at) => { setAsks(null); onRelease({ how: "schedule", at }); }} /> : null}
    </div>
  );
}
