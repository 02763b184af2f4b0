/** Smaller movements are a finger that rests. */
const Rest = 8;

/** The bar that follows the reader: it goes on the way down and returns on the way up, as long as the headline is out of view. It stays while it has the focus. */
export function startBar(bar: HTMLElement, headline: () => Element | null): void {
  let last = scrollY;
  addEventListener('scroll', () => {
    if (Math.abs(scrollY - last) < Rest) return;
    const up = scrollY < last;
    last = scrollY;
    const away = (headline()?.getBoundingClientRect().bottom ?? 0) < 0;
    bar.hidden = !(away && (up || bar.contains(document.activeElement)));
  }, { passive: true });
}
