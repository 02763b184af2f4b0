import type { Article, Change } from '../src/frames.ts';
import type { chance } from './chance.ts';

interface Entry {
  readonly seq: number;
  readonly op: 'upsert' | 'withdraw' | 'remove';
  readonly target: string;
  readonly fill: string | undefined;
}

/** A coverage as the server keeps it, small enough to be looked through: what the reader's side is held against. */
export class Newsroom {
  /** How many posts a fresh page has. */
  static readonly Newest = 4;

  readonly #posts = new Map<string, Article>();
  readonly #journal: Entry[] = [];
  #made = 0;

  constructor(private readonly random: ReturnType<typeof chance>, posts: number) {
    for (let i = 0; i < posts; i++) this.publish();
  }

  get head(): number {
    return this.#journal.length;
  }

  /** All posts, newest first. */
  get posts(): Article[] {
    return [...this.#posts.values()].sort((a, b) => (a.sort < b.sort ? 1 : -1));
  }

  get page(): { shown: Article[]; more: boolean } {
    return { shown: this.posts.slice(0, Newsroom.Newest), more: this.#posts.size > Newsroom.Newest };
  }

  /** Any of the things that newsrooms do. */
  act(): void {
    const { pick, below } = this.random;
    const target = this.#posts.size ? pick([...this.#posts.keys()]) : undefined;
    if (target === undefined || below(3) === 0) return this.publish();
    pick([() => this.#edit(target), () => this.#edit(target, this.#time()), () => this.#remove(target), () => this.#edit(target, undefined, 'withdraw')])();
  }

  publish(): void {
    const target = `post-${this.#made++}`;
    const time = this.random.below(4) ? this.#made + 100 : this.#time();
    this.#write('upsert', target, () => this.#posts.set(target, article(target, 1, this.#sort(time))));
  }

  /** The journal from there on. What was replaced since is void, and everything is rendered as it is now. */
  since(seq: number): Change[] {
    return this.#journal.slice(seq).map(entry => this.#frame(entry));
  }

  #edit(target: string, time?: number, op: 'upsert' | 'withdraw' = 'upsert'): void {
    const { revision, sort } = this.#posts.get(target)!;
    this.#write(op, target, () => this.#posts.set(target, article(target, revision + 1, time === undefined ? sort : this.#sort(time))));
  }

  #remove(target: string): void {
    this.#write('remove', target, () => this.#posts.delete(target));
  }

  #write(op: Entry['op'], target: string, write: () => void): void {
    const was = this.#isNewest(target);
    write();
    const last = this.posts[Newsroom.Newest - 1]?.target;
    const fill = was && !this.#isNewest(target) ? last : undefined;
    this.#journal.push({ seq: this.head + 1, op, target, fill });
  }

  #frame({ seq, op, target, fill: fillTarget }: Entry): Change {
    const replaced = this.#journal.slice(seq).some(later => later.target === target);
    const fill = fillTarget === undefined ? undefined : this.#posts.get(fillTarget);
    const common = { seq, target, ...(fill ? { fill } : {}) };
    if (replaced) return { ...common, op: 'void' };
    if (op === 'remove') return { ...common, op };
    return { ...common, ...this.#posts.get(target)!, op, breaking: false, keyEvent: false };
  }

  #isNewest(target: string): boolean {
    return this.posts.slice(0, Newsroom.Newest).some(post => post.target === target);
  }

  #time(): number {
    return this.random.below(this.#made + 100);
  }

  // Two posts never have the same place: the server's count decides between those of one time.
  #sort(time: number): string {
    return `${String(time).padStart(15, '0')}-${String(this.head).padStart(10, '0')}`;
  }
}

function article(target: string, revision: number, sort: string): Article {
  return { target, revision, sort, html: `${target} ${revision}` };
}
