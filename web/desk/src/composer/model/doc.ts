import type { Block, BlockOf } from "../../api/types.ts";
import { flows, type Flowing } from "./blocks.ts";
import type { DocNode, LiveDoc } from "./docNode.ts";
import { inlineOf, isBlank, runsIn, runsOf, sameRuns, type Run } from "./richText.ts";

/**
 * What a flowing block said when it came in. As long as nothing in it was changed it goes back as it came, to the letter:
 * the editor joins runs and sorts marks, and a writer who only looked must not appear to have edited.
 */
type Said = { text?: unknown } | { items?: unknown };

type ListItem = NonNullable<BlockOf<"list">["items"]>[number];

/** Blocks as the editor's document. A post without blocks is one empty paragraph, to write into. */
export function toDoc(blocks: readonly Block[]): DocNode {
  return { type: "doc", content: blocks.length ? blocks.map(nodeOf) : [{ type: "paragraph" }] };
}

/** The editor's document as blocks. Paragraphs that a writer left empty are no blocks. */
export function toBlocks(doc: DocNode | LiveDoc): Block[] {
  const blocks: Block[] = [];
  if ("childCount" in doc) {
    for (let i = 0; i < doc.childCount; i++) keep(read(doc.child(i)));
  } else {
    for (const node of doc.content ?? []) keep(blockOf(node));
  }
  return blocks;

  function keep(block: Block | null): void {
    if (block) blocks.push(block);
  }
}

// A piece of a live document that did not change is read once: a keystroke costs its own paragraph, not the post.
const known = new WeakMap<object, Block | null>();

export function read(node: { toJSON(): DocNode }): Block | null {
  let block = known.get(node);
  if (block === undefined) known.set(node, (block = blockOf(node.toJSON())));
  return block;
}

export function nodeOf(block: Block): DocNode {
  const { id = null, ...rest } = block;
  if (!flows(rest)) return { type: "card", attrs: { id, block: rest } };
  if (rest.kind === "list") {
    const { kind, ordered, items, ...fields } = rest;
    const said: Said = items === undefined ? {} : { items };
    return withContent({ type: kind, attrs: { id, ordered: ordered ?? null, fields, said } }, items?.length ? items.map((item) => itemOf(item, ordered === true)) : [itemOf({}, false)]);
  }
  const { kind, text, ...fields } = rest;
  return withContent({ type: kind, attrs: { id, fields, said: text === undefined ? {} : { text } } }, inlineOf(text));
}

function itemOf({ text, items }: ListItem, ordered: boolean): DocNode {
  const content = [withContent({ type: "paragraph" }, inlineOf(text))];
  if (items?.length) content.push({ type: "list", attrs: { ordered }, content: items.map((item) => itemOf(item, ordered)) });
  return { type: "item", content };
}

const withContent = (node: DocNode, content: DocNode[]): DocNode => (content.length ? { ...node, content } : node);

function blockOf({ type, attrs = {}, content }: DocNode): Block | null {
  const named = attrs["id"] == null ? {} : { id: attrs["id"] };
  if (type === "card") return { ...named, ...(attrs["block"] as object) } as Block;
  const said = (attrs["said"] ?? null) as { text?: BlockOf<"paragraph">["text"]; items?: ListItem[] | null } | null;
  const start = { kind: type as Flowing, ...named, ...((attrs["fields"] ?? {}) as object) };

  if (type === "list") {
    const ordered = attrs["ordered"] == null ? {} : { ordered: attrs["ordered"] as boolean };
    const items = (content ?? []).map(itemIn);
    const words = said && sameItems(said.items?.length ? said.items : [{}], items) ? said : { items };
    return { ...start, ...ordered, ...words } as Block;
  }
  const runs = runsIn(content);
  if (said && sameRuns(runsOf(said.text), runs)) return { ...start, ...said } as Block;
  if (type === "paragraph" && isBlank(runs)) return null;
  return { ...start, text: runs } as Block;
}

function itemIn({ content }: DocNode): { text: Run[]; items?: ListItem[] } {
  const inner = content?.[1]?.content;
  return { text: runsIn(content?.[0]?.content), ...(inner ? { items: inner.map(itemIn) } : {}) };
}

const sameItems = (a: readonly ListItem[], b: readonly ListItem[]): boolean =>
  a.length === b.length && a.every((item, i) => sameRuns(runsOf(item.text), runsOf(b[i]!.text)) && sameItems(item.items ?? [], b[i]!.items ?? []));
