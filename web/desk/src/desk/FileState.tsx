import { useCallback, useSyncExternalStore } from "react";
import { useQuery } from "@tanstack/react-query";
import { fileKey, library } from "../api/library.ts";
import { recordingHash } from "../composer/index.ts";
import { wait } from "../kept/asking.ts";
import type { Parcels } from "../kept/parcels.ts";
import { Sentence } from "../ui/Sentence.tsx";
import { useWords } from "../words/words.tsx";
import { RecordingRights } from "./RecordingRights.tsx";

/** What is to be said of a block's file: how far it is on its way, and then whether readers can be given it. */
export function FileState({ parcels, post, block, media }: { parcels: Parcels; post: string; block: string | null; media: string | null }) {
  const w = useWords();
  const share = useSyncExternalStore(parcels.subscribe, useCallback(() => parcels.share(post, block), [parcels, post, block]));
  const hash = recordingHash(media);
  const { data } = useQuery({
    queryKey: fileKey(hash),
    queryFn: ({ signal }) => library.show(hash!, signal),
    enabled: hash !== null,
    staleTime: ({ state: { data } }) => (data?.ready || data?.trouble ? Infinity : 0),
    refetchInterval: ({ state: { data, dataUpdateCount, errorUpdateCount } }) => (data?.ready || data?.trouble ? false : wait(dataUpdateCount + errorUpdateCount)),
  });
  if (share !== null && share !== 1 && typeof share === "number") return <span className="card-state" dir="auto">{w.files.sending} <progress max={1} value={share} aria-label={w.files.sending} /></span>;
  if (share !== null) return <span className="card-state" dir="auto">{share === 1 ? w.files.looking : w.files[share]}</span>;
  if (hash === null) return null;
  if (data?.trouble) return <span className="owed" role="status" dir="auto"><Sentence>{data.trouble}</Sentence></span>;
  return (
    <>
      <span className="card-state" dir="auto" role="status">{data ? (data.ready ? w.files.ready : w.files.making) : ""}</span>
      {data ? <RecordingRights recording={data} /> : null}
    </>
  );
}
