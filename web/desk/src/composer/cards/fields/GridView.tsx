import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from "react";
import { useSurroundings } from "../../context.ts";
import { cellOf, cellsOf, type Cell } from "../../paste/spreadsheet.ts";
import { MostColumns, MostRows } from "../../paste/tables.ts";
import { pasted, type Grid } from "./grid.ts";

/** More rows than this are shown when asked for; a form has to open at once. */
const MostShown = 50;

/** Columns and rows to type into, or to paste into from a spreadsheet. */
export function GridView({ numbers, columns, rows, onChange }: Grid & { numbers: boolean; onChange(columns: string[], rows: Cell[][]): void }) {
  const { words, say } = useSurroundings();
  const [all, setAll] = useState(false);
  const table = useRef<HTMLTableElement>(null);
  const shown = all ? rows : rows.slice(0, MostShown);
  const nameOf = (column: number): string => columns[column] || words.grid.unnamed(column + 1);
  const wrong = numbers ? rows.flatMap((row) => row.slice(1)).find((cell) => typeof cell === "string") : undefined;

  const put = (row: number, column: number, typed: string): void => {
    if (row < 0) onChange(columns.with(column, typed), rows);
    else onChange(columns, rows.with(row, padded(rows[row]!).with(column, column === 0 ? typed : cellOf(typed))));
  };
  const padded = (row: Cell[]): Cell[] => (row.length < columns.length ? [...row, ...Array<Cell>(columns.length - row.length).fill(null)] : row);
  const addRow = (): void => onChange(columns, [...rows, ["", ...Array<Cell>(Math.max(0, columns.length - 1)).fill(null)]]);

  function paste(event: ClipboardEvent, row: number, column: number): void {
    const cells = cellsOf(event.clipboardData.getData("text/plain"));
    if (cells.length < 2 && cells[0]!.length < 2) return;
    event.preventDefault();
    const next = pasted({ columns, rows }, cells, row, column);
    if (next) onChange(next.columns, next.rows);
    else say(words.grid.tooLarge);
  }

  function keys(event: KeyboardEvent<HTMLInputElement>, row: number, column: number): void {
    const down = event.key === "ArrowDown" || event.key === "Enter" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (down === 0) return;
    event.preventDefault();
    if (event.key === "Enter" && row === rows.length - 1 && rows.length < MostRows) addRow();
    requestAnimationFrame(() => table.current?.querySelector<HTMLInputElement>(`[data-cell="${row + down},${column}"]`)?.focus());
  }

  const cell = (row: number, column: number, label: string, value: Cell) => (
    <GridCell label={label} place={`${row},${column}`} value={value} bad={numbers && row >= 0 && column > 0 && typeof value === "string"}
      onTyped={(typed) => put(row, column, typed)} onPaste={(event) => paste(event, row, column)} onKeyDown={(event) => keys(event, row, column)} />
  );

  return (
    <div className="grid">
      <div className="grid-scroll" tabIndex={-1}>
        <table ref={table} aria-label={words.grid.label}>
          <thead>
            <tr>
              {columns.map((name, c) => <th key={c} scope="col">{cell(-1, c, words.grid.column(c + 1), name)}</th>)}
              <td />
            </tr>
          </thead>
          <tbody>
            {shown.map((row, r) => (
              <tr key={r}>
                {columns.map((_, c) => <td key={c}>{cell(r, c, words.grid.cell(r + 1, nameOf(c)), row[c] ?? null)}</td>)}
                <td><button type="button" className="grid-out" aria-label={words.grid.removeRow(r + 1)} disabled={rows.length < 2} onClick={() => onChange(columns, rows.toSpliced(r, 1))}>×</button></td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              {columns.map((_, c) => <td key={c}><button type="button" className="grid-out" aria-label={words.grid.removeColumn(nameOf(c))} disabled={columns.length < 2} onClick={() => onChange(columns.toSpliced(c, 1), rows.map((row) => row.toSpliced(c, 1)))}>×</button></td>)}
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
      {wrong !== undefined && <p className="field-wrong" role="status">{words.grid.notANumber(String(wrong))}</p>}
      <p className="card-keys">
        {shown.length < rows.length && <button type="button" onClick={() => setAll(true)}>{words.grid.showAll(rows.length)}</button>}
        <button type="button" disabled={rows.length >= MostRows} onClick={addRow}>{words.grid.addRow}</button>
        <button type="button" disabled={columns.length >= MostColumns} onClick={() => onChange([...columns, ""], rows.map((row) => [...padded(row), null]))}>{words.grid.addColumn}</button>
        <span className="field-note">{words.grid.hint}</span>
      </p>
    </div>
  );
}

interface CellProps {
  label: string;
  place: string;
  value: Cell;
  bad: boolean;
  onTyped(typed: string): void;
  onPaste(event: ClipboardEvent): void;
  onKeyDown(event: KeyboardEvent<HTMLInputElement>): void;
}

// While somebody types, the cell shows what was typed: "4.50" on its way to "4.503" must not become "4.5".
function GridCell({ label, place, value, bad, onTyped, onPaste, onKeyDown }: CellProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input type="text" aria-label={label} data-cell={place} data-number={typeof value === "number" || undefined} aria-invalid={bad || undefined} maxLength={1000} autoComplete="off" value={typed ?? (value === null ? "" : String(value))}
      onChange={({ target }) => { setTyped(target.value); onTyped(target.value); }} onBlur={() => setTyped(null)} onPaste={(event) => { setTyped(null); onPaste(event); }} onKeyDown={onKeyDown} />
  );
}
