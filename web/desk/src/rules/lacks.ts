// What a post lacks, found as somebody types; the server finds the same (spec/fixtures/checklist) and has the last word.
import type { Block, Content } from "../api/types.ts";
import { plain } from "../stream/posts.ts";

export const items = ["alt", "credit", "byline", "source", "links"] as const;
export type Item = (typeof items)[number];

export interface Lack {
  item: Item;
  path: string;
}

export function lacks(content: Content): Lack[] {
  const byline: Lack[] = (content.bylines ?? []).some((each) => said(each.name)) ? [] : [{ item: "byline", path: "bylines" }];
  return [...byline, ...(content.blocks ?? []).flatMap((block, at) => [...ofBlock(block), ...ofLinks(block)].map(({ item, path }) => ({ item, path: `blocks[${at}].${path}` })))];
}

function ofBlock(block: Block): Lack[] {
  switch (block.kind) {
    case "image": return ofPicture(block, "");
    case "gallery": return (block.items ?? []).flatMap((picture, at) => ofPicture(picture, `items[${at}].`));
    case "video": return (block.media ?? block.url) != null && !said(block.credit) ? [{ item: "credit", path: "credit" }] : [];
    case "audio": return (block.media ?? block.url) != null && !said(block.show) && !said(block.credit) ? [{ item: "credit", path: "credit" }] : [];
    case "chart":
    case "table": return said(block.source) ? [] : [{ item: "source", path: "source" }];
    case "quote": return said(block.attribution) || said(block.source) || !said(plain(block.text)) ? [] : [{ item: "source", path: "attribution" }];
    case "verification":
      return (block.items ?? []).flatMap((checked, at) => (said(checked.source) || said(checked.sourceUrl) || !said(checked.what) ? [] : [{ item: "source" as const, path: `items[${at}].source` }]));
    default: return [];
  }
}

const ofPicture = (picture: { alt?: string | null; credit?: string | null }, path: string): Lack[] =>
  [...(said(picture.alt) ? [] : [{ item: "alt" as const, path: `${path}alt` }]), ...(said(picture.credit) ? [] : [{ item: "credit" as const, path: `${path}credit` }])];

function ofLinks(block: Block): Lack[] {
  const paths = block.kind === "paragraph" || block.kind === "subheading" ? inText(block.text, "text")
    : block.kind === "quote" ? [...inText(block.text, "text"), ...inside(block.sourceUrl, "sourceUrl")]
    : block.kind === "list" ? inItems(block.items, "items")
    : "url" in block ? inside(block.url, "url") : [];
  return paths.map((path) => ({ item: "links", path }));
}

type ListItems = Extract<Block, { kind: "list" }>["items"];

const inItems = (list: ListItems, path: string): string[] =>
  (list ?? []).flatMap((item, at) => [...inText(item.text, `${path}[${at}].text`), ...inItems(item.items, `${path}[${at}].items`)]);

function inText(text: unknown, path: string): string[] {
  if (!Array.isArray(text)) return [];
  return (text as { text: string; href?: string | null }[]).flatMap((run, at) =>
    run.href == null ? [] : isInside(run.href) ? [`${path}[${at}].href`] : /^(?:https?:\/\/|www\.)/i.test(run.text.trim()) ? [`${path}[${at}].text`] : []);
}

const inside = (url: string | null | undefined, path: string): string[] => (url != null && isInside(url) ? [path] : []);

/** An address of the desk's, or inside a network. */
function isInside(href: string): boolean {
  if (href.startsWith("/")) return href === "/desk" || href.startsWith("/desk/");
  const url = URL.canParse(href) ? new URL(href) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return false;
  const host = url.hostname.replace(/\.+$/, "").toLowerCase();
  if (!host.includes(".") || host.endsWith(".local") || host.endsWith(".internal")) return true;
  const parts = host.split(".").map(Number);
  if (parts.length !== 4 || parts.some((part) => !Number.isInteger(part) || part > 255)) return false;
  const [a, b] = parts as [number, number];
  return a === 10 || a === 127 || (a === 192 && b === 168) || (a === 169 && b === 254) || (a === 172 && b >= 16 && b <= 31);
}

const said = (text: string | null | undefined): boolean => text != null && text.trim() !== "";
