// Pictures on their way. Each is kept on this device before anything is sent, sent once there is a road, and put into its post whatever has become of that meanwhile. Words never wait for one.
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Block } from "../api/types.ts";
import type { Sent } from "../api/media.ts";
import { pause } from "./errands.ts";

export interface Parcel {
  key: string;
  by: string;
  slug: string;
  /** The post that it is for, and the block in it; none where a form asked, which takes the file itself and is gone with its tab. */
  post: string;
  block: string | null;
  /** Which picture of a gallery it is; -1 for one that was taken out meanwhile. */
  item?: number;
  /** The writer took its card out, so it is not to come back. */
  unwanted?: boolean;
  /** The block it stands after, should the post have gone out without it. */
  after: string | null;
  name: string;
  file: Blob;
  /** What the library calls it, once it is there and only its place is still to be taken. */
  media?: string;
}

export type Placed = Parcel & { block: string };

/** How many files may wait on a device, and how large one may be: the server takes none that is larger. */
export const mostParcels = 50;
export const mostBytes = 40 * 1024 * 1024;

export interface Places {
  shelf: ParcelShelf;
  by: string;
  slug: string;
  send(file: Blob, name: string, progress: (share: number) => void): Promise<Sent>;
  /** Puts a picture into its post; false when that cannot be done yet. */
  place(parcel: Placed, media: string): Promise<boolean>;
  /** Hears of a picture that its post does not take any more, with what the server said of it: it is in the library, and its sender has to know. */
  left(parcel: Placed, sentence: string): void;
  now(): string;
}

export interface Told {
  /** How much has gone out; null while it waits on this device. */
  progress(share: number | null): void;
}

export class TooMuch extends Error {
  readonly why: "many" | "large";

  constructor(why: "many" | "large") {
    super(why);
    this.why = why;
  }
}

/** The post does not take the picture, and will not: it is gone, or no longer its writer's. */
export class NoPlace extends Error {}

interface Waiting {
  told: Told;
  arrived(media: string): void;
  refused(sentence: string): void;
}

export class Parcels {
  readonly #places: Places;
  readonly #waiting = new Map<string, Waiting>();
  #parcels: Parcel[] = [];
  #running = false;
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(places: Places) {
    this.#places = places;
  }

