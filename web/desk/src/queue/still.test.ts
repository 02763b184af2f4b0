import { expect, test } from "vitest";
import type { Post } from "../api/types.ts";
import { filed, rows } from "./still.ts";

const post = (id: string, minute: number, state: Post["state"] = "filed", revision = 1): Post => ({
  id, state, revision, bylines: [], blocks: [], breaking: false, keyEvent: false, pinned: false, createdBy: "Ana", createdAt: "2026-11-24T10:00:00Z",
  ...(state === "filed" ? { filed: { by: "Ana", at: `2026-11-24T10:${String(minute).padStart(2, "0")}:00Z`, note: null } } : {}),
} as Post);

test("the longest waiting stands first", () => {
  expect(filed([post("b", 5), post("a", 2), post("c", 1, "published")]).map((each) => each.id)).toEqual(["a", "b"]);
});

test("while somebody is in the queue no row moves, whatever happens to posts", () => {
  const shown = rows([], [post("a", 2), post("b", 5), post("c", 7)], false);
  const next = rows(shown, [post("a", 2), post("b", 5, "published"), post("c", 7), post("d", 1)], true);
  expect(next.map((row) => row.post.id)).toEqual(["a", "b", "c", "d"]);
  expect(next.map((row) => (row.gone === null ? "waits" : row.gone === "elsewhere" ? row.gone : row.gone.state))).toEqual(["waits", "published", "waits", "waits"]);
});

test("a row shows the newest version in its place", () => {
  const shown = rows([], [post("a", 2)], false);
  expect(rows(shown, [post("a", 2, "filed", 4)], true)[0]?.post.revision).toBe(4);
});

test("one that was filed again waits again, in its place", () => {
  const shown = rows(rows([], [post("a", 2), post("b", 3)], false), [post("a", 2, "draft"), post("b", 3)], true);
  expect(rows(shown, [post("a", 9), post("b", 3)], true).map((row) => [row.post.id, row.gone])).toEqual([["a", null], ["b", null]]);
});

test("when nobody is there any more, what is done goes and the order is right", () => {
  const shown = rows([], [post("a", 2), post("b", 5)], false);
  expect(rows(shown, [post("a", 2, "published"), post("b", 5), post("c", 1)], false).map((row) => row.post.id)).toEqual(["c", "b"]);
});
