// The pictures, recordings and documents that the newsroom has, and what is known about them.
import { call } from "./client.ts";
import type { Schemas } from "./types.ts";

export type LibraryFile = Schemas["LibraryFile"];
export type Details = Schemas["MediaDetails"];
export type FileType = LibraryFile["type"];

/** What is looked for; what is empty may be anything. */
export interface Question {
  words: string;
  type: FileType | "";
  from: string;
  to: string;
}

const media = "/api/v1/media";

export const library = {
  find({ words, type, from, to }: Question, before: string | null, signal?: AbortSignal): Promise<Schemas["Library"]> {
    const query = new URLSearchParams();
    for (const [name, asked] of [["q", words.trim()], ["type", type], ["from", from], ["to", to], ["before", before]] as const) if (asked) query.set(name, asked);
    return call("GET", query.size > 0 ? `${media}?${query}` : media, signal ? { signal } : {});
  },
  show: (hash: string, signal?: AbortSignal) => call<LibraryFile>("GET", `${media}/${hash}`, signal ? { signal } : {}),
  crop: (hash: string, part: Schemas["Crop"]) => call<Schemas["Media"]>("POST", `${media}/${hash}/crops`, { body: part }),
  describe: (hash: string, details: Partial<Record<keyof Details, string>>) => call<LibraryFile>("PATCH", `${media}/${hash}`, { body: details }),
};

/** Under which the file of this hash is kept among what was asked. */
export const fileKey = (hash: string | null) => ["file", hash] as const;
