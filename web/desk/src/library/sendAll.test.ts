import { expect, test } from "vitest";
import type { Sent } from "../api/media.ts";
import { sendAll } from "./sendAll.ts";

const done = (id: string): Sent => ({ kind: "done", file: { id, is: "picture" } });

test("every file goes, in order, and one that is refused is told and holds up none", async () => {
  const went: string[] = [];
  const refused: Sent = { kind: "refused", sentence: "No picture." };
  const failed = await sendAll(["a", "b", "c"], async (file, at) => { went.push(`${at}${file}`); return file === "b" ? refused : done(file); });
  expect(went).toEqual(["0a", "1b", "2c"]);
  expect(failed).toEqual([{ file: "b", sent: refused }]);
});

test("without a server nothing more is tried, and all that did not go are told", async () => {
  const went: string[] = [];
  const gone: Sent = { kind: "unreachable" };
  const failed = await sendAll(["a", "b", "c"], async (file) => { went.push(file); return file === "b" ? gone : done(file); });
  expect(went).toEqual(["a", "b"]);
  expect(failed).toEqual([{ file: "b", sent: gone }, { file: "c", sent: gone }]);
});
