// Keeps one piece of work: at every pause in typing on this device, and a little later as the working copy on the server.
import { type Problem, Refused, Unreachable } from "../api/client.ts";
import type { Content, Post } from "../api/types.ts";
import { isBusy, pause } from "./errands.ts";
import { type Work, contentOf, isBlank, kept, same, sendable } from "./work.ts";

/** The first key is kept on this device at once, and those after it this often: that much a dying tab can lose. */
export const shortPause = 100;
/** A pause in typing this long is a moment to keep it on the server; who never pauses is kept there this often all the same. */
export const longPause = 1_500;
export const mostUnsent = 10_000;

export type Standing =
  | { kind: "typing" }
  | { kind: "on this device"; why: "not sent yet" | "offline" | "signed out" }
  | { kind: "server waits"; sentence: string }
  | { kind: "on the server" }
  | { kind: "not kept"; sentence: string }
  | { kind: "refused"; problem: Problem }
  | { kind: "changed by another"; theirs: Post };

interface Places {
  keep(work: Work): Promise<void>;
  save(slug: string, id: string, content: Content, version: number | null): Promise<Post>;
  /** Told of every change of the work that the keeper itself makes, and of where it stands. */
  tell(work: Work, standing: Standing): void;
}

export class Keeper {
  #work: Work;
  readonly #places: Places;
  #standing: Standing;
  #short: ReturnType<typeof setTimeout> | undefined;
  #long: ReturnType<typeof setTimeout> | undefined;
  #unkept = false;
  #unsentSince: number | null = null;
  #saving: Promise<void> | null = null;
  #tries = 0;
  #stopped = false;
  #lastSent: Content | null = null;

  constructor(work: Work, places: Places) {
    this.#work = work;
    this.#places = places;
    this.#standing = work.typed > work.sent ? { kind: "on this device", why: "not sent yet" } : { kind: "on the server" };
    if (work.typed > work.sent) this.#later();
  }

  get work(): Work {
    return this.#work;
  }

  get standing(): Standing {
    return this.#standing;
  }

  typed(work: Work): void {
    this.#work = work;
    this.#unkept = true;
    this.#unsentSince ??= work.at;
    if (this.#standing.kind !== "changed by another") this.#say({ kind: "typing" });
    if (this.#short === undefined) {
      void this.#keep();
      this.#short = setTimeout(() => this.#keepOn(), shortPause);
    }
    if (work.at - this.#unsentSince < mostUnsent) this.#later();
  }

  // While keys keep coming, what they wrote is kept as often as the pause is long.
  #keepOn(): void {
    this.#short = this.#unkept ? setTimeout(() => this.#keepOn(), shortPause) : undefined;
    if (this.#unkept) void this.#keep();
  }

  /** Both versions were looked at: this one goes on from theirs. */
  settled(work: Work): void {
    this.#standing = { kind: "typing" };
    this.#unsentSince = null;
    this.typed(work);
  }

  /** Nothing more is sent from here; what is under way is waited for. Answers with the work as it then stands. */
  async stop(): Promise<Work> {
    this.#stopped = true;
    clearTimeout(this.#short);
    this.#short = undefined;
    clearTimeout(this.#long);
    await this.#saving;
    return this.#work;
  }

  /** As when a tab is put away: keeps now what the next pause would have kept. */
  async flush(): Promise<void> {
    if (this.#unkept) await this.#keep();
  }

  /** The network or the session is back. */
  wake(): void {
    this.#tries = 0;
    if (this.#work.typed > this.#work.sent && !this.#stopped) {
      clearTimeout(this.#long);
      this.#long = setTimeout(() => void this.#save(), 0);
    }
  }

  async #keep(): Promise<void> {
    this.#unkept = false;
    try {
      await this.#places.keep(this.#work);
      if (this.#standing.kind === "typing") this.#say({ kind: "on this device", why: "not sent yet" });
    } catch (error) {
      // A full disk or a private window: the server is then the only place, so it is told at once.
      this.#say({ kind: "not kept", sentence: error instanceof Error ? error.message : String(error) });
      clearTimeout(this.#long);
      this.#long = setTimeout(() => void this.#save(), 0);
    }
  }

  #later(wait = longPause): void {
    clearTimeout(this.#long);
    if (!this.#stopped) this.#long = setTimeout(() => void this.#save(), wait);
  }

  async #save(): Promise<void> {
    if (this.#stopped || this.#standing.kind === "changed by another") return;
    if (this.#saving) return this.#later();
    // An empty post is nobody's business yet.
    if (this.#work.version === null && isBlank(this.#work)) return;
    this.#saving = this.#send();
    await this.#saving;
    this.#saving = null;
    if (!this.#stopped && this.#standing.kind === "on the server" && this.#work.typed > this.#work.sent) this.#later();
  }

  async #send(): Promise<void> {
    const { slug, id, version, typed } = this.#work;
    const content = sendable(this.#work.content);
    const before = this.#lastSent;
    this.#lastSent = content;
    this.#unsentSince = null;
    try {
      const post = await this.#places.save(slug, id, content, version);
      this.#tries = 0;
      this.#work = kept(this.#work, { typed, content }, post);
      await this.#places.keep(this.#work).catch(() => {});
      this.#say(this.#work.typed > typed ? { kind: "typing" } : { kind: "on the server" });
    } catch (error) {
      this.#fail(error, before);
    }
  }

  #fail(error: unknown, before: Content | null): void {
    if (error instanceof Refused) {
      const theirs = error.problem.post;
      if (error.status === 409 && theirs) {
        // What stands is what was sent from here, in a request whose answer was lost, or what this goes on from anyway: nobody else changed it.
        if (same(contentOf(theirs), before) || same(contentOf(theirs), this.#work.base)) {
          this.#work = { ...this.#work, version: theirs.revision, base: contentOf(theirs) };
          return this.#later(0);
        }
        return this.#say({ kind: "changed by another", theirs });
      }
      if (error.status === 401) return this.#say({ kind: "on this device", why: "signed out" });
      if (!isBusy(error.status)) return this.#say({ kind: "refused", problem: error.problem });
      this.#say({ kind: "server waits", sentence: error.problem.title });
      return this.#later(pause(this.#tries++, Math.random()));
    } else if (!(error instanceof Unreachable)) throw error;
    this.#say({ kind: "on this device", why: "offline" });
    this.#later(pause(this.#tries++, Math.random()));
  }

  #say(standing: Standing): void {
    this.#standing = standing;
    this.#places.tell(this.#work, standing);
  }
}
