import { isAtTop, isPlaying } from './reading.ts';

/** A reader who has touched nothing for this long, with the page at its top, would not notice a reload. */
const Untouched = 60_000;

/** Knows when nobody would notice that the page is loaded anew. */
export class Idle {
  #touched = Date.now();

  constructor(private readonly list: HTMLElement) {
    for (const kind of ['pointerdown', 'keydown', 'scroll']) {
      addEventListener(kind, () => (this.#touched = Date.now()), { passive: true, capture: true });
    }
  }

  get now(): boolean {
    if (isPlaying(document)) return false;
    return document.hidden || (isAtTop(this.list) && Date.now() - this.#touched > Untouched && getSelection()?.isCollapsed !== false);
  }
}
