/** The longest address, in characters. */
export const MostAddress = 2_000;

/** The same rule as the server's: web and mail addresses and paths on this site, nothing that a browser would run. */
export function isAllowedLink(href: string): boolean {
  if (href.length === 0 || href.length > MostAddress || /[\u0000-\u001f\u007f-\u009f]/.test(href) || href.trim() !== href) return false;
  if (href.startsWith("/")) return href.length === 1 || (href[1] !== "/" && href[1] !== "\\");
  return /^(?:https?|mailto):/i.test(href) && URL.canParse(href);
}

/** What a writer typed, as an address: "example.org/a" is meant as a web address. Null when it is none. */
export function linkFrom(typed: string): string | null {
  const text = typed.trim();
  if (isAllowedLink(text)) return text;
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text) && isAllowedLink(`mailto:${text}`)) return `mailto:${text}`;
  if (/^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#]\S*)?$/u.test(text) && isAllowedLink(`https://${text}`)) return `https://${text}`;
  return null;
}
