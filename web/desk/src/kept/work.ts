// What somebody is writing, as this device keeps it.
import type { Content, Post } from "../api/types.ts";
import { written } from "../composer/model/written.ts";

export interface Work {
  /** The post's id, made here: the same before and after the server knows of it. */
  id: string;
  slug: string;
  /** Whose it is: a device may be shared, and nobody is to see another's unsent lines. */
  by: string;
  content: Content;
  breaking: boolean;
  keyEvent: boolean;
  /** The version of the server's that this goes on from; null while the server has none. */
  version: number | null;
  /** What that version said, to tell mine from theirs. */
  base: Content | null;
  /** Whether readers have the post already: then this is an edit of it. */
  live: boolean;
  /** What a reporter tells the desk with the filing. */
  urgent?: boolean;
  note?: string;
  /** Counts what was typed; `sent` is what the server has of it. */
  typed: number;
  sent: number;
  at: number;
}

export const nothing: Content = { bylines: [], blocks: [] };

export function begin(id: string, slug: string, by: string, at: number, content: Content = nothing): Work {
  return { id, slug, by, content, breaking: false, keyEvent: false, version: null, base: null, live: false, typed: 0, sent: 0, at };
}

/** What the server has of a post as the desk would go on from it: the working copy, or what readers have. */
export function contentOf(post: Post): Content {
  return post.draft ?? content(post);
}

const content = ({ headline, label, bylines, publishedAt, timeKnown, blocks }: Post): Content => ({
  ...(headline == null ? {} : { headline }),
  ...(label == null ? {} : { label }),
  bylines,
  ...(publishedAt == null ? {} : { publishedAt }),
  ...(timeKnown == null ? {} : { timeKnown }),
  blocks,
});

/** Opens a post for writing. */
export function open(post: Post, slug: string, by: string, at: number): Work {
  const held = contentOf(post);
  return {
    id: post.id, slug, by, content: held, breaking: post.breaking, keyEvent: post.keyEvent,
    version: post.revision, base: held, live: post.state === "published", typed: 0, sent: 0, at,
  };
}

export function type(work: Work, change: Partial<Pick<Work, "content" | "breaking" | "keyEvent" | "urgent" | "note">>, at: number): Work {
  return { ...work, ...change, typed: work.typed + 1, at };
}

/** The server has this much of it, as this version. */
export function kept(work: Work, sent: { typed: number; content: Content }, post: Post): Work {
  return { ...work, version: post.revision, base: sent.content, sent: Math.max(work.sent, sent.typed), live: post.state === "published" };
}

export const isBlank = ({ content }: Work): boolean =>
  !content.headline?.trim() && !(content.blocks ?? []).some((block) => block.kind !== "paragraph" || said(block.text) !== "");

const said = (text: unknown): string => (typeof text === "string" ? text : Array.isArray(text) ? text.map((run: { text: string }) => run.text).join("") : "").trim();

/** What the server is sent of it: not what was added to a card and left empty. */
export const sendable = (content: Content): Content => (content.blocks ? { ...content, blocks: written(content.blocks) } : content);

/** By content: blocks that the server named, empty fields it leaves out, and what it is not sent, are no difference. */
export function same(a: Content | null, b: Content | null): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: Content | null): string {
  return JSON.stringify(tidy(value && sendable(value)));
}

function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy);
  if (value === null || typeof value !== "object") return value;
  const fields = Object.entries(value as Record<string, unknown>)
    .filter(([name, field]) => field != null && field !== "" && name !== "id" && !(Array.isArray(field) && field.length === 0))
    .map(([name, field]) => [name, name === "text" && Array.isArray(field) && field.length === 1 && isPlain(field[0]) ? (field[0] as { text: string }).text : tidy(field)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields);
}

const isPlain = (run: unknown): boolean => typeof run === "object" && run !== null && Object.keys(run).every((name) => name === "text");
