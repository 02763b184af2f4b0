// This device's shelf: drafts and what waits to be sent, in IndexedDB. A tab that dies loses at most the pause since the last key.
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Errand } from "./errands.ts";
import type { Work } from "./work.ts";

interface Schema extends DBSchema {
  works: { key: string; value: Work; indexes: { page: [string, string] } };
  errands: { key: string; value: Errand };
}

export class Shelf {
  readonly #db: Promise<IDBPDatabase<Schema>>;

  constructor(name = "dateline-desk") {
    this.#db = openDB<Schema>(name, 1, {
      upgrade(db) {
        db.createObjectStore("works", { keyPath: "id" }).createIndex("page", ["by", "slug"]);
        db.createObjectStore("errands", { keyPath: "key" });
      },
    });
  }

  async works(by: string, slug: string): Promise<Work[]> {
    return await (await this.#db).getAllFromIndex("works", "page", [by, slug]);
  }

  async keep(work: Work): Promise<void> {
    await (await this.#db).put("works", work);
  }

  async drop(id: string): Promise<void> {
    await (await this.#db).delete("works", id);
  }

  async errands(): Promise<Errand[]> {
    return await (await this.#db).getAll("errands");
  }

  async send(errand: Errand): Promise<void> {
    await (await this.#db).put("errands", errand);
  }

  /** What was written goes out of the drafts and into the outbox in one step: never in neither, never in both. */
  async hand(errands: Errand[], work: string): Promise<void> {
    const both = (await this.#db).transaction(["works", "errands"], "readwrite");
    await Promise.all([...errands.map((errand) => both.objectStore("errands").put(errand)), both.objectStore("works").delete(work), both.done]);
  }

  async done(key: string): Promise<void> {
    await (await this.#db).delete("errands", key);
  }
}
