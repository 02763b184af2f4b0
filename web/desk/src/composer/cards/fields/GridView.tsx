import { useId, useRef, useState, type ClipboardEvent, type KeyboardEvent } from "react";
import { useSurroundings } from "../../context.ts";
import { delimitedCells } from "../../paste/delimited.ts";
import type { Cell } from "../../paste/spreadsheet.ts";
import { cellsInMarkup, MostColumns, MostRows } from "../../paste/tables.ts";
import { gridOf, isEmpty, pasted, turned, typedCell, withHeadings, type Grid } from "./grid.ts";
import { GridCell } from "./GridCell.tsx";
import { wrongCells } from "./wrongCells.ts";

/** More rows than this are shown when asked for; a form has to open at once. */
const MostShown = 50;

/** The largest file of cells that is read, in bytes: far more than 500 rows. */
const MostFile = 1_000_000;

interface GridProps extends Grid {
  numbers: boolean;
  /** @param sign The percent or currency sign that all of the numbers had. */
  onChange(columns: string[], rows: Cell[][], sign?: string): void;
}

/** Columns and rows to type into, to paste into from a spreadsheet, or to take from a file. */
export function GridView({ numbers, columns, rows, onChange }: GridProps) {
  const { words, language, direction, say } = useSurroundings();
  const [all, setAll] = useState(false);
  const table = useRef<HTMLTableElement>(null);
  const file = useId();
  const reading = { numbers, language };
  const shown = all ? rows : rows.slice(0, MostShown);
  const nameOf = (column: number): string => columns[column] || words.grid.unnamed(column + 1);
  const wrong = numbers ? wrongCells(rows) : null;

  const put = (row: number, column: number, typed: string): void => {
    if (row < 0) onChange(columns.with(column, typed), rows);
    else onChange(columns, rows.with(row, padded(rows[row]!).with(column, column === 0 ? typed : typedCell(typed, reading))));
  };
  const padded = (row: Cell[]): Cell[] => (row.length < columns.length ? [...row, ...Array<Cell>(columns.length - row.length).fill(null)] : row);
  const addRow = (): void => onChange(columns, [...rows, ["", ...Array<Cell>(Math.max(0, columns.length - 1)).fill(null)]]);
  const take = (next: (Grid & { sign?: string }) | null, why = words.grid.tooLarge): void => (next ? onChange(next.columns, next.rows, next.sign) : say(why));

  function paste(event: ClipboardEvent, row: number, column: number): void {
    const data = event.clipboardData;
    const cells = delimitedCells(data.getData("text/plain")) ?? cellsInMarkup(data.getData("text/html"));
    if (!cells || (cells.length < 2 && cells[0]!.length < 2)) return;
    event.preventDefault();
    const grid = { columns, rows };
    take(isEmpty(grid) ? gridOf(cells, reading, row < 0 && cells.length > 1) : pasted(grid, cells, row, column, reading));
  }

  async function read(chosen: File): Promise<void> {
    if (chosen.size > MostFile) return say(words.grid.fileTooLarge);
    const cells = delimitedCells(await chosen.text());
    take(cells && gridOf(cells, reading), cells ? words.grid.tooLarge : words.grid.fileUnread);
  }

  function keys(event: KeyboardEvent<HTMLInputElement>, row: number, column: number): void {
    const down = event.key === "ArrowDown" || event.key === "Enter" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const along = alongBy(event, direction);
    if (down === 0 && along === 0) return;
    if (along !== 0 && columns[column + along] === undefined) return;
    event.preventDefault();
    if (event.key === "Enter" && row === rows.length - 1 && rows.length < MostRows) addRow();
    requestAnimationFrame(() => table.current?.querySelector<HTMLInputElement>(`[data-cell="${row + down},${column + along}"]`)?.focus());
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
      {wrong && wrong.told.length > 0 && (
        <div className="field-wrong" role="status">
          {wrong.told.map(({ row, column, text }) => <p key={`${row},${column}`}>{words.grid.cell(row + 1, nameOf(column))}: {words.grid.notANumber(text)}</p>)}
          {wrong.more > 0 && <p>{words.grid.moreWrong(wrong.more)}</p>}
        </div>
      )}
      <div className="card-keys">
        {shown.length < rows.length && <button type="button" onClick={() => setAll(true)}>{words.grid.showAll(rows.length)}</button>}
        <button type="button" disabled={rows.length >= MostRows} onClick={addRow}>{words.grid.addRow}</button>
        <button type="button" disabled={columns.length >= MostColumns} onClick={() => onChange([...columns, ""], rows.map((row) => [...padded(row), null]))}>{words.grid.addColumn}</button>
        <button type="button" disabled={rows.length < 2} onClick={() => take(withHeadings({ columns, rows }))}>{words.grid.firstRow}</button>
        <button type="button" onClick={() => take(turned({ columns, rows }), words.grid.turnTooMany)}>{words.grid.turn}</button>
        <input id={file} className="visually-hidden" type="file" accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
          onChange={({ target }) => { const [chosen] = target.files ?? []; if (chosen) void read(chosen); target.value = ""; }} />
        <label className="button" htmlFor={file}>{words.grid.fromFile}</label>
        <span className="field-note">{words.grid.hint}</span>
      </div>
    </div>
  );
}

/** One cell on with an arrow, where the caret is at that end of what stands in this one. */
function alongBy(event: KeyboardEvent<HTMLInputElement>, direction: "ltr" | "rtl"): -1 | 0 | 1 {
  if ((event.key !== "ArrowRight" && event.key !== "ArrowLeft") || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return 0;
  const { selectionStart, selectionEnd, value } = event.currentTarget;
  const on = (event.key === "ArrowRight") === (direction === "ltr");
  if (selectionStart !== selectionEnd || selectionStart !== (on ? value.length : 0)) return 0;
  return on ? 1 : -1;
}
