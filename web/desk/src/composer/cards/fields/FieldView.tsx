import { useId } from "react";
import type { BlockKind, RichText } from "../../../api/types.ts";
import { type Had, useSurroundings } from "../../context.ts";
import type { Takes } from "../../model/files.ts";
import { linkFrom } from "../../model/links.ts";
import type { Field } from "../forms.ts";
import { Instant } from "./Instant.tsx";
import { MediaView } from "./MediaView.tsx";
import { PointView } from "./PointView.tsx";
import { RichField } from "./RichField.tsx";
import { Typed } from "./Typed.tsx";

interface FieldProps {
  field: Field;
  kind: BlockKind;
  value: unknown;
  readOnly?: boolean;
  onChange(value: unknown): void;
  /** A picture of the library was chosen for the block itself, or a video came with a still: what is known about it comes along. */
  onHad?(picture: Had): void;
}

/** One labelled field of a form. */
export function FieldView({ field, kind, value, readOnly = false, onChange, onHad }: FieldProps) {
  const { words } = useSurroundings();
  const id = useId();
  const label = words.fieldsOf[`${kind}.${field.name}`] ?? words.fields[field.name];
  const told = (control: React.ReactNode) => <div className={`field field-${field.as}`}><label htmlFor={id}>{label}</label>{control}</div>;

  switch (field.as) {
    case "line":
      return told(<input id={id} type="text" maxLength={1000} readOnly={readOnly} value={(value as string | null) ?? ""} onChange={(event) => onChange(event.target.value)} />);
    case "link":
      return told(<Typed id={id} dir="ltr" inputMode="url" readOnly={readOnly} shown={(value as string | null) ?? ""} wrong={words.address} read={(typed) => (typed.trim() === "" ? { value: null } : { value: linkFrom(typed) ?? typed, wrong: linkFrom(typed) === null })} onChange={onChange} />);
    case "number":
    case "whole":
      return told(<Typed id={id} dir="ltr" inputMode={field.as === "whole" ? "numeric" : "text"} shown={value == null ? "" : String(value)} wrong={words.number} read={(typed) => numberIn(typed, field.as === "whole")} onChange={onChange} />);
    case "choice":
      return told(
        <select id={id} value={(value as string | null) ?? ""} onChange={(event) => onChange(event.target.value)}>
          {!field.needed && <option value="">{words.notSaid}</option>}
          {field.of.map((choice) => <option key={choice} value={choice}>{words.choices[choice]}</option>)}
        </select>,
      );
    case "flag":
      return <div className="field field-flag"><input id={id} type="checkbox" checked={value === true} onChange={(event) => onChange(event.target.checked)} /><label htmlFor={id}>{label}</label></div>;
    case "instant": return told(<Instant id={id} value={value as string | null | undefined} onChange={onChange} />);
    case "point": return <PointView label={label} value={value as { x: number; y: number } | null | undefined} onChange={onChange} />;
    case "media": return <MediaView as={asOf(field.name)} label={label} takes={takenBy(field.name, kind)} value={value as string | null | undefined} onChange={onChange} onHad={field.name === "media" && onHad ? onHad : ({ id: media }) => onChange(media)} />;
    case "rich": return <RichField label={label} value={value as RichText | null | undefined} onChange={onChange} />;
    case "paragraphs": return <RichField label={label} paragraphs={(value as RichText[] | null | undefined) ?? []} onChange={onChange} />;
  }
}

const asOf = (name: string) => (name === "poster" || name === "artwork" || name === "captions" ? name : undefined);

function takenBy(name: string, kind: BlockKind): Takes {
  if (name === "captions") return name;
  return name === "media" && (kind === "video" || kind === "audio" || kind === "document") ? kind : "image";
}

function numberIn(typed: string, whole: boolean): { value: number | null; wrong?: boolean } {
  const text = typed.trim().replace("\u2212", "-");
  if (text === "") return { value: null };
  return (whole ? /^\d{1,12}$/ : /^-?\d+(?:\.\d+)?$/).test(text) ? { value: Number(text) } : { value: null, wrong: true };
}
