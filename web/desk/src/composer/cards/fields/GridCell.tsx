import { useState, type ClipboardEvent, type KeyboardEvent } from "react";
import type { Cell } from "../../paste/spreadsheet.ts";

interface CellProps {
  label: string;
  place: string;
  value: Cell;
  bad: boolean;
  onTyped(typed: string): void;
  onPaste(event: ClipboardEvent): void;
  onKeyDown(event: KeyboardEvent<HTMLInputElement>): void;
}

/** A cell to type into. While somebody types it shows what was typed: "4.50" on its way to "4.503" must not become "4.5". */
export function GridCell({ label, place, value, bad, onTyped, onPaste, onKeyDown }: CellProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input type="text" aria-label={label} data-cell={place} data-number={typeof value === "number" || undefined} aria-invalid={bad || undefined} maxLength={1000} autoComplete="off" value={typed ?? (value === null ? "" : String(value))}
      onChange={({ target }) => { setTyped(target.value); onTyped(target.value); }} onBlur={() => setTyped(null)} onPaste={(event) => { setTyped(null); onPaste(event); }} onKeyDown={onKeyDown} />
  );
}
