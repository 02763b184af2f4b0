/** Where an arrow key leads among things that lie in rows; null where it leads nowhere, so that the key keeps its meaning.
    @param tops How far down each lies: those of one row have the same. */
export function neighbour(key: string, at: number, tops: readonly number[], rightToLeft: boolean): number | null {
  if (at < 0) return null;
  const [back, on] = rightToLeft ? ["ArrowRight", "ArrowLeft"] : ["ArrowLeft", "ArrowRight"];
  const row = tops.indexOf(tops[at]!);
  const column = at - row;
  const to = {
    [back]: at - 1,
    [on]: at + 1,
    ArrowUp: row > 0 ? Math.min(tops.indexOf(tops[row - 1]!) + column, row - 1) : -1,
    ArrowDown: below(tops, row, column),
    Home: 0,
    End: tops.length - 1,
  }[key];
  return to === undefined || to < 0 || to >= tops.length || to === at ? null : to;
}

// The one under it, or the last of a shorter row.
function below(tops: readonly number[], row: number, column: number): number {
  const next = tops.findIndex((top, i) => i > row && top !== tops[row]);
  return next < 0 ? -1 : Math.min(next + column, tops.lastIndexOf(tops[next]!));
}
