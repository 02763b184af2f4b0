import { useState } from "react";
import { Refused, type Problem } from "../api/client.ts";
import { useWords } from "../words/words.tsx";
import { sentenceOf } from "./notices.tsx";

/** Something asked of the server: under way, or refused with a sentence and, field by field, why. */
export function useAsked() {
  const w = useWords();
  const [busy, setBusy] = useState(false);
  const [sentence, setSentence] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const ask = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    setBusy(true);
    setSentence(null);
    setProblem(null);
    try {
      return await work();
    } catch (error) {
      setSentence(sentenceOf(error, w));
      setProblem(error instanceof Refused ? error.problem : null);
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  const at = (path: string): string | undefined => problem?.problems?.find((each) => each.path === path)?.sentence;
  return { busy, sentence, problem, ask, at };
}
