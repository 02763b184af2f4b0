import type { Article, Change } from '../src/frames.ts';
import type { chance } from './chance.ts';

interface Entry {
  readonly seq: number;
  readonly op: Change['op'];
  readonly target: string;
  readonly fill: string | undefined;
  readonly section: string | undefined;
}

/** A coverage as the server keeps it, small enough to be looked through: what the reader's side is held against. */
export class Newsroom {
  /** How many posts a fresh page has. */
  static readonly Newest = 4;

  readonly sections: Record<string, string> = { header: '<h1>The bridge</h1>', status: '', summary: '', pinned: '', keyEvents: '' };
  status = 'live';
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

  /** Any of the things that newsrooms do to posts. */
  act(): void {
    const { pick, below } = this.random;
    const target = this.#posts.size ? pick([...this.#posts.keys()]) : undefined;
    if (target === undefined || below(3) === 0) return this.publish(below(4) ? undefined : this.#anyTime());
    pick([() => this.edit(target), () => this.edit(target, { time: this.#anyTime() }), () => this.remove(target), () => this.withdraw(target)])();
  }

  publish(time = this.#made + 100, body?: string): void {
    const target = `p${this.#made++}`;
    this.#write('upsert', target, () => this.#put(target, 1, this.#sort(time), body));
  }

  edit(target: string, { time, body }: { time?: number; body?: string } = {}, op: 'upsert' | 'withdraw' = 'upsert'): void {
    const { revision, sort } = this.#posts.get(target)!;
    this.#write(op, target, () => this.#put(target, revision + 1, time === undefined ? sort : this.#sort(time), body));
  }

  withdraw(target: string): void {
    this.edit(target, { body: '<p>Withdrawn.</p>' }, 'withdraw');
  }

  remove(target: string): void {
    this.#write('remove', target, () => this.#posts.delete(target));
  }

  /** A section becomes another. */
  set(op: 'summary' | 'header' | 'pin' | 'status', name: string, html: string): void {
    this.#write(op, 'page', () => (this.sections[name] = html), name);
  }

  /** The journal from there on. What was replaced since is void, and everything is rendered as it is now. */
  since(seq: number): Change[] {
    return this.#journal.slice(seq).map(entry => this.#frame(entry));
  }

  #put(target: string, revision: number, sort: string, body = `<p>${target} in version ${revision}</p>`): void {
    this.#posts.set(target, { target, revision, sort, html: article(target, revision, sort, body) });
  }

  #write(op: Entry['op'], target: string, write: () => void, section?: string): void {
    const was = this.#isNewest(target);
    write();
    const fill = was && !this.#isNewest(target) ? this.posts[Newsroom.Newest - 1]?.target : undefined;
    this.#journal.push({ seq: this.head + 1, op, target, fill, section });
  }

  #frame({ seq, op, target, fill: fillTarget, section }: Entry): Change {
    const later = this.#journal.slice(seq);
    const fill = fillTarget === undefined ? undefined : this.#posts.get(fillTarget);
    const common = { seq, target, ...(fill ? { fill } : {}) };
    if (section !== undefined) {
      if (later.some(entry => entry.section === section)) return { ...common, op: 'void' };
      const sections = { [section]: this.sections[section]! };
      return op === 'status' ? { ...common, op, status: this.status, sections } : { ...common, op: op as 'pin', sections };
    }
    if (later.some(entry => entry.target === target)) return { ...common, op: 'void' };
    if (op === 'remove') return { ...common, op };
    return { ...common, ...this.#posts.get(target)!, op: op as 'upsert', breaking: false, keyEvent: false };
  }

  #isNewest(target: string): boolean {
    return this.posts.slice(0, Newsroom.Newest).some(post => post.target === target);
  }

  #anyTime(): number {
    return this.random.below(this.#made + 100);
  }

  // Two posts never have the same place: the server's count decides between those of one time.
  #sort(time: number): string {
    return `${String(time).padStart(15, '0')}-${String(this.head).padStart(10, '0')}`;
  }
}

/** Minute 120 is midnight. */
const Evening = Date.parse('2026-03-08T22:00:00Z');

const Days: Readonly<Record<string, string>> = { '2026-03-08': 'Sunday 8 March', '2026-03-09': 'Monday 9 March', '2026-03-10': 'Tuesday 10 March' };

function article(target: string, revision: number, sort: string, body: string): string {
  const at = new Date(Evening + Number(sort.slice(0, 15)) * 60_000).toISOString().replace('.000', '');
  const [day, dayText] = [at.slice(0, 10), Days[at.slice(0, 10)]!];
  return `<article class="post" id="post-${target}" data-post="${target}" data-revision="${revision}" data-sort="${sort}" data-day="${day}" data-day-text="${dayText}" aria-labelledby="post-${target}-h">`
    + `<a class="time" href="/live/bridge/posts/${target}" aria-label="${at.slice(11, 16)} in full"><time datetime="${at}" data-time>${at.slice(11, 16)}</time></a>`
    + `<h2 id="post-${target}-h">Post ${target}</h2>${body}<p class="foot"><a href="/live/bridge/posts/${target}" data-share>Share</a></p></article>`;
}
