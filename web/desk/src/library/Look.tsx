import type { LibraryFile } from "../api/library.ts";
import { fileAddress, pictureAddress } from "../api/media.ts";
import { Sentence } from "../ui/Sentence.tsx";
import { useWords } from "../words/words.tsx";

/** A file as it is: seen, played or read. */
export function Look({ file }: { file: LibraryFile }) {
  const w = useWords();
  const name = file.details.caption ?? file.title ?? file.fileName ?? w.library.one[file.type];
  switch (file.type) {
    case "picture": return <img src={pictureAddress(file.id)} alt={file.details.alt ?? ""} width={file.width ?? undefined} height={file.height ?? undefined} />;
    case "document": return <a className="paper" href={fileAddress(file)} target="_blank" rel="noopener">{file.firstPage ? <img src={pictureAddress(file.firstPage)} alt="" /> : null}<span>{w.library.read}</span></a>;
    case "captions": return <p><a href={fileAddress(file)} target="_blank" rel="noopener">{w.library.read}</a></p>;
  }
  if (file.trouble) return <p className="owed"><Sentence>{file.trouble}</Sentence></p>;
  if (!file.ready) return <p className="meta">{w.files.making}</p>;
  return file.type === "video"
    ? <video controls preload="none" aria-label={name} src={fileAddress(file)} width={file.width ?? undefined} height={file.height ?? undefined} {...(file.poster ? { poster: pictureAddress(file.poster) } : {})} />
    : <audio controls preload="none" aria-label={name} src={fileAddress(file)} />;
}
