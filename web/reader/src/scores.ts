/** What every scoreboard says, by its post and its place there; a post that is on the page twice is told of once. */
export function scores(root: ParentNode): Map<string, string> {
  const says = new Map<string, string>();
  for (const post of root.querySelectorAll<HTMLElement>('[data-post]')) {
    post.querySelectorAll('.scores').forEach((board, i) => {
      const sides = [...board.querySelectorAll('tr')].map(side => `${side.cells[0]!.firstChild?.textContent} ${side.cells[1]!.textContent}`);
      says.set(`${post.dataset['post']} ${i}`, [board.querySelector('.title')?.textContent, ...sides].filter(part => part).join(', '));
    });
  }
  return says;
}

/** The scoreboards that say something else than before. One that has just come says nothing: its post is told of. */
export function changes(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...after].filter(([board, says]) => before.has(board) && before.get(board) !== says).map(([, says]) => says);
}
