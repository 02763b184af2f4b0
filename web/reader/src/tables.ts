import { compare, nextOrder, type Order } from './order.ts';

/** Fewer rows are seen at a glance. */
const Least = 3;

/** Puts a button into every heading that sorts. The page has them wherever its markup comes from, so that an edit finds them on both sides. */
export function prepareTables(root: ParentNode): void {
  for (const heading of root.querySelectorAll('.scroll thead th')) {
    if (!heading.textContent || heading.firstElementChild || heading.closest('table')!.tBodies[0]!.rows.length < Least) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...heading.childNodes);
    heading.append(button);
  }
}

interface Sorted {
  readonly column: number;
  readonly order: Order;
  /** The rows as the server rendered them. */
  rows: readonly HTMLTableRowElement[];
}

/** Tables that the reader sorted. */
export class Tables {
  readonly #sorted = new Map<HTMLTableElement, Sorted>();
  readonly #compare: ReturnType<typeof compare>;

  constructor(language: string) {
    this.#compare = compare(language);
    document.addEventListener('click', ({ target }) => {
      const heading = (target as Element).closest?.('th button')?.closest('th');
      if (heading) this.#sort(heading.closest('table')!, heading.cellIndex);
    });
  }

  /** As the server rendered them, so that they can be edited. */
  hide(): void {
    for (const [table, { column, rows }] of this.#sorted) {
      table.tBodies[0]!.append(...rows);
      heading(table, column)?.removeAttribute('aria-sort');
    }
  }

  /** As the reader sorted them, by what is in them now. */
  show(): void {
    for (const [table, sorted] of this.#sorted) {
      const { column, order } = sorted;
      const said = (row: HTMLTableRowElement): string => row.cells[column]?.dataset['n'] ?? row.cells[column]?.textContent?.trim() ?? '';
      if (!table.isConnected || !heading(table, column)) {
        this.#sorted.delete(table);
        continue;
      }
      sorted.rows = [...table.tBodies[0]!.rows];
      table.tBodies[0]!.append(...[...sorted.rows].sort((a, b) => this.#compare(said(a), said(b), order)));
      heading(table, column)!.ariaSort = order;
    }
  }

  #sort(table: HTMLTableElement, column: number): void {
    const before = this.#sorted.get(table);
    const order = nextOrder(before?.column === column ? before.order : undefined, heading(table, column)!.className === 'n');
    this.hide();
    this.#sorted.delete(table);
    if (order) this.#sorted.set(table, { column, order, rows: [] });
    this.show();
  }
}

function heading(table: HTMLTableElement, column: number): HTMLTableCellElement | undefined {
  return table.tHead?.rows[0]?.cells[column];
}
