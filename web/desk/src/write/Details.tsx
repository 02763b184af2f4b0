import type { Ref } from "react";
import type { Content, Label } from "../api/types.ts";
import { BylineField, type Known } from "../composer/index.ts";
import { instantOf, wallOf } from "../times/zone.ts";
import { Check, Choice, Field } from "../ui/Field.tsx";
import { useLanguage } from "../words/words.tsx";
import { directionOf } from "./direction.ts";

interface Props {
  content: Content;
  breaking: boolean;
  keyEvent: boolean;
  zone: string;
  language: string;
  editor: boolean;
  people: readonly Known[];
  byline: Ref<HTMLInputElement>;
  onContent(change: Partial<Content>): void;
  onFlags(change: { breaking?: boolean; keyEvent?: boolean }): void;
}

/** Byline, label, flags and the time shown: a fold away from the words. */
export function Details({ content, breaking, keyEvent, zone, language, editor, people, byline, onContent, onFlags }: Props) {
  const { w, language: spoken } = useLanguage();
  const bylines = content.bylines ?? [];
  const key = typeof content.label === "object" ? content.label.key : (content.label ?? "");
  const labels: [string, string][] = [["", w.write.noLabel], ...(Object.entries(w.labels) as [string, string][])];
  // A label from elsewhere is kept, and shown by its own words.
  if (key && !labels.some(([known]) => known === key)) labels.push([key, typeof content.label === "object" ? (content.label.text ?? key) : key]);
  const shown = content.publishedAt && content.timeKnown !== false ? wallOf(new Date(content.publishedAt), zone) : "";
  return (
    <div className="details">
      <BylineField ref={byline} value={bylines} people={people} language={spoken} direction={directionOf(language)} onChange={(next) => onContent({ bylines: next })} />
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
