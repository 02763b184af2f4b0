// What lies on somebody's desk for one live page: open drafts as tabs, each with its keeper, and the outbox. Without React and without the DOM.
import type { Content, Post } from "../api/types.ts";
import type { Problem } from "../api/client.ts";
import type { Errand } from "./errands.ts";
import { Keeper, type Standing } from "./keeper.ts";
import { Outbox, type Road } from "./outbox.ts";
import { type Recall, added, running, without } from "./recalls.ts";
import { type Release, errandsFor } from "./release.ts";
import type { Shelf } from "./shelf.ts";
import { uuid7 } from "./uuid7.ts";
import { type Work, begin, contentOf, isBlank, open, same, type } from "./work.ts";

export interface Tab {
  work: Work;
  standing: Standing;
  /** Why the server would not take its release. */
  problem: Problem | null;
}

export interface Desk {
  tabs: readonly Tab[];
  current: string | null;
  waiting: readonly Errand[];
  /** What went out a moment ago and can still be called back, the last one last. */
  recalls: readonly Recall[];
  road: Road;
  ready: boolean;
}

/** How many drafts lie open at once; with one more the oldest blank one goes, or a sentence asks to finish something. */
export const mostTabs = 12;

export interface Hands {
  shelf: Shelf;
  member: { id: string; name: string };
  now(): number;
  save(slug: string, id: string, content: Content, version: number | null): Promise<Post>;
  /** Calls a post back that the server still holds. */
  recall(slug: string, id: string): Promise<Post>;
  /** The server has answered about a post. */
  took(post: Post): void;
  /** What left the composer is done. */
  released(errand: Errand, post: Post): void;
  /** Something that was asked for a moment ago could not be done after all. */
  sorry(error: unknown): void;
}

export class Desktop {
  readonly slug: string;
  readonly #hands: Hands;
  readonly #keepers = new Map<string, Keeper>();
  readonly #outbox: Outbox;
  readonly #reopen = new Set<string>();
  /** Released with a delay, and the server has not said yet that it has them. */
  readonly #unanswered = new Set<string>();
  readonly #called = new Map<string, Recall>();
  readonly #ends = new Set<ReturnType<typeof setTimeout>>();
  readonly #listeners = new Set<() => void>();
  #desk: Desk = { tabs: [], current: null, waiting: [], recalls: [], road: "open", ready: false };

