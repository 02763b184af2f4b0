import type { Byline, Content, Label } from "../api/types.ts";
import { instantOf, wallOf } from "../times/zone.ts";
import { Check, Choice, Field } from "../ui/Field.tsx";
import { useWords } from "../words/words.tsx";

interface Props {
  content: Content;
  breaking: boolean;
  keyEvent: boolean;
  zone: string;
  language: string;
  editor: boolean;
  people: readonly { name: string }[];
  onContent(change: Partial<Content>): void;
  onFlags(change: { breaking?: boolean; keyEvent?: boolean }): void;
}

/** Byline, label, flags and the time shown: a fold away from the words. */
export function Details({ content, breaking, keyEvent, zone, language, editor, people, onContent, onFlags }: Props) {
  const w = useWords();
  const bylines = content.bylines ?? [];
  const set = (at: number, change: Partial<Byline>) => onContent({ bylines: bylines.map((byline, index) => (index === at ? { ...byline, ...change } : byline)) });
  const key = typeof content.label === "object" ? content.label.key : (content.label ?? "");
  const labels: [string, string][] = [["", w.write.noLabel], ...(Object.entries(w.labels) as [string, string][])];
  // A label from elsewhere is kept, and shown by its own words.
  if (key && !labels.some(([known]) => known === key)) labels.push([key, typeof content.label === "object" ? (content.label.text ?? key) : key]);
  const shown = content.publishedAt && content.timeKnown !== false ? wallOf(new Date(content.publishedAt), zone) : "";
  return (
    <div className="details">
      <fieldset className="bylines">
        <legend>{w.write.bylines}</legend>
        {bylines.map((byline, at) => (
          <div className="byline" key={at}>
            <Field label={w.write.name} list="people" value={byline.name ?? ""} onChange={(event) => set(at, { name: event.target.value })} lang={language} />
            <Field label={w.write.role} value={byline.role ?? ""} onChange={(event) => set(at, { role: event.target.value || null })} lang={language} />
            <Field label={w.write.location} value={byline.location ?? ""} onChange={(event) => set(at, { location: event.target.value || null })} lang={language} />
            <button type="button" className="quiet" aria-label={w.write.remove(byline.name ?? "")} onClick={() => onContent({ bylines: bylines.filter((_, index) => index !== at) })}>{w.account.remove}</button>
          </div>
        ))}
        <datalist id="people">{people.map(({ name }) => <option key={name} value={name} />)}</datalist>
        <button type="button" className="quiet" onClick={() => onContent({ bylines: [...bylines, { name: "", kind: "person" } as Byline] })}>{w.write.addByline}</button>
      </fieldset>
      <div className="pair">
        <Choice label={w.write.label} value={key} options={labels} onChange={(label) => onContent({ label: (label === key ? content.label : label || undefined) as Label })} />
        <Field label={w.write.shownTime} hint={w.write.shownTimeHint} type="datetime-local" value={shown} dir="ltr" onChange={(event) => onContent({ publishedAt: instantOf(event.target.value, zone)?.toISOString() ?? null })} />
      </div>
      {editor ? (
        <div className="flags">
          <Check label={w.write.breaking} checked={breaking} onChange={(event) => onFlags({ breaking: event.target.checked })} />
          <Check label={w.write.keyEvent} checked={keyEvent} onChange={(event) => onFlags({ keyEvent: event.target.checked })} />
        </div>
      ) : null}
    </div>
  );
}
