// What this device remembers so that the desk opens without a network: who was signed in, and the live pages last opened. Rights are the server's; this only says what to show.
import { Refused, Unreachable } from "../api/client.ts";

type Box = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** More live pages than this are not remembered; the one opened longest ago goes. */
export const mostRemembered = 10;

/** The answer of the server, or, when it cannot be reached, the last one it gave. */
export async function lastKnown<T>(box: Box, kind: string, name: string, ask: () => Promise<T>): Promise<T> {
  try {
    const answer = await ask();
    write(box, kind, [[name, answer], ...read<T>(box, kind).filter(([each]) => each !== name)].slice(0, mostRemembered) as [string, T][]);
    return answer;
  } catch (error) {
    if (error instanceof Refused && (error.status === 401 || error.status === 404)) forget(box, kind, name);
    const held = error instanceof Unreachable ? read<T>(box, kind).find(([each]) => each === name) : undefined;
    if (!held) throw error;
    return held[1];
  }
}

export function forget(box: Box, kind: string, name?: string): void {
  if (name === undefined) box.removeItem(kind);
  else write(box, kind, read(box, kind).filter(([each]) => each !== name));
}

function read<T>(box: Box, kind: string): [string, T][] {
  try {
    return JSON.parse(box.getItem(kind) ?? "[]") as [string, T][];
  } catch {
    return [];
  }
}

// A full device remembers nothing, which is no reason to stop.
function write(box: Box, kind: string, entries: [string, unknown][]): void {
  try {
    box.setItem(kind, JSON.stringify(entries));
  } catch {
    box.removeItem(kind);
  }
}
