// The posts of a live page as the desk holds them, by what the server says.
import type { Block, BlockKind, Post, PostState } from "../api/types.ts";
import { summaryOf } from "../composer/cards/summary.ts";
import { isCarded } from "../composer/model/blocks.ts";

/** Takes a post in. An older version that comes late, by another road, changes nothing. */
export function take(posts: readonly Post[], post: Post): Post[] {
  const held = posts.find((each) => each.id === post.id);
  if (!held) return [...posts, post];
  if (held.revision > post.revision) return posts as Post[];
  // There is one pin: who takes it takes it from the other.
  return posts.map((each) => (each.id === post.id ? post : post.pinned && each.pinned ? { ...each, pinned: false } : each));
}

const streamed: readonly PostState[] = ["published", "scheduled", "withdrawn"];

/** The stream, newest first: what is to come, then what readers have. */
export function stream(posts: readonly Post[]): Post[] {
  return posts.filter((post) => streamed.includes(post.state)).sort((a, b) => shownAt(b).localeCompare(shownAt(a)) || b.id.localeCompare(a.id));
}

/** Drafts that nobody has filed yet, the newest first. */
export function drafts(posts: readonly Post[]): Post[] {
  return posts.filter((post) => post.state === "draft").sort((a, b) => b.id.localeCompare(a.id));
}

/** Prepared versions that stayed behind when another was released. */
export function setAside(posts: readonly Post[]): Post[] {
  return posts.filter((post) => post.state === "set-aside" && !post.movedTo).sort((a, b) => b.id.localeCompare(a.id));
}

export const shownAt = (post: Post): string => instant(post.scheduledFor ?? post.publishedAt ?? post.firstPublishedAt ?? post.createdAt);

const instant = (text: string): string => {
  const at = Date.parse(text);
  return Number.isNaN(at) ? text : new Date(at).toISOString();
};

/** The first words of a post, for a row. */
export function excerpt(post: { blocks: readonly Block[] }, most = 160): string {
  let words = "";
  for (const block of post.blocks) {
    const text = block.kind === "list" ? (block.items ?? []).map((item) => plain(item.text)).join(" ") : "text" in block ? plain(block.text) : "caption" in block ? plain(block.caption) : "";
    if (text) words += (words && " ") + text;
    if (words.length > most) return `${words.slice(0, words.lastIndexOf(" ", most) || most)} …`;
  }
  return words;
}

/** What a post without words of its own is known by: its first card, and what that is about. */
export function firstCard({ blocks }: { blocks: readonly Block[] }): { kind: BlockKind; about: string } | null {
  const cards = blocks.filter((block) => isCarded(block.kind) && block.kind !== "divider");
  const card: Block | undefined = cards.find((block) => summaryOf(block) !== "") ?? cards[0];
  return card ? { kind: card.kind, about: summaryOf(card) } : null;
}

export function plain(text: unknown): string {
  if (typeof text === "string") return text;
  return Array.isArray(text) ? text.map((run) => (typeof run === "object" && run !== null && "text" in run ? String(run.text) : "")).join("") : "";
}

/** Pairs of open drafts that carry the same link or the same long quotation: two people may be writing the same. */
export function doubles(mine: Pick<Post, "blocks">, others: readonly Post[]): Post[] {
  const said = marks(mine);
  return said.size === 0 ? [] : others.filter((other) => [...marks(other)].some((mark) => said.has(mark)));
}

const leastQuotation = 24;

function marks({ blocks }: Pick<Post, "blocks">): Set<string> {
  const found = new Set<string>();
  for (const block of blocks) {
    if ("url" in block && block.url) found.add(block.url);
    if (block.kind === "quote" && plain(block.text).length >= leastQuotation) found.add(plain(block.text).trim().toLowerCase());
    if ("text" in block && Array.isArray(block.text)) for (const run of block.text) if (run.href) found.add(run.href);
  }
  return found;
}
