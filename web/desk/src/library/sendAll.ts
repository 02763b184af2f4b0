import type { Sent } from "../api/media.ts";

/** Sends files one after another, in the order they were chosen. One that is refused does not hold up the others; without a server or a session nothing more is tried.
    @returns Those that did not go, each with why. */
export async function sendAll<F>(files: readonly F[], send: (file: F, at: number) => Promise<Sent>): Promise<{ file: F; sent: Sent }[]> {
  const failed: { file: F; sent: Sent }[] = [];
  for (const [at, file] of files.entries()) {
    const sent = await send(file, at);
    if (sent.kind === "unreachable" || sent.kind === "signed out") return [...failed, ...files.slice(at).map((left) => ({ file: left, sent }))];
    if (sent.kind !== "done") failed.push({ file, sent });
  }
  return failed;
}
