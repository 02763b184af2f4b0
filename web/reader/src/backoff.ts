/** The longest pause, in milliseconds. */
export const Longest = 120_000;

/** How long to wait after so many failures in a row: doubling, and spread by a quarter either way, so that readers cut off together do not come back together. */
export function pause(base: number, failures: number, random: () => number): number {
  return Math.min(Longest, base * 2 ** failures) * (0.75 + random() / 2);
}
