import type { Article } from './frames.ts';

/** What to do to the articles on the page. `before` is the shown post that the article stands above; without it, it is the last. */
export type Step =
  | { readonly kind: 'insert' | 'move' | 'edit'; readonly article: Article; readonly before?: string | undefined }
  | { readonly kind: 'drop'; readonly target: string };

type Held = Pick<Article, 'target' | 'revision' | 'sort'> & { readonly waiting?: Article | undefined };

/** The run of posts that the page holds, newest first; some may wait to be shown. Answers with what is to be done on the page. */
export class Posts {
  #run: Held[];
  readonly #full: number;

  /** @param more Whether there are older posts than these. */
  constructor(shown: Iterable<Held>, more: boolean) {
    this.#run = [...shown].sort((a, b) => (a.sort < b.sort ? 1 : -1));
    this.#full = more ? this.#run.length : Infinity;
  }

  get size(): number {
    return this.#run.length;
  }

  has(target: string): boolean {
    return this.#find(target) !== undefined;
  }

  /** How many wait to be shown. */
  get waiting(): number {
    return this.#run.filter(held => held.waiting).length;
  }

  /** A post as it is now; a new one waits if it is told to. A fill that came with it is still to be given. */
  put(article: Article, wait: boolean, fill?: Article): Step | undefined {
    const held = this.#find(article.target);
    if (held && held.revision >= article.revision) return undefined;
    if (article.sort < this.#floor(held, fill)) return this.drop(article.target);
    if (held?.sort === article.sort && !held.waiting) {
      this.#run[this.#run.indexOf(held)] = plain(article);
      return { kind: 'edit', article };
    }
    this.drop(article.target);
    const waits = held ? held.waiting : wait;
    this.#add({ ...plain(article), waiting: waits ? article : undefined });
    return waits ? undefined : { kind: held ? 'move' : 'insert', article, before: this.#below(article) };
  }

  /** The post that came to be the last of the newest: added below the floor if need be. */
  fill(article: Article): Step | undefined {
    if (this.#find(article.target)) return undefined;
    this.#add(plain(article));
    return { kind: 'insert', article, before: this.#below(article) };
  }

  drop(target: string): Step | undefined {
    const held = this.#find(target);
    this.#run = this.#run.filter(other => other !== held);
    return held && !held.waiting ? { kind: 'drop', target } : undefined;
  }

  /** Shows those that wait. The oldest comes first, so that each finds the one it stands above. */
  reveal(): Step[] {
    const waiting = this.#run.flatMap(held => held.waiting ?? []).reverse();
    this.#run = this.#run.map(plain);
    return waiting.map(article => ({ kind: 'insert', article, before: this.#below(article) }));
  }

  /** Where the run ends. Fewer posts than a page has are all there are, and it has no end, but for one that leaves it: it stays out when a fill takes its place. */
  #floor(held: Held | undefined, fill: Article | undefined): string {
    const others = this.#run.length - (held ? 1 : 0);
    if (others >= this.#full) return this.#run.at(-1)!.sort;
    return fill && !this.has(fill.target) ? fill.sort : '';
  }

  #find(target: string): Held | undefined {
    return this.#run.find(held => held.target === target);
  }

  #add(held: Held): void {
    const at = this.#run.findIndex(other => other.sort < held.sort);
    this.#run.splice(at < 0 ? this.#run.length : at, 0, held);
  }

  #below({ sort }: Article): string | undefined {
    return this.#run.find(held => !held.waiting && held.sort < sort)?.target;
  }
}

function plain({ target, revision, sort }: Held): Held {
  return { target, revision, sort };
}
