import type { Clock } from './clock.ts';
import type { Batch } from './frames.ts';

/** A poll takes no longer than this. */
const Patience = 20_000;

/** Asks for the changes after a number; nothing when that failed. */
export async function poll(url: string, clock: Clock, cut: AbortController): Promise<Batch | undefined> {
  const stopWatch = clock.after(Patience, () => cut.abort());
  try {
    const answer = await fetch(url, { signal: cut.signal });
    return answer.ok ? ((await answer.json()) as Batch) : undefined;
  } catch {
    return undefined;
  } finally {
    stopWatch();
  }
}
