// Files on their way. Each is kept on this device before anything is sent, unless it is too large for that; sent once there is a road, and put into its post whatever has become of that meanwhile. Words never wait for one.
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Block, BlockOf } from "../api/types.ts";
import type { Arrived, Sent } from "../api/media.ts";
import { type Takes, withMedia } from "../composer/model/files.ts";
import { same } from "../composer/model/merge.ts";
import { isEmpty } from "../composer/model/written.ts";
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
  /** What it has to be; a picture when nothing is said. */
  takes?: Takes;
  /** What it is of its block, when not the file itself. */
  as?: "poster" | "artwork" | "captions";
  /** The file that stood there when this one was chosen in its place. */
  over?: string;
  /** Its block as it was last seen, should the post have gone out without it. */
  card?: Block;
  /** The writer took its card out, so it is not to come back. */
  unwanted?: boolean;
  /** The block it stands after, should the post have gone out without it. */
  after: string | null;
  name: string;
  file: Blob;
  /** What the library calls it, once it is there and only its place is still to be taken. */
  media?: string;
  /** The frame of a video that came with it. */
  poster?: string;
}

export type Placed = Parcel & { block: string };

const megabyte = 1024 * 1024;

/** How many files may wait on a device. */
export const mostParcels = 50;

/** How large one may be to wait on a device, over a restart too. A larger one waits while its page stays open: browsers give a page so much room and no more, and words need it. */
export const mostKept = 40 * megabyte;

/** How large a file may be at all, in megabytes: the server takes none that is larger. */
export const mostMegabytes = (takes: Takes | undefined): number => (isRecording({ takes }) ? 500 : 40);

/** How much has gone out, up to 1, when the server looks at it; or that it waits for a road: kept on this device, or held while its page is open. */
export type Share = number | "kept" | "held";

export interface Places {
  shelf: ParcelShelf;
  by: string;
  slug: string;
  send(file: Blob, name: string, progress: (share: number) => void): Promise<Sent>;
  /** Puts a file into its post; false when that cannot be done yet. */
  place(parcel: Placed, file: Pick<Arrived, "id" | "poster">): Promise<boolean>;
  /** Hears of a file that its post does not take any more, with what the server said of it: it is in the library, and its sender has to know. */
  left(parcel: Placed, sentence: string): void;
  /** Hears of a file that was refused when whoever gave it is gone. */
  refused(parcel: Parcel, sentence: string): void;
  /** What is said of a file that turned out to be something else. */
  another(takes: Takes): string;
  now(): string;
}

export interface Told {
  progress(share: Share): void;
}

export class TooMuch extends Error {
  /** What the most is that such a file may have, in megabytes; null when it is one file too many. */
  readonly most: number | null;

  constructor(most: number | null) {
    super(most === null ? "many" : "large");
    this.most = most;
  }
}

/** The post does not take the file, and will not: it is gone, or no longer its writer's. */
export class NoPlace extends Error {}

interface Lane {
  takes(parcel: Parcel): boolean;
  running: boolean;
  tries: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

interface Waiting {
  told: Told;
  arrived(file: Arrived): void;
  refused(sentence: string): void;
}

export class Parcels {
  readonly #places: Places;
  readonly #waiting = new Map<string, Waiting>();
  // A film takes minutes: pictures do not wait behind it.
  readonly #lanes: readonly Lane[] = [{ takes: (parcel) => !isRecording(parcel), running: false, tries: 0, timer: undefined }, { takes: isRecording, running: false, tries: 0, timer: undefined }];
  readonly #kept = new Set<string>();
  readonly #shares = new Map<string, Share>();
  readonly #listeners = new Set<() => void>();
  #parcels: Parcel[] = [];

  constructor(places: Places) {
    this.#places = places;
  }

