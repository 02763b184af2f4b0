import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Post } from "../api/types.ts";
import { type Errand, type Outcome, next, outcomeOf, pause } from "./errands.ts";
import { Outbox, type Road } from "./outbox.ts";
import { Shelf } from "./shelf.ts";
import { begin } from "./work.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] }));
afterEach(() => void vi.useRealTimers());

let made = 0;
const errand = (post: string, more: Partial<Errand> = {}): Errand => ({
  key: `0${++made}`.padStart(6, "0"), by: "Ana", slug: "summit", post, does: "publish", method: "PUT", path: `/posts/${post}`, body: {}, version: null, work: null, refused: null, ...more,
});
const done = (revision: number): Outcome => ({ kind: "done", post: { id: "p", revision, state: "draft", bylines: [], blocks: [] } as unknown as Post });

/** The outbox with a server that answers as told. */
class Desk {
  readonly shelf: Shelf;
  readonly sent: Errand[] = [];
  readonly finished: string[] = [];
  road: Road = "open";
  answer: (errand: Errand) => Outcome = () => done(1);
  box: Outbox;

  constructor(shelf = new Shelf(`test-${++made}`), by = "Ana") {
    this.shelf = shelf;
    this.box = new Outbox(
      shelf, by,
      { changed: (_errands, road) => void (this.road = road), done: (each) => void this.finished.push(each.key), refused: () => {} },
      async (each) => {
        this.sent.push(each);
        return this.answer(each);
      },
    );
  }
}

// IndexedDB answers in its own time; what is waited for is what is seen.
const until = (seen: () => boolean) => vi.waitUntil(async () => seen() || (await vi.advanceTimersByTimeAsync(1_000), seen()), { timeout: 5_000, interval: 1 });

test("what was filed is sent in order, and each once", async () => {
  const desk = new Desk();
  const [save, file] = [errand("p", { does: "save" }), errand("p", { does: "file" })];
  await desk.box.give([save, file], null);
  await until(() => desk.finished.length === 2);
  expect(desk.sent.map((each) => each.key)).toEqual([save.key, file.key]);
  expect(await desk.shelf.errands()).toEqual([]);
});

test("without a server it waits, says so, and sends the same errand again under the same name", async () => {
  const desk = new Desk();
  desk.answer = () => ({ kind: "unreachable" });
  const publish = errand("p");
  await desk.box.give([publish], null);
  await until(() => desk.sent.length >= 3);
  expect(desk.road).toBe("unreachable");
  expect(new Set(desk.sent.map((each) => each.key))).toEqual(new Set([publish.key]));
  desk.answer = () => done(2);
  await until(() => desk.finished.length === 1);
  expect(desk.road).toBe("open");
});

test("a tab that was closed in between leaves its errands to the next one", async () => {
  const first = new Desk();
  first.answer = () => ({ kind: "unreachable" });
  const publish = errand("p");
  await first.shelf.keep(begin("p", "summit", "Ana", 0));
  await first.box.give([publish], "p");
  first.box.stop();
  expect(await first.shelf.works("Ana", "summit")).toEqual([]);
  const second = new Desk(first.shelf);
  await second.box.start();
  await until(() => second.finished.length === 1);
  expect(second.sent[0]).toEqual(publish);
});

test("what one person left on a shared device is not sent by another", async () => {
  const ana = new Desk();
  ana.answer = () => ({ kind: "unreachable" });
  await ana.box.give([errand("p")], null);
  ana.box.stop();
  const ben = new Desk(ana.shelf, "Ben");
  await ben.box.start();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ben.sent).toEqual([]);
  expect(await ana.shelf.errands()).toHaveLength(1);
});

test("a refusal stops that post and no other, until its writer takes it back", async () => {
  const desk = new Desk();
  desk.answer = (each) => (each.post === "bad" ? { kind: "refused", problem: { title: "A picture needs a credit.", status: 422 } } : done(1));
  const [bad, behind, other] = [errand("bad"), errand("bad"), errand("good")];
  await desk.box.give([bad, behind, other], null);
  await until(() => desk.finished.length === 1);
  expect(desk.sent.map((each) => each.key)).toEqual([bad.key, other.key]);
  expect(desk.box.errands.find((each) => each.key === bad.key)?.refused?.title).toBe("A picture needs a credit.");
  await desk.box.takeBack(bad.key);
  expect(desk.box.errands).toEqual([]);
});

test("when the session is gone nothing is tried again until somebody signs in", async () => {
  const desk = new Desk();
  desk.answer = () => ({ kind: "signed out" });
  await desk.box.give([errand("p")], null);
  await until(() => desk.road === "signed out");
  await vi.advanceTimersByTimeAsync(600_000);
  expect(desk.sent).toHaveLength(1);
  desk.answer = () => done(1);
  desk.box.wake();
  await until(() => desk.finished.length === 1);
});

test("a later errand goes on from the version that the earlier one made", async () => {
  const desk = new Desk();
  desk.answer = () => done(9);
  await desk.box.give([errand("p", { version: 3 }), errand("p", { version: 3 })], null);
  await until(() => desk.finished.length === 2);
  expect(desk.sent.map((each) => each.version)).toEqual([3, 9]);
});

test("pauses grow to half a minute and no further", () => {
  expect([0, 1, 2, 10].map((tries) => pause(tries, 0.5))).toEqual([1_000, 2_000, 4_000, 30_000]);
});

test("nothing is next when there is nothing", () => expect(next([], "Ana")).toBeUndefined());

test("a release that meets the version its own lost save made goes on from it", async () => {
  const desk = new Desk();
  const content = { headline: "Talks begin", bylines: [], blocks: [] };
  desk.answer = (each) =>
    each.version === 2 ? done(3) : { kind: "refused", problem: { title: "Somebody changed this post.", status: 409, post: { id: "p", revision: 2, state: "draft", ...content } as unknown as Post } };
  await desk.box.give([errand("p", { version: 1, work: begin("p", "summit", "Ana", 0, content) })], null);
  await until(() => desk.finished.length === 1);
  expect(desk.sent.map((each) => each.version)).toEqual([1, 2]);
});

test("what is given back after its first half was done goes on from what that made", async () => {
  const desk = new Desk();
  desk.answer = (each) => (each.does === "save" ? done(4) : { kind: "refused", problem: { title: "This time has passed.", status: 422 } });
  const work = begin("p", "summit", "Ana", 0);
  await desk.box.give([errand("p", { does: "save", work }), errand("p", { does: "verb", work })], null);
  await until(() => desk.box.errands.some((each) => each.refused));
  expect(desk.box.errands[0]?.work?.version).toBe(4);
});

test.each([429, 503, 507])("what the server cannot take at this moment (%d) is kept, tried again, and said in its words", (status) => {
  expect(outcomeOf(status, { title: "The server's disk is full.", status })).toEqual({ kind: "busy", sentence: "The server's disk is full." });
});
