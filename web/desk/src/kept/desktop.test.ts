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

function desktop(shelf = new Shelf(`desk-${++made}`), recall: (id: string) => Promise<Post> = async (id) => post(id, 1, { headline: "Talks begin", bylines: [], blocks: [] }), sorry: (error: unknown) => void = () => {}): Desktop {
  return new Desktop("summit", { shelf, member, now: () => Date.now(), save: async (_slug, id, content, version) => post(id, (version ?? 0) + 1, content), recall: (_slug, id) => recall(id), took: () => {}, released: () => {}, sorry });
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

const talks: Content = { headline: "Talks begin", bylines: [], blocks: [{ kind: "paragraph", id: "p1", text: "Both are in the room." }] };
const answers = (state: Post["state"]) => async (path: string) => Response.json(post(path.split("/").at(-1)!, 1, talks, state), { status: 202 });

test("a post in its send delay is called back whole, and goes on from the version that the server has", async () => {
  vi.stubGlobal("fetch", answers("scheduled"));
  const called: string[] = [];
  const desk = desktop(undefined, async (id) => (called.push(id), post(id, 4, talks)));
  const id = desk.begin(talks)!;
  await desk.release(id, { how: "publish", delayed: true }, { delay: 5 });
  await vi.waitUntil(() => desk.snapshot().waiting.length === 0);
  expect([desk.snapshot().tabs.length, desk.snapshot().recalls.map((each) => each.headline)]).toEqual([0, ["Talks begin"]]);
  await desk.recall(id);
  expect(called).toEqual([id]);
  expect(desk.snapshot().recalls).toEqual([]);
  const { work } = desk.snapshot().tabs[0]!;
  expect([work.content, work.version, work.live]).toEqual([talks, 4, false]);
});

test("a post called back before anything was sent never reaches the server", async () => {
  const sent = vi.fn(async () => { throw new TypeError("no network"); });
  vi.stubGlobal("fetch", sent);
  const called = vi.fn();
  const desk = desktop(undefined, async (id) => (called(), post(id, 1, talks)));
  const id = desk.begin(talks)!;
  await desk.release(id, { how: "publish", delayed: true }, { delay: 5 });
  await vi.waitUntil(() => desk.snapshot().road === "unreachable");
  await desk.recall(id);
  expect([desk.snapshot().waiting, called.mock.calls.length]).toEqual([[], 0]);
  expect(desk.snapshot().tabs[0]!.work.content).toEqual(talks);
});

test("a post called back while it is on its way is called back when the server has answered", async () => {
  let answer: (response: Response) => void = () => {};
  vi.stubGlobal("fetch", () => new Promise<Response>((resolve) => (answer = resolve)));
  const called: string[] = [];
  const desk = desktop(undefined, async (id) => (called.push(id), post(id, 2, talks)));
  const id = desk.begin(talks)!;
  await desk.release(id, { how: "publish", delayed: true }, { delay: 5 });
  await desk.recall(id);
  expect([called, desk.snapshot().tabs.length]).toEqual([[], 0]);
  answer(Response.json(post(id, 1, talks, "scheduled"), { status: 202 }));
  await vi.waitUntil(() => desk.snapshot().tabs.length === 1);
  expect([called, desk.snapshot().tabs[0]!.work.content]).toEqual([[id], talks]);
});

test("a post called back before it even lies in the outbox comes back all the same", async () => {
  vi.stubGlobal("fetch", answers("scheduled"));
  const called: string[] = [];
  const desk = desktop(undefined, async (id) => (called.push(id), post(id, 2, talks)));
  const id = desk.begin(talks)!;
  const released = desk.release(id, { how: "publish", delayed: true }, { delay: 5 });
  await vi.waitUntil(() => desk.snapshot().recalls.length === 1, { interval: 1 });
  await desk.recall(id);
  await released;
  await vi.waitUntil(() => desk.snapshot().tabs.length === 1);
  expect(desk.snapshot().tabs[0]!.work.content).toEqual(talks);
  expect(desk.snapshot().waiting).toEqual([]);
});

test("the offer to call a post back ends with its time, and as soon as readers have it", async () => {
  const desk = desktop();
  desk.holds({ post: "a", headline: "A", until: Date.now() + 5_000, work: null });
  desk.holds({ post: "b", headline: "B", until: Date.now() + 5_000, work: null });
  desk.heard(post("a", 2, talks, "published"));
  expect(desk.snapshot().recalls.map((each) => each.post)).toEqual(["b"]);
  await vi.advanceTimersByTimeAsync(6_200);
  expect(desk.snapshot().recalls).toEqual([]);
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
  const filed = errandsFor({ ...work, note: " " }, { how: "file" }, 1);
  expect(filed.map((errand) => errand.does)).toEqual(["save", "file"]);
  expect(filed[1]!.body).toEqual({});
  expect(errandsFor({ ...work, note: "By phone", urgent: true }, { how: "file" }, 1)[1]!.body).toEqual({ note: "By phone", urgent: true });
  expect(filed[0]!.key < filed[1]!.key).toBe(true);
});

test("what was added to a card and left empty is not handed in", () => {
  const work = begin("p", "summit", "ana", 0, { blocks: [{ kind: "timeline", id: "t", entries: [{ when: "14:05", text: "Open" }, {}] }] });
  expect((errandsFor(work, { how: "publish" }, 1)[0]!.body as Content).blocks).toEqual([{ kind: "timeline", id: "t", entries: [{ when: "14:05", text: "Open" }] }]);
});

test("an item left empty in a card is no difference", () => {
  const poll = (...options: object[]): Content => ({ blocks: [{ kind: "poll", question: "Open?", options, closed: false }] });
  expect(same(poll({ text: "Yes" }, {}), poll({ text: "Yes" }))).toBe(true);
  expect(same(poll({ text: "Yes" }, { text: "No" }), poll({ text: "Yes" }))).toBe(false);
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
