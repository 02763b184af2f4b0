import { type KeyboardEvent, useState } from "react";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { type Picture, library } from "../api/library.ts";
import { pictureAddress } from "../api/media.ts";
import { Day } from "../ui/Day.tsx";
import { Field } from "../ui/Field.tsx";
import { Sentence } from "../ui/Sentence.tsx";
import { sentenceOf } from "../ui/notices.tsx";
import { useWords } from "../words/words.tsx";
import { neighbour } from "./neighbour.ts";
import { useSettled } from "./useSettled.ts";

/** The library, searched by its words. Every picture is a button; the arrow keys lead from one to the next as they lie. */
export function PictureGrid({ onChoose }: { onChoose(picture: Picture): void }) {
  const w = useWords();
  const [typed, setTyped] = useState("");
  const words = useSettled(typed);
  const found = useInfiniteQuery({
    queryKey: ["library", words],
    queryFn: ({ pageParam, signal }) => library.find(words, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
    placeholderData: keepPreviousData,
  });
  const pictures = found.data?.pages.flatMap((page) => page.pictures) ?? [];
  const move = (event: KeyboardEvent<HTMLUListElement>) => {
    const buttons = [...event.currentTarget.querySelectorAll("button")];
    const next = neighbour(event.key, buttons.indexOf(document.activeElement as HTMLButtonElement), buttons.map(({ offsetTop }) => offsetTop), w.dir === "rtl");
    if (next === null) return;
    event.preventDefault();
    buttons[next]!.focus();
  };
  return (
    <div className="library">
      <Field label={w.library.search} type="search" maxLength={200} value={typed} onChange={(event) => setTyped(event.target.value)} />
      <p className="meta" role="status">{found.isFetching || !found.data ? "" : w.library.found(pictures.length, found.hasNextPage)}</p>
      {found.error ? <p className="problem" role="alert"><Sentence>{sentenceOf(found.error, w)}</Sentence></p> : null}
      {found.isPending ? <p>{w.app.loading}</p> : null}
      {found.data && pictures.length === 0 ? <p>{words.trim() ? w.library.none : w.library.empty}</p> : null}
      <ul onKeyDown={move}>
        {pictures.map((picture) => (
          <li key={picture.hash}>
            <button type="button" onClick={() => onChoose(picture)}>
              <img src={pictureAddress(picture.id)} alt={picture.details.alt ?? ""} width={picture.width} height={picture.height} loading="lazy" />
              <bdi>{picture.details.caption ?? picture.details.alt ?? w.library.undescribed(picture.addedBy)}</bdi>
              {picture.details.notAfter ? <span className="meta">{Date.parse(picture.details.notAfter) <= Date.now() ? w.library.ended : <Day at={picture.details.notAfter} words={w.library.toEnd} />}</span> : null}
            </button>
          </li>
        ))}
      </ul>
      {found.hasNextPage ? <button type="button" disabled={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{w.library.more}</button> : null}
    </div>
  );
}
