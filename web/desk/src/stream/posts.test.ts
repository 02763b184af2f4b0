import { expect, test } from "vitest";
import type { Block, Post } from "../api/types.ts";
import { doubles, excerpt, firstCard, stream, take } from "./posts.ts";

const post = (id: string, more: Partial<Post> = {}): Post => ({
  id, state: "published", revision: 1, bylines: [], blocks: [], breaking: false, keyEvent: false, pinned: false, createdBy: "Ana", createdAt: "2026-11-24T10:00:00Z", ...more,
});

test("a version that comes late by another road changes nothing", () => {
  const held = [post("a", { revision: 5, headline: "New" })];
  expect(take(held, post("a", { revision: 4, headline: "Old" }))).toBe(held);
});

test("a flag set without a new version is taken", () => {
  expect(take([post("a")], post("a", { breaking: true }))[0]?.breaking).toBe(true);
});

test("there is one pin", () => {
  const posts = take([post("a", { pinned: true }), post("b")], post("b", { pinned: true }));
  expect(posts.filter((each) => each.pinned).map((each) => each.id)).toEqual(["b"]);
});

test("the stream is ordered by the time shown, whatever its offset", () => {
  const posts = [post("a", { publishedAt: "2026-11-24T12:00:00+02:00" }), post("b", { publishedAt: "2026-11-24T10:30:00Z" }), post("c", { state: "filed" })];
  expect(stream(posts).map((each) => each.id)).toEqual(["b", "a"]);
});

test("an excerpt ends at a word", () => {
  expect(excerpt({ blocks: [{ kind: "paragraph", text: "The barrier held through the night and into the morning" }] }, 20)).toBe("The barrier held …");
});

test("a list's items are words of a post like any other", () => {
  expect(excerpt({ blocks: [{ kind: "list", items: [{ text: "Gate A is shut" }, { text: [{ text: "Gate B" }, { text: " follows" }] }] }] })).toBe("Gate A is shut Gate B follows");
});

test("a post that is only a chart, a poll or a table is known by that and by what it is about", () => {
  expect(firstCard({ blocks: [{ kind: "divider" }, { kind: "chart", type: "bar" }, { kind: "poll", question: "Should the barrier stay shut?", closed: false }] })).toEqual({ kind: "poll", about: "Should the barrier stay shut?" });
  expect(firstCard({ blocks: [{ kind: "table", columns: ["Gate", "Shut"], rows: [["A", "14:05"]] }] })).toEqual({ kind: "table", about: "Gate, Shut" });
  expect(firstCard({ blocks: [{ kind: "image", media: "m" }] })).toEqual({ kind: "image", about: "" });
  expect(firstCard({ blocks: [{ kind: "paragraph", text: "" }, { kind: "divider" }] })).toBeNull();
});

test("two drafts with the same link are pointed out", () => {
  const link = (href: string): Block => ({ kind: "paragraph", text: [{ text: "statement", href }] });
  const others = [post("b", { blocks: [link("https://a.example/1")] }), post("c", { blocks: [link("https://a.example/2")] })];
  expect(doubles({ blocks: [link("https://a.example/1")] }, others).map((each) => each.id)).toEqual(["b"]);
});
