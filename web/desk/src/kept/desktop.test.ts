import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Content, Post } from "../api/types.ts";
import { Desktop, mostTabs } from "./desktop.ts";
import { errandsFor } from "./release.ts";
import { Shelf } from "./shelf.ts";
import { begin, isBlank, same } from "./work.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"], now: 1_800_000_000_000 }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

let made = 0;
const member = { id: "ana", name: "Ana" };
const post = (id: string, revision: number, content: Content, state: Post["state"] = "draft") =>
  ({ id, state, revision, breaking: false, keyEvent: false, pinned: false, createdBy: "Ana", createdAt: "2026-11-24T10:00:00Z", ...content }) as Post;

function desktop(shelf = new Shelf(`desk-${++made}`)): Desktop {
  return new Desktop("summit", { shelf, member, now: () => Date.now(), save: async (_slug, id, content, version) => post(id, (version ?? 0) + 1, content), took: () => {} });
}

test("a reload brings every draft back, the last one open", async () => {
  const shelf = new Shelf(`desk-${++made}`);
  const before = desktop(shelf);
  await before.start();
  for (const headline of ["One", "Two"]) {
    const id = before.begin()!;
    before.type(id, { content: { headline, bylines: [], blocks: [] } });
    await vi.advanceTimersByTimeAsync(10);
  }
  await before.flush();
  const after = desktop(shelf);
  await after.start();
  expect(after.snapshot().tabs.map((tab) => tab.work.content.headline)).toEqual(["One", "Two"]);
  expect(after.snapshot().current).toBe(after.snapshot().tabs[1]!.work.id);
});

test("a blank draft is used before another is begun", async () => {
  const desk = desktop();
  expect(desk.begin()).toBe(desk.begin());
});

test("a full desk says so instead of losing one", () => {
  const desk = desktop();
  for (let each = 0; each < mostTabs; each++) expect(desk.begin({ headline: `${each}`, bylines: [], blocks: [] })).not.toBeNull();
  expect(desk.begin({ headline: "One more", bylines: [], blocks: [] })).toBeNull();
  expect(desk.snapshot().tabs).toHaveLength(mostTabs);
});

test("what is handed in leaves the composer at once and lies in the outbox", async () => {
  vi.stubGlobal("fetch", async () => { throw new TypeError("no network"); });
  const desk = desktop();
  const id = desk.begin({ headline: "Talks begin", bylines: [], blocks: [] })!;
  const released = desk.release(id, { how: "publish" });
  expect(desk.snapshot().tabs).toEqual([]);
  await released;
  expect(desk.snapshot().waiting.map((errand) => errand.does)).toEqual(["publish"]);
});

test("a release that the server refuses comes back into the composer with the sentence", async () => {
  vi.stubGlobal("fetch", async () => Response.json({ title: "A quote needs its words.", status: 422 }, { status: 422, headers: { "Content-Type": "application/problem+json" } }));
  const desk = desktop();
  const id = desk.begin({ headline: "Talks begin", bylines: [], blocks: [] })!;
  await desk.release(id, { how: "publish" });
  await vi.waitUntil(() => desk.snapshot().tabs.length === 1);
  await vi.waitUntil(() => desk.snapshot().waiting.length === 0);
  expect(desk.snapshot().tabs[0]!.problem?.title).toBe("A quote needs its words.");
  expect(desk.snapshot().tabs[0]!.work.content.headline).toBe("Talks begin");
});

test("a draft nobody touched shows another's newer version; one with unsent words keeps them", () => {
  const desk = desktop();
  desk.open(post("p", 1, { headline: "Old", bylines: [], blocks: [] }));
  desk.heard(post("p", 2, { headline: "New", bylines: [], blocks: [] }));
  expect(desk.snapshot().tabs[0]!.work.content.headline).toBe("New");
  desk.type("p", { content: { headline: "Mine", bylines: [], blocks: [] } });
  desk.heard(post("p", 3, { headline: "Newer", bylines: [], blocks: [] }));
  expect(desk.snapshot().tabs[0]!.work.content.headline).toBe("Mine");
});

test("publishing is one request; filing saves and then files", () => {
  const work = begin("p", "summit", "ana", 0, { headline: "One", bylines: [], blocks: [] });
  expect(errandsFor(work, { how: "publish" }, 1).map((errand) => [errand.method, errand.path])).toEqual([["PUT", "/api/v1/coverages/summit/posts/p"]]);
  const filed = errandsFor(work, { how: "file", note: " " }, 1);
  expect(filed.map((errand) => errand.does)).toEqual(["save", "file"]);
  expect(filed[1]!.body).toEqual({});
  expect(filed[0]!.key < filed[1]!.key).toBe(true);
});

test("the same words in another form are the same", () => {
  expect(same({ blocks: [{ kind: "paragraph", text: "One" }] }, { bylines: [], blocks: [{ kind: "paragraph", id: "b1", text: [{ text: "One" }] }] })).toBe(true);
  expect(same({ headline: "One" }, { headline: "Two" })).toBe(false);
});

test("a draft of blanks is blank, one with a divider is not", () => {
  const work = (content: Content) => begin("p", "summit", "ana", 0, content);
  expect(isBlank(work({ headline: " ", blocks: [{ kind: "paragraph", text: " " }] }))).toBe(true);
  expect(isBlank(work({ blocks: [{ kind: "divider" }] }))).toBe(false);
});

test("a draft that went to another page, or stayed behind when another version was released, leaves the desk; unsaved words stay", async () => {
  for (const gone of [{ movedTo: { slug: "storm", post: "there" } }, {}] as const) {
    const desk = desktop();
    desk.open(post("untouched", 1, { headline: "Wins", bylines: [], blocks: [] }));
    desk.open(post("typed in", 1, { headline: "Wins", bylines: [], blocks: [] }));
    desk.type("typed in", { content: { headline: "Wins again", bylines: [], blocks: [] } });
    for (const id of ["untouched", "typed in"]) desk.heard({ ...post(id, 2, { headline: "Wins", bylines: [], blocks: [] }, "set-aside"), ...gone });
    expect(desk.snapshot().tabs.map((tab) => tab.work.id)).toEqual(["typed in"]);
  }
});
