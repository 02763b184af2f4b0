// What a page says when it closes: its key events in order, when it is back, and where it goes on. A draft to be edited, in the page's own language.
import type { Block, Content, Coverage, Post, RichText } from "../api/types.ts";
import { excerpt, shownAt } from "../stream/posts.ts";
import { clock, wallOf, zoneName } from "../times/zone.ts";

interface Says {
  headline(page: string): string;
  lead: string;
  back(when: string): string;
  next: string;
}

const says: Record<string, Says> = {
  en: { headline: (page) => `${page}: what happened`, lead: "The main developments, in the order they came:", back: (when) => `Our coverage resumes on ${when}.`, next: "Coverage continues" },
  ar: { headline: (page) => `${page}: أبرز ما جرى`, lead: "أبرز التطورات بترتيب حدوثها:", back: (when) => `تُستأنف تغطيتنا ${when}.`, next: "تتواصل التغطية" },
  fr: { headline: (page) => `${page} : ce qui s’est passé`, lead: "Les principaux événements, dans l’ordre :", back: (when) => `Notre direct reprend ${when}.`, next: "Le direct continue" },
  de: { headline: (page) => `${page}: was geschah`, lead: "Die wichtigsten Ereignisse der Reihe nach:", back: (when) => `Wir berichten weiter: ${when}.`, next: "Hier geht es weiter" },
  es: { headline: (page) => `${page}: lo ocurrido`, lead: "Los hechos principales, en orden:", back: (when) => `La cobertura se reanuda ${when}.`, next: "La cobertura continúa" },
};

/** The most key events in one wrap-up, the newest: a list longer than this sums nothing up. */
export const mostEvents = 50;

export function wrapUp(page: Coverage, events: readonly Post[], writer: string, now: Date): Content {
  const words = says[page.language.slice(0, 2)] ?? says["en"]!;
  const inOrder = [...events].sort((a, b) => shownAt(a).localeCompare(shownAt(b)) || a.id.localeCompare(b.id)).slice(-mostEvents);
  const blocks: Block[] = [];
  if (inOrder.length > 0) {
    // Times alone when all are of one day, as the page itself shows them.
    const day = new Date(shownAt(inOrder.at(-1)!));
    blocks.push({ kind: "paragraph", text: [{ text: words.lead }] }, { kind: "list", items: inOrder.map((event) => ({ text: item(page, event, day) })) });
  }
  if (page.resumesAt && new Date(page.resumesAt) > now) blocks.push({ kind: "paragraph", text: [{ text: words.back(moment(new Date(page.resumesAt), page)) }] });
  if (page.next) blocks.push({ kind: "linkCard", kicker: words.next, url: page.next.url, title: page.next.title || page.next.url });
  return { headline: words.headline(page.headline).slice(0, 300), bylines: [{ name: writer, kind: "person" }], blocks };
}

function item(page: Coverage, event: Post, day: Date): RichText {
  const at = new Date(shownAt(event));
  const time = event.timeKnown === false ? new Intl.DateTimeFormat(locale(page), { timeZone: page.timeZone, day: "numeric", month: "short" }).format(at) : clock(at, page.timeZone, locale(page), day);
  return [{ text: time, marks: ["strong"] }, { text: " " }, { text: event.headline || excerpt(event, 80) || "…", href: `/live/${page.slug}/posts/${event.id}` }];
}

function moment(at: Date, page: Coverage): string {
  const day = new Intl.DateTimeFormat(locale(page), { timeZone: page.timeZone, weekday: "long", day: "numeric", month: "long" }).format(at);
  // Midnight means the day: an editor who gives no time of day means none.
  const time = wallOf(at, page.timeZone).slice(11);
  return time === "00:00" ? day : `${day}, ${clock(at, page.timeZone, locale(page), at)} ${zoneName(at, page.timeZone, locale(page))}`;
}

const locale = (page: Coverage): string => (page.language.startsWith("ar") ? `${page.language}-u-nu-latn` : page.language);
