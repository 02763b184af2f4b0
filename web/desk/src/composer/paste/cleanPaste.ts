import type { Block, BlockOf } from "../../api/types.ts";
import { MostNesting } from "../model/limits.ts";
import { append, isBlank, type Mark, type Run } from "../model/richText.ts";
import { cleanAddress } from "./address.ts";
import { providerOf } from "./providers.ts";
import { tidied } from "./runs.ts";
import { tableOf } from "./tables.ts";
import { wordItem } from "./wordLists.ts";

/** The longest markup that is read, in characters; more is refused before anything is done. */
export const MostPasted = 16 * 1024 * 1024;

export type Pasted = { blocks: Block[] } | { refused: "large" | "empty" };

type Set = { marks: readonly Mark[]; href: string | null };
type Item = NonNullable<BlockOf<"list">["items"]>[number];

const plain: Set = { marks: [], href: null };

// Nothing in these is text for readers.
const dropped = new Set(["SCRIPT", "STYLE", "XMP", "HEAD", "META", "LINK", "TITLE", "TEMPLATE", "NOSCRIPT", "SVG", "MATH", "OBJECT", "EMBED", "IMG", "VIDEO", "AUDIO", "CANVAS", "INPUT", "SELECT", "BUTTON", "TEXTAREA", "DATALIST", "PROGRESS", "METER", "MAP", "RP", "RT"]);
const setsApart = new Set(["P", "DIV", "SECTION", "ARTICLE", "HEADER", "FOOTER", "MAIN", "ASIDE", "NAV", "FIGURE", "FIGCAPTION", "ADDRESS", "PRE", "DL", "DT", "DD", "DETAILS", "SUMMARY", "FORM", "FIELDSET", "CENTER", "LI", "BODY", "HGROUP", "DIALOG"]);

/**
 * Markup from a web page or a word processor as blocks: paragraphs, subheadings, lists, quotes, tables, links and three marks; everything else vanishes.
 * It is parsed apart from the page, where nothing runs and nothing is loaded.
 */
export function cleanPaste(html: string): Pasted {
  if (html.length > MostPasted) return { refused: "large" };
  const blocks = new Reader().read(new DOMParser().parseFromString(inert(html), "text/html").body);
  return blocks.length ? { blocks } : { refused: "empty" };
}

/**
 * Chromium holds even a document that is only parsed to the page's policy, and complains of each style and handler. So they come under other names:
 * a style is read from there, and XMP is parsed as STYLE is. One that is missed costs a complaint in the console, nothing else.
 */
