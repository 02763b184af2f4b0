import { useMemo } from "react";
import { pictureAddress } from "../api/media.ts";
import type { Upload } from "../composer/index.ts";
import { type Parcels, TooMuch } from "../kept/parcels.ts";
import { useWords } from "../words/words.tsx";

/** What a composer needs to take pictures into one post. */
export function usePictures(parcels: Parcels, post: string): { upload: Upload; picture(media: string): string } {
  const w = useWords();
  return useMemo(() => ({
    picture: pictureAddress,
    async upload(file, { block, item, after }, progress) {
      try {
        return { id: await parcels.give({ post, block, after, ...(item === undefined ? {} : { item }) }, file, { progress }) };
      } catch (error) {
        throw error instanceof TooMuch ? new Error(error.why === "large" ? w.write.fileTooLarge : w.write.filesWaiting) : error;
      }
    },
  }), [parcels, post, w]);
}
