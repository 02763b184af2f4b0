import { isPast, minutesAgo } from './times.ts';
import type { Words } from './words.ts';

/** How long a point of the summary counts as new, in minutes. */
const NewFor = 10;

/** Shows what depends on the clock: "4 min" for a time, that breaking news has cooled, that a point is new. What the server rendered can be had back. */
export class Ages {
  readonly #shown = new WeakMap<Text, { absolute: string; relative: string }>();

  constructor(
    private readonly words: Words,
    private readonly breakingMinutes: number,
  ) {}

  show(root: ParentNode, now: number): void {
    for (const time of root.querySelectorAll<HTMLTimeElement>('time[data-time]')) {
      const minutes = minutesAgo(Date.parse(time.dateTime), now);
      this.#say(time, minutes === undefined ? undefined : this.words(minutes ? 'minutes' : 'now', minutes));
    }
    for (const post of root.querySelectorAll<HTMLElement>('[data-breaking]')) {
      post.classList.toggle('cooled', isPast(Date.parse(post.dataset['breaking']!), this.breakingMinutes, now));
    }
    for (const point of root.querySelectorAll<HTMLElement>('[data-changed]')) {
      mark(point, !isPast(Date.parse(point.dataset['changed']!), NewFor, now));
    }
  }

  /** Back to what the server rendered, so that a fresh rendering can be compared with it. */
  hide(root: ParentNode): void {
    for (const time of root.querySelectorAll<HTMLTimeElement>('time[data-time]')) this.#say(time, undefined);
    for (const point of root.querySelectorAll<HTMLElement>('[data-changed]')) mark(point, false);
  }

  // Only the time's own text: what is said to screen readers beside it stays.
  #say(time: HTMLTimeElement, relative: string | undefined): void {
    const text = [...time.childNodes].find(node => node instanceof Text);
    if (!text) return;
    const known = this.#shown.get(text);
    const absolute = known?.relative === text.data ? known.absolute : text.data;
    if (relative !== undefined) this.#shown.set(text, { absolute, relative });
    if (text.data !== (relative ?? absolute)) text.data = relative ?? absolute;
  }
}

function mark(point: HTMLElement, isNew: boolean): void {
  if (isNew) point.classList.add('changed');
  else if (point.classList.contains('changed')) {
    point.classList.remove('changed');
    if (!point.className) point.removeAttribute('class');
  }
}
