import type { LibraryFile } from "../api/library.ts";
import { pictureAddress } from "../api/media.ts";
import { lengthOf } from "../composer/index.ts";
import { useWords } from "../words/words.tsx";

/** A file in the library's grid: what there is to see of it, and what it is when it is no picture. */
export function Tile({ file }: { file: LibraryFile }) {
  const w = useWords();
  const seen = file.type === "picture" ? file.id : (file.poster ?? file.firstPage);
  const what = file.type === "picture" ? null : [w.library.one[file.type], file.pages ? w.library.pages(file.pages) : lengthOf(file.id)].filter(Boolean).join(" · ");
  return (
    <span className={`tile ${file.type}`}>
      {seen ? <img src={pictureAddress(seen)} alt={file.details.alt ?? ""} width={file.width ?? 3} height={file.height ?? 2} loading="lazy" /> : null}
      {what ? <span className="what">{what}</span> : null}
    </span>
  );
}
