// The desk's news: who is here, and every post and page as it changes. Comes over fetch, is watched for silence, and comes back by itself.
import type { Coverage, Post } from "../api/types.ts";
import { Events } from "./sse.ts";
import { pause } from "../kept/errands.ts";

export interface Present {
  member: { id: string; name: string };
  post: string | null;
  doing: "reading" | "writing";
  since: string;
}

export interface Ears {
  /** The stream is there (again): what was missed meanwhile is to be fetched. */
  opened(): void;
  lost(): void;
  here(present: Present[]): void;
  post(post: Post): void;
  coverage(coverage: Coverage): void;
}

/** Nothing heard for this long, not even a keep-alive, means that nobody is there any more. */
export const mostSilence = 45_000;

/** Listens until told to stop. */
export async function listen(path: string, ears: Ears, stop: AbortSignal): Promise<void> {
  for (let tries = 0; !stop.aborted; tries++) {
    const turn = new AbortController();
    const leave = () => turn.abort();
    stop.addEventListener("abort", leave);
    try {
      await hear(path, ears, turn, () => (tries = 0));
    } catch {
      // Whatever it was, the answer is to come back.
    } finally {
      stop.removeEventListener("abort", leave);
      turn.abort();
    }
    if (stop.aborted) return;
    ears.lost();
    await wait(pause(tries, Math.random()), stop);
  }
}

async function hear(path: string, ears: Ears, turn: AbortController, opened: () => void): Promise<void> {
  let watchdog = setTimeout(() => turn.abort(), mostSilence);
  try {
    const response = await fetch(path, { headers: { Accept: "text/event-stream" }, cache: "no-store", signal: turn.signal });
    if (!response.ok || !response.body) return;
    opened();
    ears.opened();
    const events = new Events();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      clearTimeout(watchdog);
      watchdog = setTimeout(() => turn.abort(), mostSilence);
      for (const told of events.take(value)) tell(told.event, told.data, ears);
    }
  } finally {
    clearTimeout(watchdog);
  }
}

// An event of a kind that a newer server has is passed over.
function tell(event: string, data: string, ears: Ears): void {
  if (event === "state") ears.here((JSON.parse(data) as { here: Present[] }).here);
  else if (event === "post") ears.post(JSON.parse(data) as Post);
  else if (event === "coverage") ears.coverage(JSON.parse(data) as Coverage);
}

function wait(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    stop.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    }, { once: true });
  });
}
