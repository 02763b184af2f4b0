/** The order of a sorted column, in the words of ARIA. */
export type Order = 'ascending' | 'descending';

/** What the next press makes of a column: numbers begin with the highest, words with the first; the third press gives back what was. */
export function nextOrder(now: Order | undefined, numbers: boolean): Order | undefined {
  const first: Order = numbers ? 'descending' : 'ascending';
  if (!now) return first;
  return now === first ? (numbers ? 'ascending' : 'descending') : undefined;
}

/** Compares cells as readers of the language would: numbers by what they are, words by its alphabet, what is not known last either way. */
export function compare(language: string): (one: string, other: string, order: Order) => number {
  const { compare } = new Intl.Collator(language, { numeric: true });
  return (one, other, order) => {
    if (!one || !other) return Number(!one) - Number(!other);
    const [a, b] = [Number(one), Number(other)];
    const rise = Number.isNaN(a) || Number.isNaN(b) ? Number(Number.isNaN(a)) - Number(Number.isNaN(b)) || compare(one, other) : a - b;
    return order === 'ascending' ? rise : -rise;
  };
}
