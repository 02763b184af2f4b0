import { expect, it } from "vitest";
import type { Post } from "../api/types.ts";
import { filingOf, isSilent, keepSilent, unheard, urgentFor } from "./urgent.ts";

const post = (id: string, by: string, at: string, urgent = true): Post =>
  ({ id, state: "filed", revision: 1, bylines: [], blocks: [], breaking: false, keyEvent: false, pinned: false, createdBy: by, createdAt: at, filed: { by, at }, ...(urgent ? { urgent } : {}) }) as Post;

it("counts what others filed as urgent, and nothing else", () => {
  const posts = [post("a", "Ben", "2026-11-24T10:02:00Z"), post("b", "Ben", "2026-11-24T10:01:00Z"), post("c", "Ana", "2026-11-24T10:00:00Z"), post("d", "Ben", "2026-11-24T10:00:00Z", false), { ...post("e", "Ben", "2026-11-24T10:00:00Z"), state: "published" as const }];
  expect(urgentFor(posts, "Ana").map((each) => each.id)).toEqual(["b", "a"]);
});

it("hears a filing once, and a post filed anew again", () => {
  const first = post("a", "Ben", "2026-11-24T10:02:00Z");
  const heard = new Set([filingOf(first)]);
  expect(unheard([first], heard)).toEqual([]);
  expect(unheard([post("a", "Ben", "2026-11-24T10:09:00Z")], heard)).toHaveLength(1);
});

it("keeps silence on the device, and survives one that is full", () => {
  const held = new Map<string, string>();
  const box = { getItem: (key: string) => held.get(key) ?? null, setItem: (key: string, value: string) => void held.set(key, value), removeItem: (key: string) => void held.delete(key) };
  expect(isSilent(box)).toBe(false);
  keepSilent(box, true);
  expect(isSilent(box)).toBe(true);
  keepSilent(box, false);
  expect(isSilent(box)).toBe(false);
  expect(() => keepSilent({ ...box, setItem: () => { throw new Error("full"); } }, true)).not.toThrow();
});
