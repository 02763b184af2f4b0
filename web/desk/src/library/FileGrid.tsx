import { type KeyboardEvent, useState } from "react";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { type FileType, type LibraryFile, library } from "../api/library.ts";
import { Day } from "../ui/Day.tsx";
import { Choice, Field } from "../ui/Field.tsx";
import { Sentence } from "../ui/Sentence.tsx";
import { sentenceOf } from "../ui/notices.tsx";
import { useWords } from "../words/words.tsx";
import { neighbour } from "./neighbour.ts";
import { Tile } from "./Tile.tsx";
import { useSettled } from "./useSettled.ts";

export const fileTypes: readonly FileType[] = ["picture", "video", "audio", "captions", "document"];

/** The library, searched by words, by type and by day. Every file is a button; the arrow keys lead from one to the next as they lie.
    @param only When it is one type alone that is looked for. */
export function FileGrid({ only, onChoose }: { only?: FileType; onChoose(file: LibraryFile): void }) {
  const w = useWords();
  const [typed, setTyped] = useState({ words: "", type: only ?? ("" as FileType | ""), from: "", to: "" });
  const words = useSettled(typed.words);
  const asked = { ...typed, words };
  const found = useInfiniteQuery({
    queryKey: ["library", asked],
    queryFn: ({ pageParam, signal }) => library.find(asked, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
    placeholderData: keepPreviousData,
  });
  const files = found.data?.pages.flatMap((page) => page.files) ?? [];
  const asksAnything = words.trim() !== "" || typed.from !== "" || typed.to !== "" || typed.type !== (only ?? "");
  const move = (event: KeyboardEvent<HTMLUListElement>) => {
    const buttons = [...event.currentTarget.querySelectorAll("button")];
    const next = neighbour(event.key, buttons.indexOf(document.activeElement as HTMLButtonElement), buttons.map(({ offsetTop }) => offsetTop), w.dir === "rtl");
    if (next === null) return;
    event.preventDefault();
    buttons[next]!.focus();
  };
  const day = (name: "from" | "to") => <Field label={w.library[name]} type="date" dir="ltr" value={typed[name]} onChange={(event) => setTyped({ ...typed, [name]: event.target.value })} />;
  return (
    <div className="library">
      <div className="filters">
        <Field label={w.library.search} type="search" maxLength={200} value={typed.words} onChange={(event) => setTyped({ ...typed, words: event.target.value })} />
        {only ? null : <Choice label={w.library.type} value={typed.type} options={[["", w.library.everything], ...fileTypes.map((type) => [type, w.library.types[type]] as const)]} onChange={(type) => setTyped({ ...typed, type })} />}
        {day("from")} {day("to")}
      </div>
      <p className="meta" role="status">{found.isFetching || !found.data ? "" : w.library.found(files.length, found.hasNextPage)}</p>
      {found.error ? <p className="problem" role="alert"><Sentence>{sentenceOf(found.error, w)}</Sentence></p> : null}
      {found.isPending ? <p>{w.app.loading}</p> : null}
      {found.data && files.length === 0 ? <p>{asksAnything ? w.library.none : w.library.empty}</p> : null}
      <ul onKeyDown={move}>
        {files.map((file) => (
          <li key={file.hash}>
            <button type="button" onClick={() => onChoose(file)}>
              <Tile file={file} />
              <bdi>{calledAs(file) ?? (file.partOf ? w.library.part : w.library.undescribed(file.addedBy))}</bdi>
              {file.details.notAfter ? <span className="meta">{Date.parse(file.details.notAfter) <= Date.now() ? w.library.ended : <Day at={file.details.notAfter} words={w.library.toEnd} />}</span> : null}
            </button>
          </li>
        ))}
      </ul>
      {found.hasNextPage ? <button type="button" disabled={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{w.library.more}</button> : null}
    </div>
  );
}

/** What a file is called here: by what somebody said about it, or else by what it says of itself. */
function calledAs({ details, title, fileName }: LibraryFile): string | undefined {
  return details.caption ?? details.alt ?? title ?? fileName ?? undefined;
}
