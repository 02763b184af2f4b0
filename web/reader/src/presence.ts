import type { Live } from './live.ts';
import type { Wire } from './wire.ts';

/** A tab hidden for this long goes quiet until it is looked at again. */
const Quiet = 300_000;

/** A scroll that has stopped for this long has come to where it was going. */
const Still = 150;

/** Follows the reader: away, back, at the top, without a connection. */
export function followReader(live: Live, wire: Wire): void {
  let quiet: number | undefined;
  const away = (): void => {
    clearTimeout(quiet);
    quiet = document.hidden ? setTimeout(() => wire.sleep(), Quiet) : undefined;
  };
  const back = (): void => {
    wire.wake();
    live.look();
  };
  away();
  document.addEventListener('visibilitychange', () => {
    away();
    if (document.hidden) live.renewWhenIdle();
    else back();
  });

  // A page kept for the back button may hold no connection.
  addEventListener('pagehide', () => wire.sleep());
  addEventListener('pageshow', event => event.persisted && back());

  addEventListener('offline', () => {
    wire.sleep();
    live.lost();
  });
  addEventListener('online', () => wire.wake());

  let still: number | undefined;
  addEventListener('scroll', () => {
    clearTimeout(still);
    still = setTimeout(() => live.look(), Still);
  }, { passive: true });
}
