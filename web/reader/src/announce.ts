import type { Words } from './words.ts';

/** New posts are gathered for this long, so that a screen reader says one sentence and not ten. */
const Gather = 3_000;

/** Long enough to be read out; then the region is empty again, as on a fresh page. */
const Leave = 10_000;

/** Tells readers who listen, politely. */
export class Announcements {
  #posts = 0;
  #breaking = 0;
  #gathering: number | undefined;
  #clearing: number | undefined;

  constructor(
    private readonly region: Element | null,
    private readonly words: Words,
  ) {}

  say(text: string | undefined): void {
    if (!this.region || !text) return;
    this.region.textContent = text;
    clearTimeout(this.#clearing);
    this.#clearing = setTimeout(() => this.region!.replaceChildren(), Leave);
  }

  arrived(posts: number, breaking: number): void {
    this.#posts += posts;
    this.#breaking += breaking;
    if (this.#posts) this.#gathering ??= setTimeout(() => this.#tell(), Gather);
  }

  #tell(): void {
    const parts = [this.words('newPosts', this.#posts), this.#breaking ? this.words('newBreaking', this.#breaking) : undefined];
    this.say(parts.filter(part => part).join(', '));
    this.#posts = this.#breaking = 0;
    this.#gathering = undefined;
  }
}
