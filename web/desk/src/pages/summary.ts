// The points at the top of a live page, as lists of rich text.
import type { Coverage, RichText } from "../api/types.ts";
import { plain } from "../stream/posts.ts";

/** As the server has it; one more is refused with a sentence. */
export const mostPoints = 12;
/** What reads well; more is pointed out, not forbidden. */
export const wellWords = 24;

/** When it is this old on a live page, the desk says so, quietly. */
export const oldAfterMinutes = 45;

export const wordCount = (text: RichText): number => plain(text).trim().split(/\s+/).filter(Boolean).length;

/** A headline lifted in: on top, once. */
export function lift(points: readonly RichText[], headline: string): RichText[] {
  return [headline, ...points.filter((point) => plain(point) !== headline)];
}

export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

/** Changes the words of a point; one with links or emphasis keeps them while its words stay. */
export function reworded(points: readonly RichText[], at: number, words: string): RichText[] {
  return points.map((point, index) => (index === at && plain(point) !== words ? words : point));
}

/** For how many minutes the summary has said the same; null on a page that is not live, or that has none. */
export function summaryAge(page: Pick<Coverage, "status" | "summary" | "summaryUpdatedAt">, now: Date): number | null {
  if (page.status !== "live" || page.summary.length === 0 || !page.summaryUpdatedAt) return null;
  return Math.max(0, Math.floor((now.getTime() - Date.parse(page.summaryUpdatedAt)) / 60_000));
}
