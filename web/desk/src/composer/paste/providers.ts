/** Sites whose pages are worth showing as an embed; a link to anything else stays a link. */
const providers: readonly (readonly [name: string, hosts: readonly string[], path: RegExp])[] = [
  ["YouTube", ["youtube.com", "youtu.be"], /^\/(?:watch|live\/|shorts\/|embed\/|[\w-]{11}$)/],
  ["Vimeo", ["vimeo.com"], /^\/(?:video\/)?\d+/],
  ["X", ["x.com", "twitter.com"], /^\/\w+\/status\/\d+/],
  ["Bluesky", ["bsky.app"], /^\/profile\/[^/]+\/post\/\w+/],
  ["Mastodon", [], /^\/@[^/]+\/\d{6,}$/],
  ["Threads", ["threads.net", "threads.com"], /^\/@[\w.]+\/post\/\w+/],
  ["Instagram", ["instagram.com"], /^\/(?:p|reel)\/[\w-]+/],
  ["TikTok", ["tiktok.com"], /^\/@[\w.]+\/video\/\d+/],
  ["Facebook", ["facebook.com"], /^\/(?:[\w.]+\/(?:posts|videos)\/|watch|reel\/)/],
  ["Telegram", ["t.me"], /^\/\w+\/\d+/],
  ["Reddit", ["reddit.com"], /^\/r\/\w+\/comments\/\w+/],
  ["SoundCloud", ["soundcloud.com"], /^\/[\w-]+\/[\w-]+/],
  ["Spotify", ["open.spotify.com"], /^\/(?:episode|show|track|playlist|album)\/\w+/],
  ["Datawrapper", ["datawrapper.dwcdn.net"], /^\/\w{5}/],
  ["Flourish", ["public.flourish.studio"], /^\/(?:visualisation|story)\/\d+/],
];

/** The site's name when a link leads to something that can be embedded; null otherwise. */
export function providerOf(href: string): string | null {
  if (!/^https?:/i.test(href) || !URL.canParse(href)) return null;
  const { hostname, pathname } = new URL(href);
  const host = hostname.replace(/^(?:www|m|mobile)\./, "");
  // Mastodon has no host of its own: its addresses are known by their form.
  return providers.find(([, hosts, path]) => (hosts.length === 0 || hosts.includes(host)) && path.test(pathname))?.[0] ?? null;
}
