import { useEffect, useRef, useState } from "react";
import { posts } from "../api/calls.ts";
import { Refused } from "../api/client.ts";
import { type Arrived, sendFile } from "../api/media.ts";
import type { Post } from "../api/types.ts";
import { useAtTheDesk } from "../app/session-context.ts";
import type { Desktop } from "../kept/desktop.ts";
import { NoPlace, Parcels, ParcelShelf, type Placed, withFile } from "../kept/parcels.ts";
import { uuid7 } from "../kept/uuid7.ts";
import { contentOf } from "../kept/work.ts";
import { say } from "../ui/notices.tsx";
import { useWords } from "../words/words.tsx";

const shelf = new ParcelShelf();

/** The files that whoever is signed in sends to this live page. */
export function useParcels(slug: string, desktop: Desktop, took: (post: Post) => void): Parcels {
  const { session, turn } = useAtTheDesk();
  const w = useWords();
  const words = useRef(w);
  useEffect(() => { words.current = w; });
  const [parcels] = useState(() => new Parcels({
    shelf, by: session.member.id, slug, send: sendFile,
    place: (parcel, file) => place(parcel, file, desktop, (post) => {
      took(post);
      if (post.state === "published") say(words.current.write.fileFollowed(parcel.name, post.headline ?? ""), true);
    }),
    left: ({ name }, sentence) => say(words.current.write.pictureLeft(name, sentence), true),
    refused: ({ name }, sentence) => say(words.current.write.fileRefused(name, sentence), true),
    another: (takes) => words.current.write.another[takes],
    now: () => uuid7(Date.now()),
  }));
  useEffect(() => {
    void parcels.start();
    const wake = () => parcels.wake();
    // The browser asks whether to leave: a file that is too large for the device is nowhere else yet.
    const ask = (event: BeforeUnloadEvent) => { if (parcels.holds) event.preventDefault(); };
    addEventListener("online", wake);
    addEventListener("beforeunload", ask);
    return () => {
      removeEventListener("beforeunload", ask);
      removeEventListener("online", wake);
      parcels.stop();
    };
  }, [parcels]);
  useEffect(() => {
    if (turn > 0) parcels.wake();
  }, [parcels, turn]);
  return parcels;
}

// Where the post is now: open here, still going out, or with the server.
async function place(parcel: Placed, file: Pick<Arrived, "id" | "poster">, desktop: Desktop, took: (post: Post) => void): Promise<boolean> {
  const { tabs, waiting, ready } = desktop.snapshot();
  if (!ready) return false;
  const open = tabs.find((tab) => tab.work.id === parcel.post)?.work;
  if (open) {
    const blocks = withFile(open.content.blocks ?? [], parcel, file);
    if (blocks) desktop.type(open.id, { content: { ...open.content, blocks } });
    return true;
  }
  if (waiting.some((errand) => errand.post === parcel.post)) return false;
  try {
    const post = await posts.show(parcel.slug, parcel.post);
    const content = contentOf(post);
    const blocks = withFile(content.blocks ?? [], parcel, file);
    if (blocks) took(await posts.save(parcel.slug, parcel.post, { ...content, blocks }, post.revision));
    return true;
  } catch (error) {
    // A post that is gone, or no longer theirs to write, takes no file; that stays in the library. Anything else (another version came between, no network) is looked at again.
    if (error instanceof Refused && (error.status === 404 || error.status === 403 || error.status === 422)) throw new NoPlace(error.problem.problems?.[0]?.sentence ?? error.problem.title);
    return false;
  }
}
