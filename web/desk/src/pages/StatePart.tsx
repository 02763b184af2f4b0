import { useState } from "react";
import type { Coverage, CoverageEdit, CoverageStatus } from "../api/types.ts";
import { clock, instantOf, wallOf, zoneName } from "../times/zone.ts";
import { Field } from "../ui/Field.tsx";
import { localeOf } from "../words/locale.ts";
import { useLanguage } from "../words/words.tsx";
import { WrapUpPart } from "./WrapUpPart.tsx";
import { useEdited } from "./edited.ts";
import { Sentence } from "../ui/Sentence.tsx";

const next: Record<CoverageStatus, readonly CoverageStatus[]> = {
  draft: ["live", "upcoming"], upcoming: ["live", "draft"], live: ["paused", "closed"], paused: ["live", "closed"], closed: ["live"],
};

export function StatePart({ page }: { page: Coverage }) {
  const { w, language } = useLanguage();
  const { busy, sentence, at, edit } = useEdited(page);
  const [note, setNote] = useState(page.statusNote ?? "");
  const [resumes, setResumes] = useState(page.resumesAt ? wallOf(new Date(page.resumesAt), page.timeZone) : "");
  const now = new Date();
  const verb = (status: CoverageStatus): string =>
    ({ live: page.status === "closed" || page.status === "paused" ? w.settings.reopen : w.settings.openIt, paused: w.settings.pause, closed: w.settings.closeIt, upcoming: w.settings.announce, draft: w.app.back })[status];
  const become = (status: CoverageStatus) => {
    const ahead = status !== "live" ? instantOf(resumes, page.timeZone) : null;
    const fields: CoverageEdit = { status, statusNote: status === "live" ? null : note.trim() || null, resumesAt: ahead?.toISOString() ?? null };
    if (status === "live") {
      setNote("");
      setResumes("");
    }
    void edit(fields);
  };
  const tomorrow = () => {
    const day = new Date(`${wallOf(now, page.timeZone).slice(0, 10)}T00:00Z`);
    day.setUTCDate(day.getUTCDate() + 1);
    setResumes(`${day.toISOString().slice(0, 10)}T07:00`);
  };
  return (
    <section aria-labelledby="state">
      <h2 id="state">{w.settings.state}</h2>
      <p>
        <b className={page.status === "live" ? "is-live" : ""}>{w.pages.status[page.status]}</b>
        {page.statusNote ? <> · <span dir="auto">{page.statusNote}</span></> : null}
        {page.resumesAt ? <> · {w.settings.resumes} {clock(new Date(page.resumesAt), page.timeZone, localeOf(language), now)} {zoneName(new Date(page.resumesAt), page.timeZone, localeOf(language))}</> : null}
      </p>
      {page.status === "closed" ? null : (
        <div className="pair">
          <Field label={w.settings.note} placeholder={w.settings.noteHint} value={note} onChange={(event) => setNote(event.target.value)} problem={at("statusNote")} lang={page.language} />
          <div>
            <Field label={`${w.settings.resumes} (${w.settings.zoneIs(page.timeZone)})`} type="datetime-local" value={resumes} onChange={(event) => setResumes(event.target.value)} problem={at("resumesAt")} dir="ltr" />
            <button type="button" className="quiet" onClick={tomorrow}>{w.settings.tomorrow}</button>
          </div>
        </div>
      )}
      <p className="actions">{next[page.status].filter((status) => status !== "draft").map((status, first) => <button key={status} type="button" className={first === 0 && page.status !== "closed" ? "main" : ""} disabled={busy} onClick={() => become(status)}>{verb(status)}</button>)}</p>
      <p className="hint">{page.status === "live" || page.status === "paused" ? w.settings.pauses : w.settings.opens}</p>
      {sentence ? <p className="problem" role="alert"><Sentence>{sentence}</Sentence></p> : null}
      {page.status === "closed" ? <WrapUpPart page={page} /> : null}
    </section>
  );
}
