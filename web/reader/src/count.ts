import type { Words } from './words.ts';

/** How many posts the reader has not seen: on the buttons that show them, and before the tab's title. */
export class Count {
  #title = document.title;

  /** @param places Where a button is, hidden while nothing waits, and the key of what it says. */
  constructor(
    private readonly places: readonly { readonly place: HTMLElement; readonly key: string }[],
    private readonly words: Words,
  ) {}

  /** @param waiting Posts not on the page yet. @param missed Posts that came while the tab was hidden. */
  show(waiting: number, missed: number): void {
    for (const { place, key } of this.places) {
      place.hidden = !waiting;
      (place.querySelector('button') ?? place).textContent = waiting ? this.words(key, waiting) ?? `${waiting}` : '';
    }
    const unseen = waiting + missed;
    document.title = unseen ? `(${unseen}) ${this.#title}` : this.#title;
  }

  /** The title names the headline, which is another now. */
  rename(from: string, to: string): void {
    this.#title = this.#title.replace(from, () => to);
  }
}
