// The pictures that the newsroom has, and what is known about them.
import { call } from "./client.ts";
import type { Schemas } from "./types.ts";

export type Picture = Schemas["LibraryPicture"];
export type Details = Schemas["PictureDetails"];
export type ShownPicture = Schemas["ShownPicture"];

const media = "/api/v1/media";

export const library = {
  find(words: string, before: string | null, signal?: AbortSignal): Promise<Schemas["Library"]> {
    const query = new URLSearchParams();
    if (words.trim()) query.set("q", words.trim());
    if (before) query.set("before", before);
    return call("GET", query.size > 0 ? `${media}?${query}` : media, signal ? { signal } : {});
  },
  show: (hash: string, signal?: AbortSignal) => call<ShownPicture>("GET", `${media}/${hash}`, signal ? { signal } : {}),
  describe: (hash: string, details: Partial<Record<keyof Details, string>>) => call<Picture>("PATCH", `${media}/${hash}`, { body: details }),
};
