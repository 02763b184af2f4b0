// What was published with a send delay and can still be called back. Pure; the server holds the post, so a tab that closes loses nothing but this list.
import type { Work } from "./work.ts";

export interface Recall {
  post: string;
  headline: string;
  /** When it goes out, by this device's clock. */
  until: number;
  /** What stood in the composer; null for a post published from the queue. */
  work: Work | null;
}

/** The recalls after one was added; a post stands in it once. */
export const added = (recalls: readonly Recall[], recall: Recall): Recall[] => [...recalls.filter((each) => each.post !== recall.post), recall];

export const without = (recalls: readonly Recall[], post: string): Recall[] => recalls.filter((each) => each.post !== post);

/** How long a recall is offered past its time: the server looks four times a second, and what it has sent it says itself. */
export const grace = 1_000;

export const running = (recalls: readonly Recall[], now: number): Recall[] => recalls.filter((each) => each.until + grace > now);
