import { Field } from "../ui/Field.tsx";
import { useWords } from "../words/words.tsx";

/** A time zone by its IANA name, with the browser's list to choose from. */
export function Zones({ value, onChange, problem }: { value: string; onChange(zone: string): void; problem?: string | undefined }) {
  const w = useWords();
  return (
    <>
      <Field label={w.pages.zone} hint={w.pages.zoneWhy} required value={value} onChange={(event) => onChange(event.target.value)} problem={problem} dir="ltr" list="zones" spellCheck={false} />
      <datalist id="zones">{Intl.supportedValuesOf("timeZone").map((zone) => <option key={zone} value={zone} />)}</datalist>
    </>
  );
}
