import type { LibraryFile } from "../api/library.ts";
import type { Had } from "../composer/index.ts";

/** A file of the library as a post takes it: with what is known about it, in the words of the post's own fields. */
export function hadOf({ id, type, poster, title, firstPage, details }: LibraryFile): Had {
  const { alt, caption, credit, creditKind } = details;
  return type === "document" ? { id, title: caption ?? title, source: credit, firstPage } : { id, alt, caption, credit, creditKind, poster };
}
