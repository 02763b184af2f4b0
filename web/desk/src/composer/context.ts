import { createContext, useContext } from "react";
import type { Words } from "./words.ts";

/** What every part of a composer needs from its surroundings. */
export interface Surroundings {
  words: Words;
  language: string;
  direction: "ltr" | "rtl";
  /** Keeps a file in the media library; a failure's message is a sentence for the writer. Absent where files cannot be taken. */
  upload: ((file: File) => Promise<{ id: string }>) | null;
  /** The address of a picture in the media library, small. */
  picture: ((media: string) => string) | null;
  say(sentence: string): void;
}

const Context = createContext<Surroundings | null>(null);
export const SurroundingsProvider = Context.Provider;

export function useSurroundings(): Surroundings {
  const surroundings = useContext(Context);
  if (!surroundings) throw new Error("This part belongs inside a composer.");
  return surroundings;
}