  constructor(slug: string, hands: Hands) {
    this.slug = slug;
    this.#hands = hands;
    this.#outbox = new Outbox(hands.shelf, hands.member.id, {
      changed: (errands, road) => this.#set({ waiting: errands, road }),
      done: (errand, post) => this.#done(errand, post),
      refused: (errand) => void this.#giveBack(errand),
    });
  }

  readonly snapshot = (): Desk => this.#desk;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Brings back what this device kept; what was refused while nobody looked is given back too. */
  async start(): Promise<void> {
    const works = await this.#hands.shelf.works(this.#hands.member.id, this.slug);
    for (const work of works.sort((a, b) => (a.id < b.id ? -1 : 1))) this.#put(work);
    await this.#outbox.start();
    for (const errand of this.#outbox.errands) if (errand.refused && errand.slug === this.slug) await this.#giveBack(errand);
    this.#set({ ready: true, current: this.#desk.current ?? this.#desk.tabs.at(-1)?.work.id ?? null });
  }

  async stop(): Promise<void> {
    this.#outbox.stop();
    this.#ends.forEach((each) => clearTimeout(each));
    await Promise.all([...this.#keepers.values()].map(async (keeper) => {
      await keeper.flush();
      await keeper.stop();
    }));
  }

  /** Network or session is back. */
  wake(): void {
    this.#outbox.wake();
    for (const keeper of this.#keepers.values()) keeper.wake();
  }

  /** The tab is being put away, perhaps for good. */
  async flush(): Promise<void> {
    await Promise.all([...this.#keepers.values()].map((keeper) => keeper.flush()));
  }

  /** A new draft, or the blank one that lies there already. Answers its id, or null when the desk is full. */
  begin(content?: Content): string | null {
    const blank = content ? undefined : this.#desk.tabs.find((tab) => isBlank(tab.work) && tab.work.version === null);
    if (blank) {
      this.turnTo(blank.work.id);
      return blank.work.id;
    }
    if (this.#desk.tabs.length >= mostTabs) return null;
    const now = this.#hands.now();
    const work = begin(uuid7(now), this.slug, this.#hands.member.id, now, content);
    this.#put(work);
    this.turnTo(work.id);
    return work.id;
  }

  /** Opens a post for writing; false when the desk is full. */
  open(post: Post): boolean {
    if (!this.#keepers.has(post.id)) {
      if (this.#desk.tabs.length >= mostTabs) return false;
      this.#put(open(post, this.slug, this.#hands.member.id, this.#hands.now()));
    }
    this.turnTo(post.id);
    return true;
  }

  turnTo(id: string | null): void {
    this.#set({ current: id });
  }

  type(id: string, change: Parameters<typeof type>[1]): void {
    const keeper = this.#keepers.get(id);
    if (!keeper) return;
    const work = type(keeper.work, change, this.#hands.now());
    keeper.typed(work);
    this.#show(work, keeper.standing, null);
  }

  /** Both versions were looked at; the text goes on from theirs. */
  settle(id: string, content: Content, theirs: Post): void {
    const keeper = this.#keepers.get(id);
    if (!keeper) return;
    const from = { ...keeper.work, version: theirs.revision, base: open(theirs, this.slug, "", 0).content, live: theirs.state === "published" };
    const work = type(from, { content }, this.#hands.now());
    keeper.settled(work);
    this.#show(work, keeper.standing, null);
  }

  /** Takes a tab off the desk. What the server has of it stays there. */
  async close(id: string): Promise<void> {
    const keeper = this.#keepers.get(id);
    this.#remove(id);
    await keeper?.stop();
    await this.#hands.shelf.drop(id);
  }

  /** Hands a draft in. It leaves the composer at once and lies in the outbox of this device before anything is sent. */
  async release(id: string, release: Release, { reopen = false, delay = 0 }: { reopen?: boolean; delay?: number } = {}): Promise<void> {
    const keeper = this.#keepers.get(id);
    if (!keeper) return;
    this.#remove(id);
    if (reopen) this.#reopen.add(id);
    // A save that is under way makes a version that the release has to go on from.
    const work = await keeper.stop();
    if (release.how === "publish" && release.delayed && !work.live) this.#unanswered.add(id);
    if (this.#unanswered.has(id)) this.holds({ post: id, headline: work.content.headline ?? "", until: this.#hands.now() + delay * 1_000, work });
    await this.#outbox.give(errandsFor(work, release, this.#hands.now()), id);
  }

  /** A post waits for its send delay: for so long it can be called back. The server holds it, so nothing is lost with this page. */
  holds(recall: Recall): void {
    this.#set({ recalls: added(running(this.#desk.recalls, this.#hands.now()), recall) });
    const ends = setTimeout(() => this.#set({ recalls: running(this.#desk.recalls, this.#hands.now()) }), recall.until - this.#hands.now() + 1_100);
    this.#ends.add(ends);
  }

  /** Calls a post back. What stood in the composer stands there again, whole; one from the queue is in the queue again. */
  async recall(id: string): Promise<Post | null> {
    const recall = this.#desk.recalls.find((each) => each.post === id);
    if (!recall) return null;
    this.#set({ recalls: without(this.#desk.recalls, id) });
    if (!this.#unanswered.has(id)) return await this.#callBack(recall);
    const errand = this.#outbox.errands.find((each) => each.post === id && each.does === "publish");
    if (errand && !this.#outbox.isUnderWay(errand.key)) {
      this.#unanswered.delete(id);
      // Not sent yet: nobody but this device knows of it.
      await this.#outbox.takeBack(errand.key);
      if (recall.work) await this.#lay(recall.work);
      return null;
    }
    // On its way, or about to be: it is called back when the server has answered.
    this.#called.set(id, recall);
    return null;
  }

  async #callBack(recall: Recall): Promise<Post> {
    const post = await this.#hands.recall(this.slug, recall.post);
    this.#hands.took(post);
    if (recall.work) await this.#lay({ ...recall.work, version: post.revision, base: contentOf(post), live: post.state === "published", sent: recall.work.typed });
    return post;
  }

  async #lay(work: Work): Promise<void> {
    this.#put(work);
    await this.#hands.shelf.keep(work).catch(() => {});
    this.turnTo(work.id);
  }

  /** Somebody changed a post that lies open here: one that was not touched is brought up to date, others find out when they are saved. */
  heard(post: Post): void {
    const keeper = this.#keepers.get(post.id);
    if (post.state === "published" && this.#desk.recalls.some((each) => each.post === post.id)) this.#set({ recalls: without(this.#desk.recalls, post.id) });
    // Whoever had it in hand has let go: what was refused for that is tried again.
    if (keeper?.standing.kind === "refused" && keeper.standing.problem.status === 423 && !post.held) keeper.wake();
    if (!keeper || keeper.work.version === null || keeper.work.version >= post.revision || keeper.work.typed > keeper.work.sent) return;
    // It went to another page, or another version of it was released: nothing is left to write here.
    if (post.movedTo || post.state === "set-aside") return void this.close(post.id);
    const held = open(post, this.slug, keeper.work.by, this.#hands.now());
    if (post.state === "withdrawn" || post.state === "taken-down" || same(held.content, keeper.work.content)) return;
    void keeper.stop();
    this.#keepers.delete(post.id);
    this.#put(held);
  }

  #done(errand: Errand, post: Post): void {
    this.#hands.took(post);
    this.#hands.released(errand, post);
    if (errand.does === "publish") this.#unanswered.delete(post.id);
    const called = this.#called.get(post.id);
    if (called && errand.does === "publish") {
      this.#called.delete(post.id);
      void this.#callBack(called).catch((error: unknown) => this.#hands.sorry(error));
    }
    if (errand.does === "publish" && this.#reopen.delete(post.id)) this.open(post);
  }

  async #giveBack(errand: Errand): Promise<void> {
    const { work, refused } = errand;
    this.#set({ recalls: without(this.#desk.recalls, errand.post) });
    this.#unanswered.delete(errand.post);
    this.#called.delete(errand.post);
    const theirs = refused?.post;
    await this.#outbox.takeBack(errand.key);
    if (!work || work.slug !== this.slug || !refused) return;
    this.#put(work);
    await this.#hands.shelf.keep(work).catch(() => {});
    const keeper = this.#keepers.get(work.id)!;
    this.#show(work, theirs && refused.status === 409 ? { kind: "changed by another", theirs } : keeper.standing, refused);
    this.turnTo(work.id);
  }

  #put(work: Work): void {
    const keeper = new Keeper(work, { keep: (each) => this.#hands.shelf.keep(each), save: this.#save, tell: (each, standing) => this.#show(each, standing) });
    this.#keepers.set(work.id, keeper);
    const tab: Tab = { work, standing: keeper.standing, problem: null };
    this.#set({ tabs: [...this.#desk.tabs.filter((each) => each.work.id !== work.id), tab] });
  }

  readonly #save: Hands["save"] = async (slug, id, content, version) => {
    const post = await this.#hands.save(slug, id, content, version);
    this.#hands.took(post);
    return post;
  };

  #remove(id: string): void {
    this.#keepers.delete(id);
    const at = this.#desk.tabs.findIndex((tab) => tab.work.id === id);
    const tabs = this.#desk.tabs.filter((tab) => tab.work.id !== id);
    this.#set({ tabs, current: this.#desk.current === id ? (tabs[Math.min(at, tabs.length - 1)]?.work.id ?? null) : this.#desk.current });
  }

  #show(work: Work, standing: Standing, problem?: Problem | null): void {
    this.#set({ tabs: this.#desk.tabs.map((tab) => (tab.work.id === work.id ? { work, standing, problem: problem === undefined ? tab.problem : problem } : tab)) });
  }

  #set(change: Partial<Desk>): void {
    this.#desk = { ...this.#desk, ...change };
    this.#listeners.forEach((listener) => listener());
  }
}
