// What readers are told the moment a post is taken off, before anybody has said why: in the page's language, not the desk's.
const notices: Record<string, string> = {
  en: "This post has been withdrawn.",
  ar: "سُحب هذا المنشور.",
  fr: "Cette publication a été retirée.",
  de: "Dieser Beitrag wurde zurückgezogen.",
  es: "Esta publicación se ha retirado.",
};

export const withdrawnNotice = (language: string): string => notices[language.slice(0, 2)] ?? notices["en"]!;