  /** Takes up what an earlier tab left. */
  async start(): Promise<void> {
    const kept = (await this.#places.shelf.all()).filter(({ by, slug }) => by === this.#places.by && slug === this.#places.slug);
    for (const { key } of kept) this.#kept.add(key);
    this.#parcels = [...kept.filter(({ key }) => !this.#parcels.some((each) => each.key === key)), ...this.#parcels];
    this.wake();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** How far the file of a block is; null when none is on its way. */
  share(post: string, block: string | null): Share | null {
    const parcel = block === null ? undefined : this.#parcels.find((each) => each.post === post && each.block === block && !each.as && each.media === undefined && !each.unwanted);
    return parcel ? (this.#shares.get(parcel.key) ?? 0) : null;
  }

  /** Whether closing the page now would lose a file. */
  get holds(): boolean {
    return this.#parcels.some(({ key, media }) => media === undefined && !this.#kept.has(key));
  }

  /** Hands a file in. Answers with what the library has, however long that takes; a refusal rejects with the server's sentence. */
  async give(to: Pick<Parcel, "post" | "block" | "item" | "takes" | "as" | "over" | "card" | "after">, file: File, told: Told): Promise<Arrived> {
    const most = mostMegabytes(to.takes);
    if (file.size > most * megabyte) throw new TooMuch(most);
    if (this.#parcels.length >= mostParcels) throw new TooMuch(null);
    const { by, slug, shelf } = this.#places;
    const parcel: Parcel = { key: this.#places.now(), by, slug, ...to, name: file.name, file };
    this.#parcels = [...this.#parcels, parcel];
    this.#changed();
    // A device that keeps nothing can still send.
    if (parcel.block !== null && file.size <= mostKept) await shelf.put(parcel).then(() => this.#kept.add(parcel.key), () => {});
    return new Promise((arrived, refused) => {
      this.#waiting.set(parcel.key, { told, arrived, refused: (sentence) => refused(new Error(sentence)) });
      this.wake();
    });
  }

  /** Network or session is back, or the post has moved on. */
  wake(): void {
    for (const lane of this.#lanes) this.#wake(lane);
  }

  stop(): void {
    for (const { timer } of this.#lanes) clearTimeout(timer);
  }

  #wake(lane: Lane): void {
    clearTimeout(lane.timer);
    void this.#run(lane);
  }

  async #run(lane: Lane): Promise<void> {
    if (lane.running) return;
    lane.running = true;
    let stuck = false;
    try {
      for (const parcel of this.#parcels.filter(lane.takes)) if (!(await this.#carry(parcel))) stuck = true;
    } finally {
      lane.running = false;
    }
    if (stuck) lane.timer = setTimeout(() => this.#wake(lane), pause(lane.tries++, Math.random()));
    else if (this.#parcels.some(lane.takes)) this.#wake(lane);
    else lane.tries = 0;
  }

  #tell({ key }: Parcel, share: Share): void {
    this.#shares.set(key, share);
    this.#waiting.get(key)?.told.progress(share);
    this.#changed();
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }

  // False when it has to be tried again.
  async #carry(parcel: Parcel): Promise<boolean> {
    let { media, poster } = parcel;
    if (media === undefined) {
      // In whole hundredths: what is drawn from it is drawn no oftener.
      const sent = await this.#places.send(parcel.file, parcel.name, (share) => this.#tell(parcel, Math.floor(share * 100) / 100));
      if (sent.kind === "refused") return this.#refuse(parcel, sent.sentence);
      if (sent.kind !== "done") {
        this.#tell(parcel, this.#kept.has(parcel.key) ? "kept" : "held");
        return false;
      }
      const { takes = "image" } = parcel;
      if (sent.file.is !== (takes === "image" ? "picture" : takes)) return this.#refuse(parcel, this.#places.another(takes));
      ({ id: media, poster } = sent.file);
      const there = { media: sent.file.id, ...(sent.file.poster ? { poster: sent.file.poster } : {}) };
      this.#parcels = this.#parcels.map((each) => (each.key === parcel.key ? { ...each, ...there } : each));
      // Its words alone, now: the library has the rest.
      if (parcel.block !== null) await this.#places.shelf.put({ ...parcel, ...there, file: new Blob() }).catch(() => {});
      this.#waiting.get(parcel.key)?.arrived(sent.file);
    }
    // Where it belongs may have changed while it was on its way.
    const { block, ...now } = this.#parcels.find(({ key }) => key === parcel.key) ?? parcel;
    if (block !== null && !now.unwanted && !(await this.#put({ ...now, block }, { id: media, ...(poster ? { poster } : {}) }))) return false;
    await this.#drop(parcel);
    return true;
  }

  async #refuse(parcel: Parcel, sentence: string): Promise<boolean> {
    const waiting = this.#waiting.get(parcel.key);
    await this.#drop(parcel);
    if (waiting) waiting.refused(sentence);
    else this.#places.refused(parcel, sentence);
    return true;
  }

  async #put(parcel: Placed, file: Pick<Arrived, "id" | "poster">): Promise<boolean> {
    try {
      return await this.#places.place(parcel, file);
    } catch (error) {
      if (!(error instanceof NoPlace)) throw error;
      this.#places.left(parcel, error.message);
      return true;
    }
  }

  /** The writer changed the post: files on their way follow their cards, and one whose card was taken out stays out. */
  follow(post: string, before: readonly Block[], after: readonly Block[]): void {
    if (!this.#parcels.some((parcel) => parcel.post === post)) return;
    this.#parcels = this.#parcels.map((parcel) => {
      if (parcel.post !== post || parcel.block === null) return parcel;
      const next = following(parcel as Placed, before, after);
      if (next !== parcel && this.#kept.has(parcel.key)) void this.#places.shelf.put(next).catch(() => {});
      // Not onto the shelf: every key would write the whole file anew.
      const card = after.find(({ id }) => id === parcel.block);
      return card ? { ...next, card } : next;
    });
  }

  async #drop({ key }: Parcel): Promise<void> {
    this.#waiting.delete(key);
    this.#parcels = this.#parcels.filter((each) => each.key !== key);
    this.#shares.delete(key);
    this.#kept.delete(key);
    this.#changed();
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

/** The blocks with the file in its place; null when nothing is to be changed. One that went out without the block gets it back, after the one it stood behind. */
export function withFile(blocks: readonly Block[], parcel: Pick<Placed, "block" | "item" | "takes" | "as" | "over" | "card" | "after">, file: Pick<Arrived, "id" | "poster">): Block[] | null {
  const { block, item, takes = "image", as, after } = parcel;
  const at = blocks.findIndex(({ id }) => id === block);
  if (item !== undefined) {
    const gallery = blocks[at];
    const items = gallery?.kind === "gallery" ? withPicture(gallery.items ?? [], item, parcel, file.id) : null;
    return items && blocks.with(at, { ...gallery, items } as Block);
  }
  if (at < 0) {
    if (as || takes === "captions") return null;
    const behind = blocks.findIndex(({ id }) => id === after);
    const card = parcel.card?.kind === takes ? parcel.card : ({ kind: takes, id: block } as Block);
    return blocks.toSpliced(behind < 0 ? blocks.length : behind + 1, 0, withMedia(card, file));
  }
  const held = blocks[at]!;
  if (as) return (held.kind === "video" || held.kind === "audio") && isFree((held as Partial<Record<typeof as, string>>)[as], parcel) ? blocks.with(at, { ...held, [as]: file.id }) : null;
  // Somebody chose another file for it, or made another thing of it: theirs is newer.
  if (!takesFile(held, takes) || !isFree(held.media, parcel)) return null;
  return blocks.with(at, withMedia(held, file));
}

type Pictures = NonNullable<BlockOf<"gallery">["items"]>;

function withPicture(items: Pictures, item: number, { card, ...parcel }: Pick<Placed, "card" | "over">, media: string): Pictures | null {
  const was = card?.kind === "gallery" ? (card.items ?? []) : [];
  const [left, picture] = [was[item], items[item]];
  // The post went out without it, for it was empty still: it comes back before the one that it stood before.
  if (left && isEmpty(left) && items.length < was.length && !(picture && isEmpty(picture))) {
    const behind = was.slice(item + 1).find((each) => !isEmpty(each));
    const at = behind ? items.findIndex((each) => same(each, behind)) : -1;
    return items.toSpliced(at < 0 ? items.length : at, 0, { ...left, media });
  }
  return picture && isFree(picture.media, parcel) ? items.with(item, { ...picture, media }) : null;
}

const takesFile = (block: Block, takes: Takes): block is BlockOf<"image" | "video" | "audio" | "embed" | "linkCard" | "document"> =>
  takes === "image" ? block.kind === "image" || block.kind === "embed" || block.kind === "linkCard" : takes !== "captions" && block.kind === takes;

const isFree = (media: string | null | undefined, { over }: Pick<Parcel, "over">): boolean => !media || media === over;

const isRecording = ({ takes }: { takes?: Takes | undefined }): boolean => takes === "video" || takes === "audio";

/** The blocks that can go out now: a picture or recording of which there is nothing yet, neither file nor words, waits behind. */
export const readyBlocks = (blocks: readonly Block[]): Block[] => blocks.filter(says);

function says(block: Block): boolean {
  switch (block.kind) {
    case "image": return Boolean(block.media || block.alt?.trim() || block.sourceUrl) || captioned(block.caption);
    case "video": return Boolean(block.media || block.url) || captioned(block.caption);
    case "audio": return Boolean(block.media || block.url || block.show?.trim() || block.episode?.trim()) || captioned(block.caption);
    default: return true;
  }
}

const captioned = (caption: unknown): boolean => Boolean(caption) && JSON.stringify(caption) !== "[]";

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