  /** Takes up what an earlier tab left. */
  async start(): Promise<void> {
    const kept = (await this.#places.shelf.all()).filter(({ by, slug }) => by === this.#places.by && slug === this.#places.slug);
    this.#parcels = [...kept.filter(({ key }) => !this.#parcels.some((each) => each.key === key)), ...this.#parcels];
    this.wake();
  }

  /** Hands a file in. Answers with its name in the library, however long that takes; a refusal rejects with the server's sentence. */
  async give(to: Pick<Parcel, "post" | "block" | "item" | "after">, file: File, told: Told): Promise<string> {
    if (file.size > mostBytes) throw new TooMuch("large");
    if (this.#parcels.length >= mostParcels) throw new TooMuch("many");
    const { by, slug, shelf } = this.#places;
    const parcel: Parcel = { key: this.#places.now(), by, slug, ...to, name: file.name, file };
    this.#parcels = [...this.#parcels, parcel];
    // A device that keeps nothing can still send.
    if (parcel.block !== null) await shelf.put(parcel).catch(() => {});
    return new Promise((arrived, refused) => {
      this.#waiting.set(parcel.key, { told, arrived, refused: (sentence) => refused(new Error(sentence)) });
      this.wake();
    });
  }

  /** Network or session is back, or the post has moved on. */
  wake(): void {
    clearTimeout(this.#timer);
    void this.#run();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    let stuck = false;
    try {
      for (const parcel of [...this.#parcels]) if (!(await this.#carry(parcel))) stuck = true;
    } finally {
      this.#running = false;
    }
    if (stuck) this.#timer = setTimeout(() => this.wake(), pause(this.#tries++, Math.random()));
    else if (this.#parcels.length > 0) this.wake();
    else this.#tries = 0;
  }

  // False when it has to be tried again.
  async #carry(parcel: Parcel): Promise<boolean> {
    const waiting = this.#waiting.get(parcel.key);
    let { media } = parcel;
    if (media === undefined) {
      const sent = await this.#places.send(parcel.file, parcel.name, (share) => waiting?.told.progress(share));
      if (sent.kind === "refused") {
        await this.#drop(parcel);
        waiting?.refused(sent.sentence);
        return true;
      }
      if (sent.kind !== "done") {
        waiting?.told.progress(null);
        return false;
      }
      media = sent.id;
      this.#parcels = this.#parcels.map((each) => (each.key === parcel.key ? { ...each, media: sent.id } : each));
      if (parcel.block !== null) await this.#places.shelf.put({ ...parcel, media }).catch(() => {});
      waiting?.arrived(media);
    }
    // Where it belongs may have changed while it was on its way.
    const { block, ...now } = this.#parcels.find(({ key }) => key === parcel.key) ?? parcel;
    if (block !== null && !now.unwanted && !(await this.#put({ ...now, block }, media))) return false;
    await this.#drop(parcel);
    return true;
  }

  async #put(parcel: Placed, media: string): Promise<boolean> {
    try {
      return await this.#places.place(parcel, media);
    } catch (error) {
      if (!(error instanceof NoPlace)) throw error;
      this.#places.left(parcel, error.message);
      return true;
    }
  }

  /** The writer changed the post: pictures on their way follow their cards, and one whose card was taken out stays out. */
  follow(post: string, before: readonly Block[], after: readonly Block[]): void {
    if (!this.#parcels.some((parcel) => parcel.post === post)) return;
    this.#parcels = this.#parcels.map((parcel) => {
      if (parcel.post !== post || parcel.block === null) return parcel;
      const next = following(parcel as Placed, before, after);
      if (next !== parcel) void this.#places.shelf.put(next).catch(() => {});
      return next;
    });
  }

  async #drop({ key }: Parcel): Promise<void> {
    this.#waiting.delete(key);
    this.#parcels = this.#parcels.filter((each) => each.key !== key);
    await this.#places.shelf.drop(key).catch(() => {});
  }
}

// Pictures of a gallery have no names. One that was not touched is the same object still, so it is known again wherever it was moved to.
function following(parcel: Placed, before: readonly Block[], after: readonly Block[]): Placed {
  const [was, is] = [before, after].map((blocks) => blocks.find(({ id }) => id === parcel.block));
  if (was && !is) return { ...parcel, unwanted: true };
  if (is && parcel.unwanted) return { ...parcel, unwanted: false };
  if (parcel.item === undefined || was?.kind !== "gallery" || is?.kind !== "gallery") return parcel;
  const [old, now] = [was.items ?? [], is.items ?? []];
  const held = old[parcel.item];
  const item = held === undefined ? parcel.item : now.includes(held) ? now.indexOf(held) : now.length < old.length ? -1 : parcel.item;
  return item === parcel.item ? parcel : { ...parcel, item };
}

/** The blocks with the picture in its place; null when it stands there already. One that went out without the block gets it back, after the one it stood behind. */
export function withPicture(blocks: readonly Block[], { block, item, after }: Pick<Placed, "block" | "item" | "after">, media: string): Block[] | null {
  const at = blocks.findIndex(({ id }) => id === block);
  if (item !== undefined) {
    const gallery = blocks[at];
    const picture = gallery?.kind === "gallery" ? gallery.items?.[item] : undefined;
    if (gallery?.kind !== "gallery" || !picture || picture.media) return null;
    return blocks.with(at, { ...gallery, items: gallery.items!.with(item, { ...picture, media }) });
  }
  if (at < 0) {
    const behind = blocks.findIndex(({ id }) => id === after);
    return blocks.toSpliced(behind < 0 ? blocks.length : behind + 1, 0, { kind: "image", id: block, media });
  }
  const held = blocks[at]!;
  // Somebody chose another file for it, or made another thing of it: theirs is newer.
  if (held.kind !== "image" || held.media) return null;
  return blocks.with(at, { ...held, media });
}

/** The blocks that can go out now: a picture of which there is nothing yet, neither file nor words, waits behind. */
export const readyBlocks = (blocks: readonly Block[]): Block[] =>
  blocks.filter((block) => block.kind !== "image" || block.media || block.alt?.trim() || block.sourceUrl || (block.caption && JSON.stringify(block.caption) !== "[]"));

interface Schema extends DBSchema {
  parcels: { key: string; value: Parcel };
}

/** Where they wait on this device: a shelf of their own, since files are large and drafts must not wait for them. */
export class ParcelShelf {
  readonly #db: Promise<IDBPDatabase<Schema>>;

  constructor(name = "dateline-parcels") {
    this.#db = openDB<Schema>(name, 1, { upgrade: (db) => void db.createObjectStore("parcels", { keyPath: "key" }) });
  }

  async all(): Promise<Parcel[]> {
    return await (await this.#db).getAll("parcels");
  }

  async put(parcel: Parcel): Promise<void> {
    await (await this.#db).put("parcels", parcel);
  }

  async drop(key: string): Promise<void> {
    await (await this.#db).delete("parcels", key);
  }
}
