import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { posts } from "../api/calls.ts";
import type { Post } from "../api/types.ts";
import { useAtTheDesk } from "../app/session-context.ts";
import type { Errand } from "../kept/errands.ts";
import { Desktop } from "../kept/desktop.ts";
import { Shelf } from "../kept/shelf.ts";
import { uuid7 } from "../kept/uuid7.ts";

const shelf = new Shelf();

/** The drafts and the outbox of whoever is signed in, on this live page. */
export function useDesktop(slug: string, took: (post: Post) => void, onReleased: (errand: Errand, post: Post) => void, onSorry: (error: unknown) => void) {
  const { session, turn } = useAtTheDesk();
  const tell = useRef(took);
  const released = useRef(onReleased);
  const sorry = useRef(onSorry);
  useEffect(() => {
    tell.current = took;
    released.current = onReleased;
    sorry.current = onSorry;
  });
  const [desktop] = useState(() => new Desktop(slug, {
    shelf, member: session.member, now: () => Date.now(), took: (post) => tell.current(post),
    recall: (page, id) => posts.do(page, id, "unschedule", { body: {}, key: uuid7(Date.now()) }),
    released: (errand, post) => released.current(errand, post),
    sorry: (error) => sorry.current(error),
    save: (page, id, content, version) => posts.save(page, id, content, version),
  }));
  const started = useRef(false);
  useEffect(() => {
    if (!started.current) void desktop.start();
    started.current = true;
    const wake = () => desktop.wake();
    const flush = () => void desktop.flush();
    const hidden = () => (document.visibilityState === "hidden" ? flush() : wake());
    addEventListener("online", wake);
    addEventListener("pagehide", flush);
    document.addEventListener("visibilitychange", hidden);
    return () => {
      removeEventListener("online", wake);
      removeEventListener("pagehide", flush);
      document.removeEventListener("visibilitychange", hidden);
      flush();
    };
  }, [desktop]);
  useEffect(() => {
    if (turn > 0) desktop.wake();
  }, [desktop, turn]);
  return [desktop, useSyncExternalStore(desktop.subscribe, desktop.snapshot)] as const;
}
