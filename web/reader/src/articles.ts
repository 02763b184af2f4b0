import type { Article } from './frames.ts';
import { markup } from './html.ts';
import { patch } from './patch.ts';
import type { Step } from './posts.ts';

/** The articles on the page, the days between them, and what stands there while there are none. */
export class Articles {
  readonly #none: Element | null;

  constructor(readonly list: HTMLElement) {
    this.#none = list.querySelector(':scope > .none');
  }

  get all(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>(':scope > [data-post]')];
  }

  /** What they say of themselves. */
  get held(): Omit<Article, 'html'>[] {
    return this.all.map(({ dataset }) => ({ target: dataset['post']!, revision: Number(dataset['revision']), sort: dataset['sort']! }));
  }

  /** Does the step; answers with the article, when it is on the page after it. */
  take(step: Step): HTMLElement | undefined {
    if (step.kind === 'drop') {
      this.#find(step.target)?.remove();
      return undefined;
    }
    const fresh = markup(step.article.html).querySelector<HTMLElement>('[data-post]')!;
    const shown = this.#find(step.article.target);
    if (shown && step.kind === 'edit') {
      patch(shown, fresh);
      return shown;
    }
    shown?.remove();
    this.list.insertBefore(fresh, (step.before && this.#find(step.before)) || null);
    return fresh;
  }

  /** Puts the day between neighbours of different days, and nowhere else. */
  tidy(): void {
    if (this.all.length) this.#none?.remove();
    else if (this.#none) this.list.append(this.#none);
    for (const day of this.list.querySelectorAll(':scope > .day')) {
      const below = day.nextElementSibling;
      if (!isNewDay(below, day.previousElementSibling) || day.textContent !== below.dataset['dayText']) day.remove();
    }
    for (const below of this.all) {
      if (!isNewDay(below, below.previousElementSibling)) continue;
      const day = document.createElement('h2');
      day.className = 'day';
      day.textContent = below.dataset['dayText'] ?? '';
      below.before(day);
    }
  }

  #find(target: string): HTMLElement | undefined {
    return this.all.find(article => article.dataset['post'] === target);
  }
}

function isNewDay(below: Element | null, above: Element | null): below is HTMLElement {
  return isArticle(below) && isArticle(above) && below.dataset['day'] !== above.dataset['day'];
}

function isArticle(element: Element | null): element is HTMLElement {
  return element instanceof HTMLElement && element.matches('[data-post]');
}
