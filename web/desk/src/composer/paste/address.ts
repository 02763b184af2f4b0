import { isAllowedLink } from "../model/links.ts";

// Parameters that say who clicked and where, and nothing about what is shown.
const tracking = /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|twclid|ttclid|igshid|igsh|mc_[ce]id|yclid|_hsenc|_hsmi|mkt_tok|vero_id|oly_\w+_id|spm|s_cid|ref_src|ref_url)$/i;

/** A pasted address without what follows readers around; null when it may not be linked to. */
export function cleanAddress(href: string): string | null {
  const trimmed = href.trim();
  if (!isAllowedLink(trimmed)) return null;
  if (!/^https?:/i.test(trimmed)) return trimmed;
  const url = new URL(trimmed);
  // Word processors and search pages lead through a page of their own.
  if (/(?:^|\.)google\.\w+(?:\.\w+)?$/.test(url.hostname) && url.pathname === "/url") {
    const aim = url.searchParams.get("q") ?? url.searchParams.get("url");
    if (aim && isAllowedLink(aim) && aim !== trimmed) return cleanAddress(aim);
  }
  const names = [...url.searchParams.keys()].filter((name) => tracking.test(name));
  if (names.length === 0) return trimmed;
  for (const name of names) url.searchParams.delete(name);
  return url.href;
}
