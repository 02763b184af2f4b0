import type { Work } from "../kept/work.ts";
import { Check, Field } from "../ui/Field.tsx";
import { useWords } from "../words/words.tsx";

/** A short note, and no more: it is read in a queue. */
const mostNote = 200;

/** What a reporter tells the desk with a filing. */
export function FilingFields({ work, onFiling }: { work: Work; onFiling(change: { urgent?: boolean; note?: string }): void }) {
  const w = useWords();
  return (
    <div className="filing">
      <Check label={w.hurry.isUrgent} checked={work.urgent ?? false} onChange={(event) => onFiling({ urgent: event.target.checked })} />
      <Field label={w.hurry.note} placeholder={w.hurry.notePlaceholder} maxLength={mostNote} value={work.note ?? ""} onChange={(event) => onFiling({ note: event.target.value })} />
    </div>
  );
}
