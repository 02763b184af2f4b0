import { createContext, type ReactNode, useContext } from "react";
import type { Block } from "../api/types.ts";
import type { Takes } from "./model/files.ts";
import type { Words } from "./words.ts";

/** Where a file belongs: its block, which picture of a gallery or which of its files it is, and the block before. So it finds its place even when the composer is gone by then. */
export interface Home {
  block: string | null;
  item?: number | undefined;
  /** What it has to be. */
  takes: Takes;
  /** What it is of its block, when not the file itself. */
  as?: "poster" | "artwork" | "captions" | undefined;
  /** The file that it replaces. */
  over?: string | undefined;
  after: string | null;
  /** The block as it is, should the post go out without it, or without the picture that was empty in it. */
  card?: Block;
}

/** How much has gone out, up to 1, when the server looks at it; or that it waits: kept on this device, or held while the page is open. */
export type Share = number | "kept" | "held";

/** Keeps a file in the media library, and answers with its name there and, of a video, a frame's; a failure's message is a sentence for the writer. It may take long: without a network the file waits.
    @param to Where it belongs; without a block, only whoever asked can take it. */
export type Upload = (file: File, to: Home, progress: (share: Share) => void) => Promise<{ id: string; poster?: string | undefined }>;

/** What is to be said of a block's file now: how far it has gone out, whether readers can be given it. */
export type FileState = (block: string | null, media: string | null) => ReactNode;

/** A block as readers would have it. */
export interface Shown {
  html: string;
  /** What the page says of a chart when the writer does not. */
  summary?: string | null;
}

/** Shows a block as readers would have it: the address of the sheet that it is put on, and how it is had. */
export interface Showing {
  sheet: string;
  show(block: Block, signal: AbortSignal): Promise<Shown>;
}

/** What became of an address that was looked up: a block made of what is there, and what its site kept to itself. */
export interface LookedUp {
  block: Block;
  missing?: string | undefined;
}

/** Has the server look at an address; a failure's message is a sentence for the writer. */
export type LookUp = (url: string, as?: "card") => Promise<LookedUp>;

/** A file that the newsroom has already, with what is known about it. */
export interface Had {
  id: string;
  alt?: string | null | undefined;
  caption?: string | null | undefined;
  credit?: string | null | undefined;
  creditKind?: string | null | undefined;
  poster?: string | null | undefined;
  /** Of a document. */
  title?: string | null | undefined;
  source?: string | null | undefined;
  firstPage?: string | null | undefined;
}

/** What the library knows of a document, and what its file says of itself, which readers can see too. */
export interface KnownDocument {
  pages: number;
  bytes: number;
  firstPage: string;
  title?: string | null | undefined;
  author?: string | null | undefined;
  program?: string | null | undefined;
}

/** Asks the library about a document; null when it has none of this name, or cannot be asked. */
export type AskDocument = (media: string) => Promise<KnownDocument | null>;

/** Has the writer choose a file of the library; null when they chose none. */
export type ChooseFile = (takes: Takes) => Promise<Had | null>;

/** What every part of a composer needs from its surroundings. */
export interface Surroundings {
  words: Words;
  language: string;
  direction: "ltr" | "rtl";
  /** Absent where files cannot be taken. */
  upload: Upload | null;
  /** Absent where there is no library. */
  fileState: FileState | null;
  /** The address of a picture in the media library, small. */
  picture: ((media: string) => string) | null;
  /** Absent where there is no server to ask. */
  showing: Showing | null;
  /** Absent where nothing can be looked up. */
  lookUp: LookUp | null;
  /** Absent where there is no library. */
  chooseFile: ChooseFile | null;
  /** Absent where there is no library. */
  askDocument: AskDocument | null;
  say(sentence: string): void;
}

/** The card that a form belongs to, and which of its items a field is in. */
export const CardHome = createContext<(() => Pick<Home, "block" | "after" | "card">) | null>(null);
export const ItemOf = createContext<number | undefined>(undefined);

const Context = createContext<Surroundings | null>(null);
export const SurroundingsProvider = Context.Provider;

export function useSurroundings(): Surroundings {
  const surroundings = useContext(Context);
  if (!surroundings) throw new Error("This part belongs inside a composer.");
  return surroundings;
}