const inert = (html: string): string =>
  html.replace(/<(\/?)style\b/gi, "<$1xmp").replace(/<[a-z][^<>]*/gi, (tag) => tag.replace(/(?<=[\s"'/])(style|on[a-z]+)(?=\s*=)/gi, "data-$1"));

class Reader {
  private readonly blocks: Block[] = [];
  private runs: Run[] = [];
  /** What the words being read will stand in. */
  private kind: "paragraph" | "subheading" | "quote" = "paragraph";
  /** In a list a link stays a link, though it stands alone on its line. */
  private readonly embeds: boolean;

  constructor(embeds = true) {
    this.embeds = embeds;
  }

  read(body: Element): Block[] {
    this.inside(body, plain);
    this.close();
    return this.blocks;
  }

  private inside(parent: Element, set: Set): void {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) append(this.runs, { text: node.nodeValue ?? "", ...set });
      else if (node.nodeType === 1) this.element(node as Element, set);
    }
  }

  private element(element: Element, set: Set): void {
    const tag = element.tagName.toUpperCase();
    const style = element.getAttribute("data-style") ?? "";
    if (dropped.has(tag) || isHidden(element, style)) return;
    if (/^H[1-6]$/.test(tag)) this.within("subheading", element, plain);
    else if (tag === "BLOCKQUOTE") this.within("quote", element, set);
    else if (tag === "UL" || tag === "OL") this.list(element, tag === "OL");
    else if (tag === "TABLE") this.table(element as HTMLTableElement, set);
    else if (tag === "HR") this.block({ kind: "divider" });
    else if (tag === "BR") this.close();
    else if (tag === "IFRAME") this.frame(element);
    else if (tag === "P" && this.wordItem(element, style)) return;
    else if (setsApart.has(tag)) this.apart(element, setBy(element, tag, style, set));
    else this.inside(element, setBy(element, tag, style, set));
  }

  private apart(element: Element, set: Set): void {
    this.close();
    this.inside(element, set);
    this.close();
  }

  private within(kind: typeof this.kind, element: Element, set: Set): void {
    this.close();
    const outer = this.kind;
    this.kind = kind;
    this.inside(element, set);
    this.close();
    this.kind = outer;
  }

  /** What was read so far is a block. */
  private close(): void {
    const runs = tidied(this.runs);
    this.runs = [];
    if (isBlank(runs)) return;
    const embedded = this.embeds && this.kind === "paragraph" ? embedOf(runs) : null;
    // A heading that is bold throughout is bold because it is a heading.
    const text = this.kind === "subheading" ? unmarked(runs) : runs;
    this.blocks.push(embedded ?? { kind: this.kind, text });
  }

  private block(block: Block): void {
    this.close();
    this.blocks.push(block);
  }

  private frame(element: Element): void {
    const url = cleanAddress(element.getAttribute("src") ?? "");
    const provider = url ? providerOf(url) : null;
    if (url && provider) this.block({ kind: "embed", url, provider });
  }

  private table(table: HTMLTableElement, set: Set): void {
    const block = tableOf(table);
    if (block) this.block(block);
    else this.apart(table, set);
  }

  private list(list: Element, ordered: boolean): void {
    const [item, rest] = this.itemsOf(list, 1);
    if (item.length) this.block({ kind: "list", ordered, items: item });
    for (const block of rest) this.block(block);
  }

  // The items of a list, and the blocks that no list can hold, which follow it.
  private itemsOf(list: Element, depth: number): [Item[], Block[]] {
    const items: Item[] = [];
    const rest: Block[] = [];
    for (const child of list.children) {
      const tag = child.tagName.toUpperCase();
      // Some editors put a nested list beside the item it belongs to, not into it.
      const nested = tag === "UL" || tag === "OL";
      const inner = nested ? [] : new Reader(false).read(child);
      const own = inner.filter((block) => "text" in block && block.kind !== "embed") as BlockOf<"paragraph">[];
      const lists = nested ? [this.itemsOf(child, depth + 1)[0]] : inner.flatMap((block) => (block.kind === "list" ? [block.items ?? []] : []));
      rest.push(...inner.filter((block) => block.kind !== "list" && !own.includes(block as BlockOf<"paragraph">)));
      if (own.length) items.push({ text: joined(own) });
      const last = items.at(-1);
      for (const found of lists) {
        if (last && depth < MostNesting) last.items = [...(last.items ?? []), ...flattened(found, MostNesting - depth)];
        else items.push(...flattened(found, MostNesting - depth + 1));
      }
    }
    return [items, rest];
  }

  private wordItem(element: Element, style: string): boolean {
    const found = wordItem(element, style);
    if (!found) return false;
    this.close();
    const text = joined(new Reader(false).read(found.words).filter((block) => "text" in block) as BlockOf<"paragraph">[]);
    if (text.length === 0) return true;
    const before = this.blocks.at(-1);
    if (before?.kind !== "list" || (found.level === 1 && before.ordered !== found.ordered)) {
      this.blocks.push({ kind: "list", ordered: found.ordered, items: [{ text }] });
      return true;
    }
    let items = before.items!;
    for (let level = 1; level < Math.min(found.level, MostNesting); level++) {
      const last: Item = items.at(-1)!;
      items = last.items ??= [];
      if (items.length === 0) break;
    }
    items.push({ text });
    return true;
  }
}

function setBy(element: Element, tag: string, style: string, set: Set): Set {
  if (tag === "A") {
    const href = cleanAddress(element.getAttribute("href") ?? "");
    return { ...set, href: href ?? set.href };
  }
  let marks = set.marks;
  const weight = /(?:^|;)\s*font-weight\s*:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase();
  const slant = /(?:^|;)\s*font-style\s*:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase();
  const strong = weight ? weight === "bold" || weight === "bolder" || Number(weight) >= 600 : tag === "B" || tag === "STRONG" ? true : null;
  const emphasis = slant ? slant === "italic" || slant === "oblique" : tag === "I" || tag === "EM" || tag === "CITE" || tag === "DFN" || tag === "VAR" ? true : null;
  if (strong !== null) marks = withMark(marks, "strong", strong);
  if (emphasis !== null) marks = withMark(marks, "emphasis", emphasis);
  if (tag === "CODE" || tag === "KBD" || tag === "SAMP" || tag === "TT") marks = withMark(marks, "code", true);
  return marks === set.marks ? set : { ...set, marks };
}

const withMark = (marks: readonly Mark[], mark: Mark, on: boolean): readonly Mark[] =>
  marks.includes(mark) === on ? marks : on ? [...marks, mark] : marks.filter((other) => other !== mark);

function isHidden(element: Element, style: string): boolean {
  return element.hasAttribute("hidden") || /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-list\s*:\s*ignore)/i.test(style);
}

/** A link to something that can be shown, with nothing beside it. */
function embedOf(runs: readonly Run[]): Block | null {
  const [href] = runs.map((run) => run.href ?? cleanAddress(run.text));
  if (!href || runs.some((run) => run.text.trim() !== "" && (run.href ?? cleanAddress(run.text)) !== href)) return null;
  const provider = providerOf(href);
  return provider ? { kind: "embed", url: href, provider } : null;
}

function joined(blocks: readonly { text?: BlockOf<"paragraph">["text"] }[]): Run[] {
  const runs: Run[] = [];
  for (const { text } of blocks) {
    if (runs.length) append(runs, { text: " " });
    for (const run of text as Run[]) append(runs, run);
  }
  return runs;
}

function unmarked(runs: readonly Run[]): Run[] {
  const plain: Run[] = [];
  for (const { text, href } of runs) append(plain, { text, ...(href === undefined ? {} : { href }) });
  return plain;
}

/** Items no deeper than so many levels; what stood deeper follows the item it belonged to. */
function flattened(items: readonly Item[], levels: number): Item[] {
  return items.flatMap(({ text, items: inner }): Item[] => {
    const own: Item = text === undefined ? {} : { text };
    if (!inner?.length) return [own];
    return levels > 1 ? [{ ...own, items: flattened(inner, levels - 1) }] : [own, ...flattened(inner, 1)];
  });
}
