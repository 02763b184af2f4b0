// What was filed, published or otherwise asked for, until the server has answered. Pure: what goes next, and what an answer means.
import type { Problem } from "../api/client.ts";
import type { Post } from "../api/types.ts";
import { type Work, contentOf, same } from "./work.ts";

export interface Errand {
  /** Its name for the server too (Idempotency-Key): sent twice, it is done once. Made of the time, so errands sort as they were given. */
  key: string;
  by: string;
  slug: string;
  post: string;
  /** What it does, for the words on screen. */
  does: "save" | "file" | "publish" | "edit" | "verb";
  method: "PUT" | "POST";
  path: string;
  body: unknown;
  version: number | null;
  /** What was written, to be given back if the server refuses it. */
  work: Work | null;
  /** Why it was not done; it then waits for its writer, and so does everything after it about this post. */
  refused: Problem | null;
}

export type Outcome = { kind: "done"; post: Post } | { kind: "refused"; problem: Problem } | { kind: "unreachable" } | { kind: "signed out" } | { kind: "busy"; sentence: string };

/** The next errand to send: of each post one after the other, and none past a refusal. */
export function next(errands: readonly Errand[], by: string): Errand | undefined {
  const stopped = new Set<string>();
  for (const errand of [...errands].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    if (errand.by !== by || stopped.has(errand.post)) continue;
    if (!errand.refused) return errand;
    stopped.add(errand.post);
  }
  return undefined;
}

/** What is left to do after an answer. A later errand about the same post goes on from the version that this one made. */
export function after(errands: readonly Errand[], errand: Errand, outcome: Outcome): Errand[] {
  switch (outcome.kind) {
    case "done":
      return errands
        .filter((each) => each.key !== errand.key)
        .map((each) => (each.post === errand.post ? goingOn(each, outcome.post) : each));
    case "refused":
      return errands.map((each) => (each.key !== errand.key ? each : { ...each, ...(ownVersion(errand, outcome.problem) ?? { refused: outcome.problem }) }));
    default:
      return [...errands];
  }
}

/** How long to wait before the next try, in milliseconds: doubling to half a minute, and a little chance, so that a newsroom does not come back in one wave. */
export function pause(tries: number, chance: number): number {
  return Math.min(30_000, 1_000 * 2 ** Math.min(tries, 5)) * (0.75 + chance / 2);
}

export function outcomeOf(status: number, problem: Problem): Outcome {
  if (status === 401) return { kind: "signed out" };
  // Too many at once, another program at the database, a full disk: it is tried again by itself, and what the server says is shown meanwhile.
  if (isBusy(status)) return { kind: "busy", sentence: problem.title };
  return { kind: "refused", problem };
}

export const isBusy = (status: number): boolean => status === 429 || status === 503 || status === 507;

// A later errand about the same post, and what its writer would get back, go on from the version that an earlier one made.
function goingOn(errand: Errand, post: Post): Errand {
  const { version, work } = errand;
  return {
    ...errand,
    version: version === null ? null : post.revision,
    work: work && { ...work, version: post.revision, base: contentOf(post), live: post.state === "published", sent: same(contentOf(post), work.content) ? work.typed : work.sent },
  };
}

// The version that stands says what this errand says: a save from here whose answer was lost made it. Nobody else's work is under it.
function ownVersion(errand: Errand, problem: Problem): { version: number } | null {
  const stands = problem.post;
  return problem.status === 409 && stands && errand.work && errand.version !== stands.revision && same(contentOf(stands), errand.work.content) ? { version: stands.revision } : null;
}
