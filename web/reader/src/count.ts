import type { Words } from './words.ts';

/** How many posts the reader has not seen: on the buttons that show them, and before the tab's title. */
export class Count {
  #title = document.title;

  constructor(
    private readonly buttons: readonly HTMLElement[],
    private readonly words: Words,
  ) {}

  /** @param waiting Posts not on the page yet. @param missed Posts that came while the tab was hidden. */
  show(waiting: number, missed: number): void {
    for (const button of this.buttons) {
      button.hidden = waiting === 0;
      // A button may ask for other words than "3 new posts", such as data-new="newCount".
      button.textContent = waiting ? this.words(button.dataset['new'] || 'newPosts', waiting) ?? `${waiting}` : '';
    }
    const unseen = waiting + missed;
    document.title = unseen ? `(${unseen}) ${this.#title}` : this.#title;
  }

  /** The page's headline changed, and with it the title that names it. */
  rename(old: string, headline: string): void {
    this.#title = this.#title.replace(old, () => headline);
  }
}
