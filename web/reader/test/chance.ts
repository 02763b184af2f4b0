/** A stream of numbers that a seed repeats (mulberry32), so that a failure can be seen again. */
export function chance(seed: number): { next(): number; below(n: number): number; pick<T>(of: readonly T[]): T } {
  const next = (): number => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return { next, below, pick: of => of[below(of.length)]! };
}

export const Seeds = Array.from({ length: 300 }, (_, seed) => seed);
