import { isPast, minutesAgo } from './times.ts';
import type { Words } from './words.ts';

/** Minutes after which breaking news has cooled, and after which a point of the summary is no longer new. */
export interface Spans {
  readonly breaking: number;
  readonly isNew: number;
}

/** Shows what the clock makes of the page: "4 min" for a time, that breaking news has cooled, that a point is no longer new. */
export class Ages {
  readonly #shown = new WeakMap<Text, { absolute: string; relative: string }>();
  readonly #spoken = new WeakMap<Element, string>();

  constructor(
    private readonly words: Words,
    private readonly spans: Spans,
  ) {}

  show(root: ParentNode, now: number): void {
    for (const time of root.querySelectorAll<HTMLTimeElement>('time[data-time]')) {
      const minutes = minutesAgo(Date.parse(time.dateTime), now);
      this.#say(time, minutes === undefined ? undefined : this.words(minutes ? 'minutes' : 'now', minutes));
    }
    for (const post of root.querySelectorAll<HTMLElement>('[data-breaking]')) {
      post.classList.toggle('cooled', isPast(Date.parse(post.dataset['breaking']!), this.spans.breaking, now));
    }
    for (const point of root.querySelectorAll<HTMLElement>('[data-changed]')) {
      if (isPast(Date.parse(point.dataset['changed']!), this.spans.isNew, now)) point.querySelector('.new')?.remove();
    }
  }

  /** Back to the times that the server rendered, so that a fresh rendering can be compared with them. */
  hide(root: ParentNode): void {
    for (const time of root.querySelectorAll<HTMLTimeElement>('time[data-time]')) this.#say(time, undefined);
  }

  #say(time: HTMLTimeElement, relative: string | undefined): void {
    const text = time.firstChild;
    if (!(text instanceof Text)) return;
    const known = this.#shown.get(text);
    const absolute = known?.relative === text.data ? known.absolute : text.data;
    if (relative !== undefined) this.#shown.set(text, { absolute, relative });
    if (text.data === (relative ?? absolute)) return;
    text.data = relative ?? absolute;
    this.#name(time.closest('a[aria-label]'), relative);
  }

  // Who speaks to the browser says what can be read on the page, so that has to be part of the link's name (WCAG 2.5.3).
  #name(link: Element | null, relative: string | undefined): void {
    if (!link) return;
    const spoken = this.#spoken.get(link) ?? link.getAttribute('aria-label')!;
    this.#spoken.set(link, spoken);
    link.setAttribute('aria-label', relative === undefined ? spoken : `${relative} (${spoken})`);
  }
}
