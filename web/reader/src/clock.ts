/** Time and chance, so that tests can have their own. */
export interface Clock {
  now(): number;
  random(): number;
  /** Calls back later, unless the answer is called before. */
  after(milliseconds: number, call: () => void): () => void;
}

export const clock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  after(milliseconds, call) {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
};
