// How far this device's clock is from the server's, by the Date that every answer carries.

/** Less than this is the network's and nobody's trouble, in milliseconds. */
export const mostSkew = 120_000;

let ahead = 0;
const listeners = new Set<() => void>();

/** Takes in an answer's Date; that of a stale copy would say that the device is ahead, so only what was answered just now counts. */
export function noteDate(date: string | null, now: number): void {
  const server = date === null ? NaN : Date.parse(date);
  if (Number.isNaN(server)) return;
  const next = now - server;
  const was = ahead;
  ahead = Math.abs(next) < mostSkew ? 0 : next;
  if (Math.abs(ahead - was) >= mostSkew) listeners.forEach((listener) => listener());
}

/** How far the device is ahead of the server, in milliseconds; 0 when they agree. */
export const skew = (): number => ahead;

/** Now, as the server has it. */
export const serverNow = (): number => Date.now() - ahead;

export function onSkew(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
