import { createContext, useContext } from "react";
import type { Block } from "../api/types.ts";
import type { Words } from "./words.ts";

/** Keeps a file in the media library; a failure's message is a sentence for the writer. It may take long: without a network the file waits on this device.
    @param to The block that the file is for and the one it stands after, so that it finds its place even when the composer is gone by then; no block where a form asks.
    @param progress Told how much has gone out; null while the file waits. */
export type Upload = (file: File, to: { block: string | null; after: string | null }, progress: (share: number | null) => void) => Promise<{ id: string }>;

/** What became of an address that was looked up: a block made of what is there, and what its site kept to itself. */
export interface LookedUp {
  block: Block;
  missing?: string | undefined;
}

/** Has the server look at an address; a failure's message is a sentence for the writer. */
export type LookUp = (url: string, as?: "card") => Promise<LookedUp>;

/** What every part of a composer needs from its surroundings. */
export interface Surroundings {
  words: Words;
  language: string;
  direction: "ltr" | "rtl";
  /** Absent where files cannot be taken. */
  upload: Upload | null;
  /** The address of a picture in the media library, small. */
  picture: ((media: string) => string) | null;
  /** Absent where nothing can be looked up. */
  lookUp: LookUp | null;
  /** The address of a page that shows a block as readers would see it; null where there is none. */
  preview: ((block: Block) => string) | null;
  say(sentence: string): void;
}

const Context = createContext<Surroundings | null>(null);
export const SurroundingsProvider = Context.Provider;

export function useSurroundings(): Surroundings {
  const surroundings = useContext(Context);
  if (!surroundings) throw new Error("This part belongs inside a composer.");
  return surroundings;
}
