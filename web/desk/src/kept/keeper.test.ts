import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Refused, Unreachable } from "../api/client.ts";
import type { Content, Post } from "../api/types.ts";
import { Keeper, type Standing, longPause, mostUnsent, shortPause } from "./keeper.ts";
import { type Work, begin, type } from "./work.ts";

beforeEach(() => void vi.useFakeTimers({ now: 1_800_000_000_000 }));
afterEach(() => void vi.useRealTimers());

const post = (revision: number, content: Content, state: Post["state"] = "draft"): Post => ({
  id: "p", state, revision, bylines: [], blocks: [], breaking: false, keyEvent: false, pinned: false, createdBy: "Ana", createdAt: "2026-11-24T10:00:00Z", ...(content as object),
});

/** A server and a device as the keeper sees them. */
class Newsroom {
  kept: Work[] = [];
  requests: { content: Content; version: number | null }[] = [];
  standings: Standing[] = [];
  revision = 0;
  held: Content | null = null;
  network: "there" | "cut" | "loses answers" = "there";
  disk: "there" | "full" = "there";
  refusal: number | null = null;
  keeper: Keeper;
  work: Work;

  constructor(work = begin("p", "summit", "Ana", Date.now())) {
    this.work = work;
    this.keeper = new Keeper(work, {
      keep: async (each) => {
        if (this.disk === "full") throw new Error("The disk is full.");
        this.kept.push(each);
      },
      save: async (_slug, _id, content, version) => {
        if (this.network === "cut") throw new Unreachable();
        this.requests.push({ content, version });
        if (this.refusal) throw new Refused({ title: "No.", status: this.refusal });
        if (this.held && version !== this.revision && JSON.stringify(content) !== JSON.stringify(this.held))
          throw new Refused({ title: "Somebody changed this post.", status: 409, post: post(this.revision, this.held) });
        this.held = content;
        this.revision++;
        if (this.network === "loses answers") throw new Unreachable();
        return post(this.revision, content);
      },
      tell: (each, standing) => {
        this.work = each;
        this.standings.push(standing);
      },
    });
  }

