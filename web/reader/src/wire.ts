import { pause } from './backoff.ts';
import type { Clock } from './clock.ts';
import type { Change, Greeting } from './frames.ts';
import type { Journal } from './journal.ts';
import { poll } from './poll.ts';
import type { StreamEvent } from './sse.ts';
import { listen, Silence } from './stream.ts';

/** What changes are for. */
export interface Receiver {
  /** Whether the coverage is over. */
  closed(): boolean;
  /** The server is there, with this build of the pages. */
  found(build: string): void;
  /** The server cannot be reached. */
  lost(): void;
  apply(changes: readonly Change[]): void;
  /** The page cannot be brought up to date; answers whether it is being loaded anew. */
  reset(head: number): boolean;
}

/** Where changes come from. */
export interface Source {
  readonly stream: string;
  readonly changes: string;
  readonly epoch: string;
}

/** So many streams in a row that brought nothing, and it polls. */
const Tries = 3;

/** A stream that lasts this long is a good one. */
const Settled = 10_000;

/** Between two polls, in milliseconds: while streams fail, and once coverage is over. */
const Often = 10_000;
const Seldom = 60_000;

/** How long it polls before it tries to stream again; doubles while that goes on failing. */
const Detour = { least: 60_000, most: 1_800_000 };

/** Keeps a page supplied: by a stream, by polls while streams fail, by few polls once coverage is over; not at all while it sleeps. */
export class Wire {
  #mode: 'stream' | 'poll' | 'closed';
  #retry = 3_000;
  #failures = 0;
  #missed = 0;
  #detour = Detour.least;
  #streamAgain = 0;
  #heard = 0;
  #asleep = false;
  #done = false;
  #cut = new AbortController();
  #rouse = (): void => {};

  constructor(
    private readonly source: Source,
    private readonly journal: Journal,
    private readonly receiver: Receiver,
    private readonly clock: Clock,
  ) {
    this.#mode = receiver.closed() ? 'closed' : 'stream';
  }

  /** Goes on until the page is being loaded anew. An error here is a bug, of the page or of a frame: the page is then as good as not up to date. */
  async run(): Promise<void> {
    while (!this.#done) {
      try {
        await this.#rest(this.#mode === 'stream' ? await this.#stream() : await this.#poll());
      } catch (error) {
        reportError(error);
        this.#reset(this.journal.seq);
        await this.#rest(Seldom);
      }
    }
  }

  sleep(): void {
    this.#asleep = true;
    this.#cut.abort();
  }

  /** Sees at once what there is. */
  wake(): void {
    const slept = this.#asleep;
    this.#asleep = false;
    // Timers stand still in a computer that sleeps, so the silence may be longer than the watch on it knows.
    if (!slept && this.#mode === 'stream' && this.clock.now() - this.#heard > Silence) this.#cut.abort();
    this.#rouse();
  }

  async #stream(): Promise<number> {
    const { journal, clock } = this;
    const since = (this.#heard = clock.now());
    const from = journal.seq;
    this.#cut = new AbortController();
    const { how, retry } = await listen(
      `${this.source.stream}?after=${from}&epoch=${encodeURIComponent(this.source.epoch)}`, clock, this.#cut, events => this.#hear(events));
    if (retry) this.#retry = retry;
    if (how === 'nothing') this.#mode = 'closed';
    if (this.#mode !== 'stream') return this.#spread(this.#mode === 'closed' ? Seldom : Often);
    if (this.#asleep) return 0;
    if (journal.seq > from || (how === 'broken' && clock.now() - since >= Settled)) {
      this.#failures = 0;
      this.#detour = Detour.least;
      return this.#spread(this.#retry);
    }
    this.#failures++;
    if (how === 'broken' && this.#failures < Tries) return pause(this.#retry, this.#failures, clock.random);
    this.#turnOff();
    return 0;
  }

  async #hear(events: readonly StreamEvent[]): Promise<boolean> {
    this.#heard = this.clock.now();
    const changes: Change[] = [];
    let ours = true;
    for (const { type, data } of events) {
      if (type === 'hello') {
        const greeting = JSON.parse(data);
        ours = this.#greet(greeting, greeting.seq);
      }
      if (type === 'change') changes.push(JSON.parse(data));
      if (type === 'reset') this.#reset(JSON.parse(data).seq);
      if (type === 'end') this.#mode = 'closed';
    }
    if (!ours) return false;
    if (this.#take(changes)) {
      await this.#ask();
      if (this.#take(changes)) return false;
    }
    return !this.#done && this.#mode === 'stream';
  }

  async #poll(): Promise<number> {
    const from = this.journal.seq;
    this.#cut = new AbortController();
    const head = await this.#ask();
    const { seq } = this.journal;
    if (head === undefined) return this.#miss();
    this.#missed = 0;
    if (seq > from && seq < head) return 0;
    if (this.#mode === 'closed' && seq > from && !this.receiver.closed()) return this.#resume();
    if (this.receiver.closed()) this.#mode = 'closed';
    if (this.#mode === 'closed') return this.#spread(Seldom);
    return this.clock.now() >= this.#streamAgain ? this.#resume() : this.#spread(Often);
  }

  #miss(): number {
    if (!this.#asleep && ++this.#missed === 2) this.receiver.lost();
    return pause(Often, this.#missed, this.clock.random);
  }

  #resume(): number {
    this.#mode = 'stream';
    this.#failures = Tries - 1;
    return 0;
  }

  /** Takes in what a poll brings; answers with the head it names. */
  async #ask(): Promise<number | undefined> {
    const batch = await poll(`${this.source.changes}?after=${this.journal.seq}`, this.clock, this.#cut);
    if (!batch) return undefined;
    if (batch.reset) this.#reset(batch.head);
    else if (this.#greet(batch, batch.head)) this.#take(batch.changes);
    return batch.head;
  }

  /** Applies those that follow on; answers whether one is missing. */
  #take(changes: readonly Change[]): boolean {
    const { next, gap } = this.journal.take(changes);
    if (next.length > 0) this.receiver.apply(next);
    return gap;
  }

  /** Whether these are changes of the journal that the page was rendered from. */
  #greet({ epoch, build }: Greeting, head: number): boolean {
    this.receiver.found(build);
    if (epoch !== this.source.epoch) this.#reset(head);
    return epoch === this.source.epoch;
  }

  #reset(head: number): void {
    this.#done ||= this.receiver.reset(head);
    if (this.#mode === 'stream') this.#turnOff();
  }

  #turnOff(): void {
    this.#streamAgain = this.clock.now() + this.#detour;
    this.#detour = Math.min(Detour.most, this.#detour * 2);
    this.#mode = 'poll';
  }

  #spread(milliseconds: number): number {
    return pause(milliseconds, 0, this.clock.random);
  }

  /** Waits so long, or until it is woken; asleep, only until it is woken. */
  async #rest(milliseconds: number): Promise<void> {
    const rested = new Promise<void>(resolve => (this.#rouse = resolve));
    const stop = this.clock.after(milliseconds, () => this.#asleep || this.#rouse());
    await rested;
    stop();
  }
}
