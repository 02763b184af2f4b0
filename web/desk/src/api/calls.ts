// The requests of the newsroom's API, by name.
import { call, type Request } from "./client.ts";
import type { Block, Content, Coverage, CoverageEdit, Post, PostState, Revision } from "./types.ts";

const at = (slug: string, rest = "") => `/api/v1/coverages/${encodeURIComponent(slug)}${rest}`;

export const coverages = {
  list: (signal?: AbortSignal) => call<{ coverages: Coverage[] }>("GET", "/api/v1/coverages", signal ? { signal } : {}),
  show: (slug: string, signal?: AbortSignal) => call<Coverage>("GET", at(slug), signal ? { signal } : {}),
  begin: (body: CoverageEdit & { slug: string }) => call<Coverage>("POST", "/api/v1/coverages", { body }),
  edit: (slug: string, body: CoverageEdit, version?: number) => call<Coverage>("PATCH", at(slug), { body, ...(version === undefined ? {} : { version }) }),
};

/** Looks an address up: an embed or a link card, with the server's own snapshot of it. */
export const lookUp = (url: string, as?: "card") => call<{ block: Block; missing?: string }>("POST", "/api/v1/embeds", { body: { url, ...(as ? { as } : {}) } });

/** What the library knows of a document. */

export type PostVerb = "file" | "send-back" | "publish" | "schedule" | "unschedule" | "withdraw" | "take-down" | "flags" | "restore" | "take-over" | "let-go" | "take-up";

export const posts = {
  page: (slug: string, query: string, signal?: AbortSignal) => call<{ posts: Post[]; next?: string | null }>("GET", at(slug, `/posts${query}`), signal ? { signal } : {}),
  show: (slug: string, id: string) => call<Post>("GET", at(slug, `/posts/${id}`)),
  save: (slug: string, id: string, body: Content, version: number | null) => call<Post>("PUT", at(slug, `/posts/${id}/draft`), { body, version }),
  discard: (slug: string, id: string) => call<Post>("DELETE", at(slug, `/posts/${id}/draft`)),
  revisions: (slug: string, id: string, signal?: AbortSignal) => call<{ revisions: Revision[] }>("GET", at(slug, `/posts/${id}/revisions`), signal ? { signal } : {}),
  prepare: (slug: string, id: string, body: { name: string; own?: string }, key: string) => call<Post>("POST", at(slug, `/posts/${id}/versions`), { body, key }),
  rename: (slug: string, id: string, name: string) => call<Post>("PATCH", at(slug, `/posts/${id}/versions`), { body: { name } }),
  drop: (slug: string, id: string) => call<Post>("DELETE", at(slug, `/posts/${id}/versions`)),
  elsewhere: (slug: string, id: string, how: "move" | "copy", to: string, key: string) => call<Post>("POST", at(slug, `/posts/${id}/${how}`), { body: { to }, key }),
  do: (slug: string, id: string, verb: PostVerb, request: Request = {}) => call<Post>("POST", at(slug, `/posts/${id}/${verb}`), request),
};

/** How many posts of a live page the desk holds; older ones are on the reader's pages, and come when asked for. */
export const mostPosts = 500;

/** The newest posts in a state, page by page, or in all states. */
export async function newest(slug: string, state: PostState | null, signal?: AbortSignal): Promise<Post[]> {
  const found: Post[] = [];
  let query: string | null | undefined = state ? `?state=${state}` : "";
  while (query != null && found.length < mostPosts) {
    const page: { posts: Post[]; next?: string | null } = await posts.page(slug, query, signal);
    found.push(...page.posts);
    query = page.next;
  }
  return found;
}

/** The newest key events that readers have. */
export async function keyEvents(slug: string, most: number): Promise<Post[]> {
  return (await posts.page(slug, "?keyEvent=true&state=published")).posts.slice(0, most);
}

export const postPath = (slug: string, id: string, verb = "") => at(slug, `/posts/${id}${verb && `/${verb}`}`);
export const streamPath = (slug: string) => at(slug, "/desk/stream");
export const presencePath = (slug: string) => at(slug, "/desk/presence");
