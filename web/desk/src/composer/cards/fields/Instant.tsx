/** A moment, in UTC, to the second. */
export function Instant({ id, value, onChange }: { id: string; value: string | null | undefined; onChange(value: string | null): void }) {
  const at = value && !Number.isNaN(Date.parse(value)) ? new Date(value).toISOString() : null;
  return (
    <input id={id} type="datetime-local" step="1" value={at?.slice(0, 19) ?? ""}
      onChange={({ target }) => onChange(target.value === "" ? null : `${target.value.padEnd(19, ":00")}Z`)} />
  );
}
