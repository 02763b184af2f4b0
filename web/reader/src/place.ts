/** Edits the page so that what is being read stays where it is: whatever comes or goes above, the first thing in view keeps its height on the screen. */
export function keepPlace(blocks: readonly Element[], edit: () => void): void {
  const marks = marksIn(blocks).map(element => ({ element, top: element.getBoundingClientRect().top }));
  edit();
  const mark = marks.find(({ element }) => element.isConnected);
  const moved = mark ? mark.element.getBoundingClientRect().top - mark.top : 0;
  if (moved) window.scrollBy({ top: moved, behavior: 'instant' });
}

/** The first block in view; when its beginning is out of view, rather its parts: those that begin in view, then the one that reaches into it. Then the blocks below, for when it goes. */
function marksIn(blocks: readonly Element[]): Element[] {
  const inView = blocks.filter(isInView);
  const [first] = inView;
  if (!first || begins(first)) return inView;
  const parts = [...first.children].filter(isInView);
  return [...parts.filter(begins), ...parts, ...inView];
}

function isInView(element: Element): boolean {
  const { top, bottom, height } = element.getBoundingClientRect();
  return height > 0 && bottom > 0 && top < innerHeight;
}

function begins(element: Element): boolean {
  return element.getBoundingClientRect().top >= 0;
}
