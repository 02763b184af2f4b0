// What is asked of the server when a piece of work leaves the composer.
import { postPath } from "../api/calls.ts";
import { written } from "../composer/model/written.ts";
import type { Errand } from "./errands.ts";
import { readyBlocks } from "./parcels.ts";
import { uuid7 } from "./uuid7.ts";
import type { Work } from "./work.ts";

export type Release =
  | { how: "file" }
  | { how: "publish"; delayed?: boolean }
  | { how: "schedule"; at: string }
  | { how: "edit"; as: "typo" | "update" | "correction"; note?: string };

/** The errands of a release, in order. */
export function errandsFor(work: Work, release: Release, now: number): Errand[] {
  const errand = (does: Errand["does"], method: Errand["method"], path: string, body: unknown, version: number | null, step: number): Errand => ({
    key: uuid7(now + step), by: work.by, slug: work.slug, post: work.id, does, method, path, body, version, work, refused: null,
  });
  const put = (does: Errand["does"], more: object): Errand => errand(does, "PUT", postPath(work.slug, work.id), { ...work.content, blocks: written(readyBlocks(work.content.blocks ?? [])), ...more }, work.version, 0);
  switch (release.how) {
    case "file":
      return [put("save", {}), errand("file", "POST", postPath(work.slug, work.id, "file"), { ...noted(work.note), ...(work.urgent ? { urgent: true } : {}) }, null, 1)];
    case "schedule":
      return [put("save", {}), errand("verb", "POST", postPath(work.slug, work.id, "schedule"), { at: release.at }, null, 1)];
    case "publish":
      return [put("publish", { breaking: work.breaking, keyEvent: work.keyEvent, publish: true, ...(release.delayed ? { delayed: true } : {}) })];
    case "edit":
      return [put("edit", { breaking: work.breaking, keyEvent: work.keyEvent, as: release.as, ...noted(release.note) })];
  }
}

const noted = (note: string | undefined): { note?: string } => (note?.trim() ? { note: note.trim() } : {});
