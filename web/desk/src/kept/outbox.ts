// Sends what waits: one at a time, in order, each once; stops while there is no network or nobody signed in, and goes on by itself.
import { Refused, call } from "../api/client.ts";
import type { Post } from "../api/types.ts";
import { type Errand, type Outcome, after, next, outcomeOf, pause } from "./errands.ts";
import type { Shelf } from "./shelf.ts";

export type Road = "open" | "unreachable" | "signed out" | { busy: string };

interface Ears {
  changed(errands: readonly Errand[], road: Road): void;
  done(errand: Errand, post: Post): void;
  refused(errand: Errand): void;
}

type Send = (errand: Errand) => Promise<Outcome>;

export class Outbox {
  readonly #shelf: Shelf;
  readonly #by: string;
  readonly #ears: Ears;
  readonly #send: Send;
  #errands: readonly Errand[] = [];
  #road: Road = "open";
  #tries = 0;
  #running = false;
  #sending: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(shelf: Shelf, by: string, ears: Ears, send: Send = overTheNetwork) {
    this.#shelf = shelf;
    this.#by = by;
    this.#ears = ears;
    this.#send = send;
  }

  get errands(): readonly Errand[] {
    return this.#errands;
  }

  /** Takes up what an earlier tab left. */
  async start(): Promise<void> {
    const kept = (await this.#shelf.errands()).filter((errand) => errand.by === this.#by);
    // What was handed in while the shelf was being read is on it too.
    this.#errands = [...kept, ...this.#errands.filter((errand) => !kept.some((each) => each.key === errand.key))];
    this.#tell();
    this.wake();
  }

  /** Whether this errand is on its way at this moment: then only the server knows what became of it. */
  isUnderWay(key: string): boolean {
    return this.#sending === key;
  }

  /** Hands errands in; they are on this device before anything is sent. */
  async give(errands: Errand[], work: string | null): Promise<void> {
    if (work === null) for (const errand of errands) await this.#shelf.send(errand);
    else await this.#shelf.hand(errands, work);
    this.#errands = [...this.#errands, ...errands];
    this.#tell();
    this.wake();
  }

  /** Takes a refused errand, and those behind it about the same post, out again: its writer has it back. */
  async takeBack(key: string): Promise<void> {
    const taken = this.#errands.find((errand) => errand.key === key);
    if (!taken) return;
    const gone = this.#errands.filter((errand) => errand.post === taken.post && errand.key >= key);
    this.#errands = this.#errands.filter((errand) => !gone.includes(errand));
    for (const errand of gone) await this.#shelf.done(errand.key);
    this.#tell();
    this.wake();
  }

  /** Tries at once: the network is back, somebody signed in, or there is something new. */
  wake(): void {
    clearTimeout(this.#timer);
    void this.#run();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      for (let errand; (errand = next(this.#errands, this.#by)); ) {
        this.#sending = errand.key;
        const outcome = await this.#send(errand);
        // Until whoever waits for the answer has heard it, it is under way.
        const open = await this.#take(errand, outcome);
        this.#sending = null;
        if (!open) return;
      }
    } finally {
      this.#running = false;
    }
  }

  // False when the road is closed for now.
  async #take(errand: Errand, outcome: Outcome): Promise<boolean> {
    this.#errands = after(this.#errands, errand, outcome);
    if (outcome.kind === "done" || outcome.kind === "refused") {
      this.#tries = 0;
      this.#road = "open";
      if (outcome.kind === "done") await this.#shelf.done(errand.key);
      for (const each of this.#errands) if (each.post === errand.post) await this.#shelf.send(each);
      this.#tell();
      if (outcome.kind === "done") this.#ears.done(errand, outcome.post);
      else if (this.#errands.some((each) => each.key === errand.key && each.refused)) this.#ears.refused({ ...errand, refused: outcome.problem });
      return true;
    }
    this.#road = outcome.kind === "signed out" ? "signed out" : outcome.kind === "busy" ? { busy: outcome.sentence } : "unreachable";
    this.#tell();
    if (outcome.kind !== "signed out") this.#timer = setTimeout(() => this.wake(), pause(this.#tries++, Math.random()));
    return false;
  }

  #tell(): void {
    this.#ears.changed(this.#errands, this.#errands.length === 0 ? "open" : this.#road);
  }
}

async function overTheNetwork(errand: Errand): Promise<Outcome> {
  try {
    const post = await call<Post>(errand.method, errand.path, { body: errand.body, version: errand.version, key: errand.key });
    return { kind: "done", post };
  } catch (error) {
    return error instanceof Refused ? outcomeOf(error.status, error.problem) : { kind: "unreachable" };
  }
}
