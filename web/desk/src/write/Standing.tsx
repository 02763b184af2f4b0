import type { Standing } from "../kept/keeper.ts";
import { useWords } from "../words/words.tsx";

/** Where the words are safe, said plainly. */
export function StandingLine({ standing }: { standing: Standing }) {
  const w = useWords();
  const words = w.write.standing;
  const sentence =
    standing.kind === "on this device" ? words[standing.why]
    : standing.kind === "not kept" ? words["not kept"](standing.sentence)
    : standing.kind === "refused" ? words.refused(standing.problem.problems?.[0]?.sentence ?? standing.problem.title)
    : standing.kind === "server waits" ? w.hurry.serverWaits(standing.sentence)
    : words[standing.kind];
  const bad = standing.kind === "not kept" || standing.kind === "server waits" || standing.kind === "refused" || standing.kind === "changed by another";
  // What changes with every key is not read out; what went wrong is.
  return <p className={bad ? "standing problem" : "standing"} role={bad ? "alert" : undefined}>{sentence}</p>;
}
