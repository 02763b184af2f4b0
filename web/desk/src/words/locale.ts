import type { Language } from "./words.tsx";

/** How numbers and times are written. Arabic with Latin digits, as most newsrooms have them, so that a time is the same on the desk and on the page. */
export const localeOf = (language: Language): string => ({ en: "en-GB", ar: "ar-u-nu-latn" })[language];
