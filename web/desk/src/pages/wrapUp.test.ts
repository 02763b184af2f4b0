import { expect, test } from "vitest";
import type { Coverage, Post } from "../api/types.ts";
import { plain } from "../stream/posts.ts";
import { mostEvents, wrapUp } from "./wrapUp.ts";

const page = (more: Partial<Coverage> = {}): Coverage => ({ slug: "storm", headline: "The storm", language: "en-GB", timeZone: "Europe/Paris", status: "closed", summary: [], revision: 1, createdAt: "2026-11-24T06:00:00Z", createdBy: "Ana", ...more });
const event = (id: string, publishedAt: string, headline: string | null = `Event ${id}`, more: Partial<Post> = {}): Post =>
  ({ id, state: "published", revision: 1, breaking: false, keyEvent: true, pinned: false, createdBy: "Ana", createdAt: publishedAt, bylines: [], blocks: [{ kind: "paragraph", text: "Gate four is shut." }], publishedAt, headline, ...more }) as Post;
const now = new Date("2026-11-24T20:00:00Z");
const items = (content: ReturnType<typeof wrapUp>) => content.blocks!.flatMap((block) => (block.kind === "list" ? block.items!.map((each) => plain(each.text)) : []));

test("key events stand in the order they came, with times in the page's zone and a link to each", () => {
  const content = wrapUp(page(), [event("b", "2026-11-24T18:30:00Z"), event("a", "2026-11-24T07:05:00Z")], "Ana Reis", now);
  expect(items(content)).toEqual(["08:05 Event a", "19:30 Event b"]);
  expect(JSON.stringify(content.blocks)).toContain("/live/storm/posts/a");
  expect(content.headline).toBe("The storm: what happened");
  expect(content.bylines).toEqual([{ name: "Ana Reis", kind: "person" }]);
});

test("an event of another day says its day, one without a known time the day alone, one without a headline its first words", () => {
  const content = wrapUp(page(), [event("a", "2026-11-23T07:05:00Z"), event("b", "2026-11-24T06:00:00Z", "Early", { timeKnown: false }), event("c", "2026-11-24T18:30:00Z", null)], "Ana", now);
  expect(items(content)).toEqual(["23 Nov, 08:05 Event a", "24 Nov Early", "19:30 Gate four is shut."]);
});

test("when it is back is said with day, time and zone; midnight is a day; what has passed is not said", () => {
  const back = (resumesAt: string) => plain((wrapUp(page({ resumesAt }), [], "Ana", now).blocks![0] as { text?: unknown } | undefined)?.text);
  expect(back("2026-11-25T06:00:00Z")).toBe("Our coverage resumes on Wednesday 25 November, 07:00 CET.");
  expect(back("2026-11-24T23:00:00Z")).toBe("Our coverage resumes on Wednesday 25 November.");
  expect(back("2026-11-24T10:00:00Z")).toBe("");
});

test("the next page is the last thing in it", () => {
  const content = wrapUp(page({ next: { url: "/live/storm-2", title: "The storm, day two" } }), [event("a", "2026-11-24T07:05:00Z")], "Ana", now);
  expect(content.blocks!.at(-1)).toMatchObject({ kind: "linkCard", kicker: "Coverage continues", url: "/live/storm-2", title: "The storm, day two" });
});

test("it speaks the page's language, and keeps to the newest events", () => {
  const many = Array.from({ length: mostEvents + 5 }, (_, n) => event(`${n}`.padStart(2, "0"), new Date(Date.UTC(2026, 10, 24, 7, n)).toISOString()));
  const content = wrapUp(page({ language: "ar" }), many, "آنا", now);
  expect(items(content)).toHaveLength(mostEvents);
  expect(items(content)[0]).toBe("08:05 Event 05");
  expect(plain((content.blocks![0] as { text?: unknown }).text)).toBe("أبرز التطورات بترتيب حدوثها:");
});
