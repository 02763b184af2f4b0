import type { Ages } from './ages.ts';
import type { Articles } from './articles.ts';
import type { Change } from './frames.ts';
import { showDay } from './day.ts';
import { markup } from './html.ts';
import { patchContent } from './patch.ts';
import { keepPlace } from './place.ts';
import { Posts, type Step } from './posts.ts';
import { isReading } from './reading.ts';
import { changes as changesIn, scores } from './scores.ts';
import type { Tables } from './tables.ts';

/** The mark of a new post stays while its rule fades in. */
const Arriving = 1_000;

/** New posts that some changes brought, and whether they wait to be shown. */
export interface News {
  readonly posts: number;
  readonly breaking: number;
  readonly waiting: boolean;
  /** The scoreboards that changed, as they stand now. */
  readonly scores: readonly string[];
}

/** The coverage on the page: applies changes in place, and keeps what is being read where it is. */
export class Page {
  readonly posts: Posts;

  constructor(
    private readonly main: HTMLElement,
    private readonly articles: Articles,
    private readonly ages: Ages,
    private readonly tables: Tables,
  ) {
    this.posts = new Posts(articles.held, articles.list.dataset['more'] === 'true');
  }

  apply(changes: readonly Change[]): News {
    const { reading } = this;
    const news = { posts: 0, breaking: 0, waiting: reading };
    const before = scores(this.main);
    this.#edit(reading, () => {
      if (!reading) this.#reveal();
      for (const change of changes) {
        const known = change.target !== null && this.posts.has(change.target);
        this.#change(change, reading);
        if (known || change.op !== 'upsert' || !this.posts.has(change.target)) continue;
        news.posts++;
        if (change.breaking) news.breaking++;
      }
    });
    return { ...news, scores: changesIn(before, scores(this.main)) };
  }

  /** Whether a post is being read, so that new ones wait. */
  get reading(): boolean {
    return isReading(this.articles.list);
  }

  /** Shows the posts that wait; answers with the newest of them. */
  reveal(): HTMLElement | undefined {
    let newest: HTMLElement | undefined;
    this.#edit(false, () => (newest = this.#reveal()));
    return newest;
  }

  #reveal(): HTMLElement | undefined {
    return this.posts.reveal().map(step => this.#take(step)).at(-1);
  }

  #change(change: Change, reading: boolean): void {
    if (change.op === 'upsert' || change.op === 'withdraw') this.#take(this.posts.put(change, reading, change.fill));
    if (change.op === 'remove') this.#take(this.posts.drop(change.target));
    if (change.op === 'status') this.main.dataset['status'] = change.status;
    if (change.fill) this.#take(this.posts.fill(change.fill), 'settled');
    for (const [name, html] of Object.entries(change.sections ?? {})) {
      for (const section of this.main.querySelectorAll(`[data-section="${name}"]`)) patchContent(section, markup(html));
    }
    this.main.dataset['seq'] = `${change.seq}`;
  }

  #take(step: Step | undefined, manner: 'arriving' | 'settled' = 'arriving'): HTMLElement | undefined {
    const article = step && this.articles.take(step);
    if (article && step.kind === 'insert' && manner === 'arriving' && !matchMedia('(prefers-reduced-motion: reduce)').matches) {
      article.classList.add('arrived');
      setTimeout(() => article.classList.remove('arrived'), Arriving);
    }
    return article;
  }

  /** Edits what the server rendered, not what the clock and the reader made of it. */
  #edit(reading: boolean, edit: () => void): void {
    this.keepPlace(reading, () => {
      this.ages.hide(this.main);
      this.tables.hide();
      edit();
      this.articles.tidy();
      showDay(this.main.querySelector('time[data-date]'), this.articles.all[0]);
      this.tables.show();
      this.ages.show(this.main, Date.now());
    });
  }

  keepPlace(reading: boolean, edit: () => void): void {
    const { all, list } = this.articles;
    // The list of key events may stand fast beside the posts, and would say nothing about where they are.
    keepPlace(reading ? all : [...this.main.querySelectorAll('[data-section]:not([data-section="keyEvents"])'), list], edit);
  }
}
