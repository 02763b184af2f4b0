import { useLanguage } from "../words/words.tsx";
import { localeOf } from "../words/locale.ts";

/** A day and time where the reader of this sits: accounts and logs belong to people, not to a live page's zone. */
export function Day({ at, words }: { at: string; words?(when: string): string }) {
  const { language } = useLanguage();
  const when = new Intl.DateTimeFormat(localeOf(language), { dateStyle: "medium", timeStyle: "short" }).format(new Date(at));
  return <time dateTime={at}>{words ? words(when) : when}</time>;
}
