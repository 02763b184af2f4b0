import type { Clock } from '../src/clock.ts';

/** A clock that stands still until it is moved. */
export class VirtualClock implements Clock {
  #now = Date.parse('2026-03-09T07:40:00Z');
  #timers = new Set<{ at: number; call: () => void }>();

  now(): number {
    return this.#now;
  }

  random(): number {
    return 0.5;
  }

  after(milliseconds: number, call: () => void): () => void {
    const timer = { at: this.#now + milliseconds, call };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Lets time pass, and everything happen that it brings about. */
  async pass(milliseconds: number): Promise<void> {
    const until = this.#now + milliseconds;
    await settled();
    for (;;) {
      const due = [...this.#timers].filter(timer => timer.at <= until).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.#timers.delete(due);
      this.#now = Math.max(this.#now, due.at);
      due.call();
      await settled();
    }
    this.#now = until;
  }
}

/** Waits until nothing is left that could go on without time passing. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise(resolve => setImmediate(resolve));
}
