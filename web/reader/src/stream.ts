import type { Clock } from './clock.ts';
import { EventParser, type StreamEvent } from './sse.ts';

/** A proxy that holds answers back never lets the first event through; this long is waited for it. */
export const HelloWithin = 10_000;

/** The server says something at least every 20 seconds. A connection silent for longer than this is dead. */
export const Silence = 45_000;

/** How a stream came to its end: it has nothing for this page, it never spoke, or it broke off. */
export type Ending = { readonly how: 'nothing' | 'mute' | 'broken'; readonly retry: number | undefined };

/** Listens until the stream ends, is cut, or `hear` has had enough; `hear` gets the events of each piece, none when it was a sign of life. */
export async function listen(
  url: string,
  clock: Clock,
  cut: AbortController,
  hear: (events: StreamEvent[]) => Promise<boolean>,
): Promise<Ending> {
  const parser = new EventParser();
  let greeted = false;
  let mute = false;
  let stopWatch = clock.after(HelloWithin, () => {
    mute = true;
    cut.abort();
  });
  const ending = (how: Ending['how']): Ending => ({ how, retry: parser.retry });
  try {
    const answer = await quietly(fetch(url, { signal: cut.signal, cache: 'no-store', headers: { accept: 'text/event-stream' } }));
    if (answer?.status === 204) return ending('nothing');
    if (!answer?.ok || !answer.body) return ending(mute ? 'mute' : 'broken');
    const pieces = answer.body.getReader();
    for (;;) {
      const piece = await quietly(pieces.read());
      if (!piece?.value) return ending(mute ? 'mute' : 'broken');
      const events = parser.push(piece.value);
      greeted ||= events.some(event => event.type === 'hello');
      if (greeted) stopWatch();
      if (!(await hear(events))) return ending('broken');
      if (greeted) stopWatch = clock.after(Silence, () => cut.abort());
    }
  } finally {
    stopWatch();
    cut.abort();
  }
}

// What a network does is no bug, so its errors end here; those of `hear` do not.
async function quietly<T>(promise: Promise<T>): Promise<T | undefined> {
  try {
    return await promise;
  } catch {
    return undefined;
  }
}
