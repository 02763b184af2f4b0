import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import { ar } from "./ar.ts";
import { type Words, en } from "./en.ts";

export const languages = { en, ar } as const;
export type Language = keyof typeof languages;

interface Spoken {
  w: Words;
  language: Language;
  speak(language: Language): void;
}

const Context = createContext<Spoken>({ w: en, language: "en", speak: () => {} });

const remembered = "desk.language";

export function chosen(stored: string | null, preferred: readonly string[]): Language {
  const known = (language: string): language is Language => language in languages;
  if (stored !== null && known(stored)) return stored;
  return preferred.map((language) => language.slice(0, 2)).find(known) ?? "en";
}

export function InWords({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(() => chosen(localStorage.getItem(remembered), navigator.languages));
  const spoken = useMemo(() => ({ w: languages[language], language, speak: (next: Language) => { localStorage.setItem(remembered, next); setLanguage(next); } }), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = languages[language].dir;
  }, [language]);
  return <Context value={spoken}>{children}</Context>;
}

export const useWords = (): Words => useContext(Context).w;
export const useLanguage = (): Spoken => useContext(Context);
