// Urgent filings: which are new, and whether this device makes a sound for them.
import type { Post } from "../api/types.ts";
import { filed } from "./still.ts";

/** Urgent filings of others, the longest waiting first. */
export function urgentFor(posts: readonly Post[], me: string): Post[] {
  return filed(posts).filter((post) => post.urgent && post.filed?.by !== me);
}

/** One filing and no other: filed again it is another. */
export const filingOf = (post: Post): string => `${post.id} ${post.filed?.at ?? ""}`;

/** The filings that nobody here has seen or heard yet. */
export const unheard = (urgent: readonly Post[], heard: ReadonlySet<string>): Post[] => urgent.filter((post) => !heard.has(filingOf(post)));

const silence = "desk.silence";

export function isSilent(box: Pick<Storage, "getItem">): boolean {
  return box.getItem(silence) === "yes";
}

/** Kept on this device: a shared room and a pair of headphones want different things. */
export function keepSilent(box: Pick<Storage, "setItem" | "removeItem">, silent: boolean): void {
  try {
    if (silent) box.setItem(silence, "yes");
    else box.removeItem(silence);
  } catch {
    // A full device: it holds until the page is closed.
  }
}
