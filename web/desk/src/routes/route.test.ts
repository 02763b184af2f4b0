import { expect, test } from "vitest";
import { type Route, addressOf, routeOf } from "./route.ts";

const routes: Route[] = [
  { at: "pages" }, { at: "begin" }, { at: "account" }, { at: "members" }, { at: "audit" }, { at: "welcome" },
  { at: "page", slug: "the-summit" }, { at: "page", slug: "the-summit", post: "0198" }, { at: "settings", slug: "القمة" },
  { at: "history", slug: "a", post: "b" }, { at: "preview", slug: "a", post: "b" },
];

test("every address leads back to where it was made", () => {
  for (const route of routes) expect(routeOf(addressOf(route))).toEqual(route);
});

test("an address that leads nowhere says so", () => {
  for (const path of ["/desk/what", "/desk/pages", "/desk/pages/a/b", "/desk/pages/a/history", "/desk/%E0%A4%A"]) expect(routeOf(path).at).toBe("nowhere");
});

test("a slash at the end is no difference", () => expect(routeOf("/desk/")).toEqual({ at: "pages" }));
