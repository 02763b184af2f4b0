/** Lets every change through once and in order, whichever way and however often it comes. */
export class Journal {
  #seq: number;

  constructor(seq: number) {
    this.#seq = seq;
  }

  /** The number of the last change let through. */
  get seq(): number {
    return this.#seq;
  }

  /** Those that follow on, and whether one is missing before the others. */
  take<T extends { readonly seq: number }>(changes: readonly T[]): { next: T[]; gap: boolean } {
    const next: T[] = [];
    for (const change of changes) {
      if (change.seq <= this.#seq) continue;
      if (change.seq > this.#seq + 1) return { next, gap: true };
      this.#seq = change.seq;
      next.push(change);
    }
    return { next, gap: false };
  }
}