  types(headline: string): void {
    this.work = type(this.work, { content: { ...this.work.content, headline } }, Date.now());
    this.keeper.typed(this.work);
  }
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test("what was typed is on this device at once, and on the server after a pause", async () => {
  const newsroom = new Newsroom();
  newsroom.types("Talks beg");
  newsroom.types("Talks begin");
  await pass(shortPause);
  expect(newsroom.kept.map((work) => work.content.headline)).toEqual(["Talks beg", "Talks begin"]);
  expect(newsroom.requests).toEqual([]);
  await pass(longPause);
  expect(newsroom.requests).toHaveLength(1);
  expect(newsroom.keeper.standing).toEqual({ kind: "on the server" });
});

test("who never pauses is kept all the same, here and on the server", async () => {
  const newsroom = new Newsroom();
  for (let typed = 0; typed <= mostUnsent + longPause; typed += 100) {
    newsroom.types(`Line ${typed}`);
    await pass(100);
  }
  expect(newsroom.kept.at(-1)?.content.headline).toBe(`Line ${mostUnsent + longPause}`);
  expect(newsroom.requests.length).toBeGreaterThan(0);
});

test("a hundred keys do not make a hundred saves", async () => {
  const newsroom = new Newsroom();
  for (let typed = 0; typed < 100; typed++) {
    newsroom.types(`Line ${typed}`);
    await pass(10);
  }
  await pass(shortPause);
  expect(newsroom.kept.length).toBeLessThanOrEqual(12);
});

test("an empty post is not sent", async () => {
  const newsroom = new Newsroom();
  newsroom.types("   ");
  await pass(60_000);
  expect(newsroom.requests).toEqual([]);
});

test("an item left empty in a card is not sent, stays on the screen, and is no difference to what the server has", async () => {
  const newsroom = new Newsroom();
  const options = [{ text: "Yes" }, { text: "No" }];
  const poll = { kind: "poll" as const, id: "b1", question: "Open?", options: [...options, {}], closed: false };
  newsroom.work = type(newsroom.work, { content: { ...newsroom.work.content, blocks: [poll] } }, Date.now());
  newsroom.keeper.typed(newsroom.work);
  newsroom.network = "loses answers";
  await pass(longPause);
  expect(newsroom.requests[0]!.content.blocks).toEqual([{ ...poll, options }]);
  newsroom.network = "there";
  newsroom.types("Gates open");
  await pass(60_000);
  expect(newsroom.standings.at(-1)).toEqual({ kind: "on the server" });
  expect(newsroom.work.content.blocks).toEqual([poll]);
});

test("without a network it says so, keeps on trying, and sends the newest once it is back", async () => {
  const newsroom = new Newsroom();
  newsroom.network = "cut";
  newsroom.types("One");
  await pass(longPause);
  expect(newsroom.keeper.standing).toEqual({ kind: "on this device", why: "offline" });
  newsroom.types("Two");
  await pass(60_000);
  newsroom.network = "there";
  await pass(60_000);
  expect(newsroom.requests.map((request) => request.content.headline)).toEqual(["Two"]);
  expect(newsroom.keeper.standing).toEqual({ kind: "on the server" });
});

test("a save whose answer was lost is not taken for another's change", async () => {
  const newsroom = new Newsroom();
  newsroom.network = "loses answers";
  newsroom.types("One");
  await pass(longPause);
  newsroom.network = "there";
  newsroom.types("One, and more");
  await pass(120_000);
  expect(newsroom.held?.headline).toBe("One, and more");
  expect(newsroom.standings.some((standing) => standing.kind === "changed by another")).toBe(false);
});

test("another's change is shown, and nothing is sent over it", async () => {
  const newsroom = new Newsroom();
  newsroom.types("Mine");
  await pass(longPause);
  newsroom.held = { headline: "Theirs", bylines: [], blocks: [] };
  newsroom.revision = 7;
  newsroom.types("Mine again");
  await pass(longPause);
  expect(newsroom.keeper.standing.kind).toBe("changed by another");
  newsroom.types("Mine once more");
  await pass(600_000);
  expect(newsroom.held.headline).toBe("Theirs");
  newsroom.keeper.settled(type({ ...newsroom.work, version: 7 }, { content: { headline: "Both", bylines: [], blocks: [] } }, Date.now()));
  await pass(longPause);
  expect(newsroom.held.headline).toBe("Both");
});

test("with a full disk the server has it at once", async () => {
  const newsroom = new Newsroom();
  newsroom.disk = "full";
  newsroom.types("One");
  await pass(shortPause);
  await pass(1);
  expect(newsroom.held?.headline).toBe("One");
});

test("a session that ended is said, and waking sends what waits", async () => {
  const newsroom = new Newsroom();
  newsroom.refusal = 401;
  newsroom.types("One");
  await pass(longPause);
  expect(newsroom.keeper.standing).toEqual({ kind: "on this device", why: "signed out" });
  await pass(600_000);
  expect(newsroom.requests).toHaveLength(1);
  newsroom.refusal = null;
  newsroom.keeper.wake();
  await pass(1);
  expect(newsroom.keeper.standing).toEqual({ kind: "on the server" });
});

test("stopping waits for what is under way, so that what follows goes on from its version", async () => {
  const newsroom = new Newsroom();
  newsroom.types("One");
  await pass(longPause - 1);
  const stopped = newsroom.keeper.stop();
  const work = await stopped;
  await pass(60_000);
  expect(work.content.headline).toBe("One");
  expect(newsroom.requests).toEqual([]);
});

test.each([503, 507])("a server that cannot keep it (%d) is asked again by itself, and its sentence is shown meanwhile", async (status) => {
  const newsroom = new Newsroom();
  newsroom.refusal = status;
  newsroom.types("Talks begin");
  await pass(longPause);
  expect(newsroom.standings.at(-1)).toEqual({ kind: "server waits", sentence: "No." });
  newsroom.refusal = null;
  await pass(2_000);
  expect(newsroom.standings.at(-1)).toEqual({ kind: "on the server" });
  expect(newsroom.held).toMatchObject({ headline: "Talks begin" });
});
