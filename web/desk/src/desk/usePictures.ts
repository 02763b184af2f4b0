import { useMemo } from "react";
import { pictureAddress } from "../api/media.ts";
import { lookUp } from "../api/calls.ts";
import { Refused } from "../api/client.ts";
import type { LookUp, Upload } from "../composer/index.ts";
import { type Parcels, TooMuch } from "../kept/parcels.ts";
import { useWords } from "../words/words.tsx";

/** What a composer needs of the server for one post of a live page: to take pictures in, and to look addresses up. */
export function usePictures(parcels: Parcels, post: string): { upload: Upload; picture(media: string): string; lookUp: LookUp } {
  const w = useWords();
  return useMemo(() => ({
    picture: pictureAddress,
    async lookUp(url, as) {
      try {
        return await lookUp(url, as);
      } catch (error) {
        // The composer has a sentence of its own for a network that is not there.
        throw error instanceof Refused ? error : new Error("");
      }
    },
    async upload(file, { block, item, after }, progress) {
      try {
        return { id: await parcels.give({ post, block, after, ...(item === undefined ? {} : { item }) }, file, { progress }) };
      } catch (error) {
        throw error instanceof TooMuch ? new Error(error.why === "large" ? w.write.fileTooLarge : w.write.filesWaiting) : error;
      }
    },
  }), [parcels, post, w]);
}
