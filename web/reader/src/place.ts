/** Edits the page so that what is being read stays where it is: whatever comes or goes above, the first thing in view keeps its height on the screen. */
export function keepPlace(blocks: readonly Element[], edit: () => void): void {
  const marks = marksIn(blocks).map(element => ({ element, top: element.getBoundingClientRect().top }));
  edit();
  const mark = marks.find(({ element }) => element.isConnected);
  const moved = mark ? mark.element.getBoundingClientRect().top - mark.top : 0;
  if (moved) window.scrollBy({ top: moved, behavior: 'instant' });
}

/** The first block in view; when its beginning is out of view, its parts that are not; then the blocks below, for when it goes. */
function marksIn(blocks: readonly Element[]): Element[] {
  const inView = blocks.filter(isInView);
  const first = inView[0];
  return first && first.getBoundingClientRect().top < 0 ? [...[...first.children].filter(isInView), ...inView] : inView;
}

function isInView(element: Element): boolean {
  const { bottom, height } = element.getBoundingClientRect();
  return height > 0 && bottom > 0;
}
