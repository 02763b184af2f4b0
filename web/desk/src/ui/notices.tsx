// What the desk has to say: a sentence at the foot, read out, gone when dismissed; what went well goes by itself.
import { useEffect, useSyncExternalStore } from "react";
import { Refused, Unreachable } from "../api/client.ts";
import { type Words } from "../words/en.ts";
import { useWords } from "../words/words.tsx";
import { Sentence } from "./Sentence.tsx";

interface Notice {
  id: number;
  sentence: string;
  bad: boolean;
}

/** More than this at once is noise; the oldest goes. */
const mostNotices = 4;
const stays = 6_000;

let notices: readonly Notice[] = [];
let count = 0;
const listeners = new Set<() => void>();

function set(next: readonly Notice[]): void {
  notices = next;
  listeners.forEach((listener) => listener());
}

export function say(sentence: string, bad = false): void {
  set([...notices.filter((notice) => notice.sentence !== sentence), { id: ++count, sentence, bad }].slice(-mostNotices));
}

/** The sentence of whatever went wrong. */
export function sentenceOf(error: unknown, w: Words): string {
  if (error instanceof Refused) return error.problem.problems?.[0]?.sentence ?? error.problem.title;
  if (error instanceof Unreachable) return w.app.notDone;
  throw error;
}

export function Notices() {
  const w = useWords();
  const shown = useSyncExternalStore((listener) => (listeners.add(listener), () => listeners.delete(listener)), () => notices);
  return (
    <div className="notices" role="status">
      {shown.map((notice) => (
        <Shown key={notice.id} notice={notice} dismiss={w.app.dismiss} />
      ))}
    </div>
  );
}

function Shown({ notice, dismiss }: { notice: Notice; dismiss: string }) {
  const drop = () => set(notices.filter((each) => each.id !== notice.id));
  useEffect(() => {
    if (notice.bad) return;
    const timer = setTimeout(() => set(notices.filter((each) => each.id !== notice.id)), stays);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <p className={notice.bad ? "notice bad" : "notice"}>
      <span><Sentence>{notice.sentence}</Sentence></span>
      <button type="button" onClick={drop}>
        {dismiss}
      </button>
    </p>
  );
}
