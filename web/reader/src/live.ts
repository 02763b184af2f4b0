import type { Announcements } from './announce.ts';
import type { Count } from './count.ts';
import type { Change } from './frames.ts';
import type { Idle } from './idle.ts';
import type { Page } from './page.ts';
import { reloadAt, reloadInPlace } from './reload.ts';
import type { Receiver } from './wire.ts';
import type { Words } from './words.ts';

/** A page that has come to hold more posts than this is loaded anew when nobody notices. */
const Most = 500;

/** What changes mean to the reader: posts on the page, a count of those not seen yet, something to be told, or a page to be loaded anew. */
export class Live implements Receiver {
  #missed = 0;
  #lost = false;
  #outdated = false;

  constructor(
    private readonly main: HTMLElement,
    private readonly page: Page,
    private readonly count: Count,
    private readonly announcements: Announcements,
    private readonly words: Words,
    private readonly idle: Idle,
  ) {}

  closed(): boolean {
    return this.main.dataset['status'] === 'closed';
  }

  found(build: string): void {
    if (this.#lost) this.announcements.say(this.words('connectionBack'));
    this.#lost = false;
    this.#outdated ||= build !== this.main.dataset['build'];
  }

  lost(): void {
    if (!this.#lost) this.announcements.say(this.words('connectionLost'));
    this.#lost = true;
  }

  apply(changes: readonly Change[]): void {
    const headline = this.#headline;
    const { posts, breaking, waiting, scores } = this.page.apply(changes);
    this.#outdated ||= this.page.posts.size > Most;
    if (this.#headline !== headline) this.#rename(headline, this.#headline);
    if (document.hidden && !waiting) this.#missed += posts;
    this.announcements.arrived(posts, breaking);
    this.announcements.say(scores.join('. '));
    this.#recount();
  }

  reset(head: number): boolean {
    return reloadAt(head);
  }

  /** Shows the posts that wait, and leads the reader to the newest. */
  reveal(): void {
    const newest = this.page.reveal();
    this.#recount();
    if (!newest) return;
    newest.tabIndex = -1;
    newest.addEventListener('blur', () => newest.removeAttribute('tabindex'), { once: true });
    newest.focus({ preventScroll: true });
    newest.scrollIntoView();
  }

  /** The reader came to the top, or back to the tab. */
  look(): void {
    if (this.page.posts.waiting > 0 && !this.page.reading) this.page.reveal();
    if (!document.hidden) this.#missed = 0;
    this.#recount();
  }

  renewWhenIdle(): void {
    if (this.#outdated && this.idle.now) void reloadInPlace();
  }

  // The headline also stands outside its section: in the title, and in the bar.
  #rename(from: string, to: string): void {
    this.count.rename(from, to);
    document.querySelector('[data-bar] a')?.replaceChildren(to);
  }

  get #headline(): string {
    return this.main.querySelector('h1')?.textContent?.trim() ?? '';
  }

  // The button may take room above the posts.
  #recount(): void {
    this.page.keepPlace(this.page.reading, () => this.count.show(this.page.posts.waiting, this.#missed));
  }
}
