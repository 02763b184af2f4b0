import { type FormEvent, useState } from "react";
import { instantOf, wallOf, zoneName } from "../times/zone.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Field } from "../ui/Field.tsx";
import { localeOf } from "../words/locale.ts";
import { useLanguage } from "../words/words.tsx";

/** When a post goes out, in the page's own zone. */
export function ScheduleDialog({ zone, onSchedule, onLeave }: { zone: string; onSchedule(at: string): void; onLeave(): void }) {
  const { w, language } = useLanguage();
  const [wall, setWall] = useState(() => wallOf(new Date(Date.now() + 3_600_000), zone));
  const [bad, setBad] = useState(false);
  const schedule = (event: FormEvent) => {
    event.preventDefault();
    const at = instantOf(wall, zone);
    if (at) onSchedule(at.toISOString());
    else setBad(true);
  };
  const at = instantOf(wall, zone);
  return (
    <Dialog title={w.post.scheduleTitle} onLeave={onLeave}>
      <form onSubmit={schedule}>
        <Field label={`${w.post.scheduleAt} (${w.settings.zoneIs(zone)}${at ? `, ${zoneName(at, zone, localeOf(language))}` : ""})`} type="datetime-local" required value={wall} onChange={(event) => setWall(event.target.value)} problem={bad ? w.post.badTime : undefined} dir="ltr" />
        <button className="main">{w.post.schedule}</button>
      </form>
    </Dialog>
  );
}
