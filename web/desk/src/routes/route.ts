// Where somebody is on the desk, as an address and back.
export type Route =
  | { at: "pages" }
  | { at: "begin" }
  | { at: "page"; slug: string; post?: string }
  | { at: "settings"; slug: string }
  | { at: "history"; slug: string; post: string }
  | { at: "preview"; slug: string; post: string }
  | { at: "account" }
  | { at: "members" }
  | { at: "rules" }
  | { at: "audit" }
  | { at: "media" }
  | { at: "welcome" }
  | { at: "nowhere" };

export function routeOf(path: string): Route {
  const parts = path.replace(/^\/desk\/?/, "").split("/").filter(Boolean).map(decode);
  const [first, slug, third, post] = parts;
  if (first === undefined) return { at: "pages" };
  if (parts.length === 1 && (first === "begin" || first === "account" || first === "members" || first === "audit" || first === "media" || first === "rules" || first === "welcome")) return { at: first };
  if (first !== "pages" || slug === undefined) return { at: "nowhere" };
  if (parts.length === 2) return { at: "page", slug };
  if (parts.length === 3 && third === "settings") return { at: "settings", slug };
  if (parts.length === 4 && post !== undefined && (third === "history" || third === "preview")) return { at: third, slug, post };
  if (parts.length === 4 && post !== undefined && third === "posts") return { at: "page", slug, post };
  return { at: "nowhere" };
}

export function addressOf(route: Route): string {
  switch (route.at) {
    case "pages": return "/desk/";
    case "page": return `/desk/pages/${encodeURIComponent(route.slug)}${route.post ? `/posts/${encodeURIComponent(route.post)}` : ""}`;
    case "settings": return `/desk/pages/${encodeURIComponent(route.slug)}/settings`;
    case "history":
    case "preview": return `/desk/pages/${encodeURIComponent(route.slug)}/${route.at}/${encodeURIComponent(route.post)}`;
    case "nowhere": return "/desk/";
    default: return `/desk/${route.at}`;
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
