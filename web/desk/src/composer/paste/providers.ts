/** Sites whose pages are worth showing as an embed; a link to anything else stays a link. The server knows the same list (Core/Embeds/Providers.cs), and both are held to spec/fixtures/embeds. */
const providers: readonly (readonly [name: string, hosts: readonly string[], path: RegExp])[] = [
  ["YouTube", ["youtube.com"], /^\/(?:watch\?(?:.*&)?v=|live\/|shorts\/|embed\/)[\w-]{11}(?![\w-])/],
  ["YouTube", ["youtu.be"], /^\/[\w-]{11}(?![\w-])/],
  ["Vimeo", ["vimeo.com"], /^\/(?:video\/|channels\/[\w-]+\/)?\d+(?:\/[0-9a-f]+)?\/?(?:\?|$)/],
  ["X", ["x.com", "twitter.com"], /^\/\w+\/status\/\d+/],
  ["Bluesky", ["bsky.app"], /^\/profile\/[^/]+\/post\/\w+/],
  ["Threads", ["threads.net", "threads.com"], /^\/@[\w.]+\/post\/\w+/],
  ["Instagram", ["instagram.com"], /^\/(?:[\w.]+\/)?(?:p|reel)\/[\w-]+/],
  ["TikTok", ["tiktok.com"], /^\/@[\w.]+\/video\/\d+/],
  ["Facebook", ["facebook.com"], /^\/(?:[\w.]+\/(?:posts|videos)\/|watch|reel\/)/],
  ["Telegram", ["t.me"], /^\/\w+\/\d+/],
  ["Reddit", ["reddit.com"], /^\/r\/\w+\/comments\/\w+/],
  ["SoundCloud", ["soundcloud.com"], /^\/[\w-]+\/[\w-]+/],
  ["Spotify", ["open.spotify.com"], /^\/(?:intl-[a-z]+\/)?(?:episode|show|track|playlist|album)\/\w+/],
  ["Datawrapper", ["datawrapper.dwcdn.net"], /^\/[A-Za-z0-9]{5}(?:\/|$)/],
  ["Flourish", ["public.flourish.studio"], /^\/(?:visualisation|story)\/\d+/],
  // Mastodon has no host of its own: its addresses are known by their form.
  ["Mastodon", [], /^\/@[^/]+\/\d{6,}$/],
];

/** The site's name when a link leads to something that can be embedded; null otherwise. */
export function providerOf(href: string): string | null {
  if (!/^https?:/i.test(href) || !URL.canParse(href)) return null;
  const { hostname, pathname, search, port, username } = new URL(href);
  if (port !== "" || username !== "") return null;
  const host = hostname.replace(/^(?:www|m|mobile)\./, "");
  return providers.find(([, hosts, path]) => (hosts.length === 0 || hosts.includes(host)) && path.test(pathname + search))?.[0] ?? null;
}
