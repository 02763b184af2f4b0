import { expect, test } from "vitest";
import type { LibraryFile } from "../api/library.ts";
import { forms } from "../composer/cards/forms.ts";
import { withHad } from "../composer/cards/fields/values.ts";
import { hadOf } from "./had.ts";

const file = { hash: "a", kind: "", bytes: 1, addedBy: "Ana", addedAt: "2026-11-23T09:00:00Z" } as const;

test("a video of the library brings its still, its caption and its credit", () => {
  const film: LibraryFile = { ...file, id: "film", type: "video", poster: "still", details: { caption: "The gates close", credit: "Ana Reis" } };
  expect(withHad({ kind: "video" }, hadOf(film), forms.video.fields)).toEqual({ kind: "video", media: "film", poster: "still", caption: [{ text: "The gates close" }], credit: "Ana Reis" });
});

test("a document brings what it is called, who it is from and its first page, and by what it calls itself only where nobody said more", () => {
  const report: LibraryFile = { ...file, id: "report", type: "document", title: "gate4_v7_final", firstPage: "page", details: { caption: "Gate 4: what went wrong", credit: "Harbour Board" } };
  expect(withHad({ kind: "document" }, hadOf(report), forms.document.fields)).toEqual({ kind: "document", media: "report", title: "Gate 4: what went wrong", source: "Harbour Board", firstPage: "page" });
  expect(withHad({ kind: "document" }, hadOf({ ...report, details: {} }), forms.document.fields)).toMatchObject({ title: "gate4_v7_final" });
});
