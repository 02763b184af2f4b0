import { useEffect, useMemo, useRef } from "react";
import { pictureAddress } from "../api/media.ts";
import { lookUp } from "../api/calls.ts";
import { library } from "../api/library.ts";
import { Refused } from "../api/client.ts";
import type { AskDocument, FileState as ShowState, LookUp, Upload } from "../composer/index.ts";
import { type Parcels, TooMuch } from "../kept/parcels.ts";
import { say } from "../ui/notices.tsx";
import { useWords } from "../words/words.tsx";
import { FileState } from "./FileState.tsx";

/** What a composer needs of the server for one post of a live page: to take files in, and to tell of documents, and to look addresses up. */
export function useFiles(parcels: Parcels, post: string): { upload: Upload; fileState: ShowState; picture(media: string): string; lookUp: LookUp; askDocument: AskDocument } {
  const w = useWords();
  const gone = useRef(false);
  useEffect(() => { gone.current = false; return () => { gone.current = true; }; }, []);
  return useMemo(() => ({
    picture: pictureAddress,
    fileState: (block, media) => <FileState parcels={parcels} post={post} block={block} media={media} />,
    async lookUp(url, as) {
      try {
        return await lookUp(url, as);
      } catch (error) {
        // The composer has a sentence of its own for a network that is not there.
        throw error instanceof Refused ? error : new Error("");
      }
    },
    async askDocument(media) {
      const hash = /^([0-9a-f]{64})-\d+-\d+\.pdf$/.exec(media)?.[1];
      // One that is on its way, or that cannot be asked about now, is told of when its form opens again.
      const file = hash ? await library.show(hash).catch(() => null) : null;
      return file?.firstPage ? { ...file, pages: file.pages ?? 0, firstPage: file.firstPage } : null;
    },
    async upload(file, { item, as, over, ...to }, progress) {
      try {
        return await parcels.give({ post, ...to, ...(item === undefined ? {} : { item }), ...(as ? { as } : {}), ...(over ? { over } : {}) }, file, { progress });
      } catch (error) {
        const told = error instanceof TooMuch ? new Error(error.most === null ? w.write.filesWaiting : w.write.fileTooLarge(error.most)) : error;
        // The writer is at something else by now, and their composer with its sentence is gone.
        if (gone.current && told instanceof Error) say(w.write.fileRefused(file.name, told.message), true);
        throw told;
      }
    },
  }), [parcels, post, w]);
}
