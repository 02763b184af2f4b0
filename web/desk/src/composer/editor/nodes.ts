import { mergeAttributes, Node } from "@tiptap/core";
import { fits } from "../cards/forms.ts";
import { marks } from "./marks.ts";

/** An attribute that is data only: it is never written into the page, and a new block does not inherit it. */
const data = (initial: unknown = null): object => ({ default: initial, rendered: false, keepOnSplit: false });

// "said" and "fields" are explained in model/doc.ts.
const named = { id: data() };
const worded = { ...named, fields: data(), said: data() };

// Runs may hold line breaks that came from elsewhere; "pre" keeps the editor from turning them into blanks.
const Doc = Node.create({ name: "doc", topNode: true, content: "block+" });
const Text = Node.create({ name: "text", group: "inline", whitespace: "pre" });

const Paragraph = Node.create({
  name: "paragraph",
  priority: 1000,
  group: "block",
  content: "inline*",
  whitespace: "pre",
  addAttributes: () => worded,
  parseHTML: () => [{ tag: "p" }],
  renderHTML: ({ HTMLAttributes }) => ["p", HTMLAttributes, 0],
});

const Subheading = Node.create({
  name: "subheading",
  group: "block",
  content: "inline*",
  whitespace: "pre",
  defining: true,
  addAttributes: () => worded,
  parseHTML: () => ["h3", "h1", "h2", "h4", "h5", "h6"].map((tag) => ({ tag })),
  renderHTML: ({ HTMLAttributes }) => ["h3", HTMLAttributes, 0],
});

export const Quote = Node.create({
  name: "quote",
  group: "block",
  content: "inline*",
  whitespace: "pre",
  defining: true,
  // Whose words they are goes along on the clipboard.
  addAttributes: () => ({
    ...worded,
    fields: { ...data(), rendered: true, parseHTML: (quote: HTMLElement) => creditsIn(quote.dataset["fields"]), renderHTML: ({ fields }) => (fields ? { "data-fields": JSON.stringify(fields) } : {}) },
  }),
  parseHTML: () => [{ tag: "blockquote" }],
  renderHTML: ({ HTMLAttributes }) => ["blockquote", HTMLAttributes, 0],
});

const List = Node.create({
  name: "list",
  group: "block list",
  content: "item+",
  addAttributes: () => ({
    ...worded,
    ordered: { keepOnSplit: false, default: false, parseHTML: (list: HTMLElement) => list.tagName === "OL", renderHTML: () => ({}) },
  }),
  parseHTML: () => [{ tag: "ul" }, { tag: "ol" }],
  renderHTML: ({ node, HTMLAttributes }) => [node.attrs["ordered"] ? "ol" : "ul", HTMLAttributes, 0],
});

const Item = Node.create({
  name: "item",
  content: "paragraph list?",
  defining: true,
  parseHTML: () => [{ tag: "li" }],
  renderHTML: () => ["li", 0],
});

/** Every block that is not words in the flow: its whole value is one attribute, so a kind this desk does not know is carried untouched. */
export const Card = Node.create({
  name: "card",
  group: "block",
  atom: true,
  draggable: true,
  selectable: true,
  isolating: true,
  addAttributes: () => ({ ...named, block: { ...data({ kind: "divider" }), parseHTML: (card: HTMLElement) => parsed(card.dataset["card"]) } }),
  // What is on a clipboard may be anybody's making.
  parseHTML: () => [{ tag: "div[data-card]", getAttrs: (card) => (fits(parsed((card as HTMLElement).dataset["card"])) ? null : false) }, { tag: "hr" }],
  renderHTML: ({ node, HTMLAttributes }) => ["div", mergeAttributes(HTMLAttributes, { "data-card": JSON.stringify(node.attrs["block"]) })],
  renderText: () => "",
});

function parsed(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? '{"kind":"divider"}');
  } catch {
    return null;
  }
}

function creditsIn(json: string | undefined): Record<string, string> | null {
  const value = json === undefined ? null : parsed(json);
  if (typeof value !== "object" || value === null) return null;
  return Object.fromEntries(Object.entries(value).filter(([name, words]) => ["attribution", "source", "sourceUrl"].includes(name) && typeof words === "string"));
}

export const words = [Doc, Text, Paragraph, Subheading, List, Item];
export const nodes = [...words, Quote, Card, ...marks];
