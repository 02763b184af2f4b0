import { useEffect, useState } from "react";
import { type Had, type KnownDocument, useSurroundings } from "../../context.ts";

/** What the library knows of a document, and what its file tells everybody who opens it: who wrote it is seen before it is published, and not after. */
export function DocumentNote({ media, onHad }: { media: string; onHad(document: Had): void }) {
  const { words, askDocument, say } = useSurroundings();
  const [known, setKnown] = useState<KnownDocument | null>(null);
  useEffect(() => {
    let gone = false;
    setKnown(null);
    void askDocument?.(media).then((found) => { if (!gone) setKnown(found); });
    return () => { gone = true; };
  }, [askDocument, media]);
  if (!known) return null;
  const said = [[words.document.title, known.title], [words.document.author, known.author], [words.document.program, known.program]] as const;
  const told = said.filter(([, value]) => value);
  return (
    <div className="field-document">
      <p className="field-note">{words.document.is(known.pages, known.bytes)}</p>
      {told.length > 0 && <p className="field-note">{words.document.says} {told.map(([name, value], i) => <span key={name}>{i > 0 && "; "}{name}: <bdi>{value}</bdi></span>)}</p>}
      <button type="button" onClick={() => { onHad({ id: media, title: known.title, firstPage: known.firstPage }); say(words.document.taken); }}>{words.document.take}</button>
    </div>
  );
}
