import type { Page } from 'playwright-core';

/** Less than the page waits for any answer before it gives it up. */
const Step = 5_000;

/** What a page has asked the network for, how much of it is still to come, and how many streams it listens to. */
interface Network {
  asked: number;
  awaited: number;
  streams: number;
}

declare global {
  interface Window {
    readonly network: Network;
  }
}

/** Counts, in every document of the page, what it asked for and has not been answered. */
export async function watchNetwork(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const network: Network = { asked: 0, awaited: 0, streams: 0 };
    Object.defineProperty(window, 'network', { value: network });
    const during = async <T>(count: 'awaited' | 'streams', promise: Promise<T>): Promise<T> => {
      network[count]++;
      try {
        return await promise;
      } finally {
        network[count]--;
      }
    };
    const [{ fetch }, { json }, { read }] = [window, Response.prototype, ReadableStreamDefaultReader.prototype];
    const begun = new WeakSet<object>();
    window.fetch = (...request) => {
      network.asked++;
      return during('awaited', fetch(...request));
    };
    Response.prototype.json = function () {
      return during('awaited', json.call(this));
    };
    // The first piece of a stream is its greeting; when the others come is up to the newsroom.
    ReadableStreamDefaultReader.prototype.read = function () {
      const count = begun.has(this) ? 'streams' : 'awaited';
      begun.add(this);
      return during(count, read.call(this));
    };
  });
}

/** Everything that the page asked for has been answered. */
export async function rests(page: Page): Promise<void> {
  await page.waitForFunction(() => window.network.awaited === 0);
}

/** The page has noticed that it has lost its stream. */
export async function isCutOff(page: Page): Promise<void> {
  await page.waitForFunction(() => window.network.streams === 0);
}

/** From here on it is this time on the page, and stays so until it is let pass. */
export async function stopClock(page: Page, at: string): Promise<void> {
  await page.clock.install({ time: Date.parse(at) - 60_000 });
  await page.clock.pauseAt(at);
}

/** How often the page has asked for something since it was loaded. */
export const requests = (page: Page): Promise<number> => page.evaluate(() => window.network.asked);

/** Lets time pass on the page, and no more than a step of it while an answer is on its way: the network is a real one and knows nothing of this clock. */
export async function pass(page: Page, milliseconds: number): Promise<void> {
  await rests(page);
  for (let left = milliseconds; left > 0; left -= Step) {
    await page.clock.runFor(Math.min(Step, left));
    await rests(page);
  }
}
