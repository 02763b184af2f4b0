import { useLanguage } from "../words/words.tsx";

/** A sentence that may be the server's, which speaks English: marked as what it is, it is read out and set as that on a desk in another language. */
export function Sentence({ children }: { children: string }) {
  const { language } = useLanguage();
  const english = language !== "en" && !/[\u0600-\u06ff]/.test(children);
  return english ? <bdi lang="en">{children}</bdi> : <>{children}</>;
}
