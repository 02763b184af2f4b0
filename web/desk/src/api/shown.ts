import type { Showing, Shown } from "../composer/index.ts";
import { call } from "./client.ts";

/** How the server shows a block of a live page before anybody has it. */
export function blocksShown(slug: string): Showing {
  const path = `/desk/preview/${encodeURIComponent(slug)}/block`;
  return { sheet: path, show: (block, signal) => call<Shown>("POST", path, { body: block, signal }) };
}
