/** Smaller movements are a finger that rests. */
const Rest = 8;

/** The bar of small screens goes while the reader scrolls down and returns on the way up. It stays while it has the focus. */
export function startBar(bar: HTMLElement): void {
  let last = scrollY;
  addEventListener('scroll', () => {
    if (Math.abs(scrollY - last) < Rest) return;
    bar.classList.toggle('away', scrollY > last && scrollY > bar.offsetHeight && !bar.contains(document.activeElement));
    last = scrollY;
  }, { passive: true });
}
