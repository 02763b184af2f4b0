import { useId, useState } from "react";
import { useSurroundings } from "../context.ts";
import type { Values } from "./fields/values.ts";
import { placeIn } from "./places.ts";

/** Takes a place's degrees from what is pasted: a pair of them in any form, or a link to an online map. */
export function PlaceTool({ place, onChange }: { place: Values; onChange(place: Values): void }) {
  const { words } = useSurroundings();
  const id = useId();
  const [typed, setTyped] = useState("");
  const [bad, setBad] = useState(false);

  function read(text: string): void {
    setTyped(text);
    setBad(false);
    const found = placeIn(text);
    if (found) onChange({ ...place, ...found });
  }

  return (
    <div className="field field-place">
      <label htmlFor={id}>{words.place.find}</label>
      <input id={id} type="text" dir="ltr" autoComplete="off" maxLength={2000} value={typed} aria-invalid={bad} aria-describedby={`${id}-hint`}
        onChange={({ target }) => read(target.value)} onBlur={() => setBad(typed.trim() !== "" && placeIn(typed) === null)} />
      <p className={bad ? "field-wrong" : "field-note"} id={`${id}-hint`} dir="auto">{bad ? words.place.unread : words.place.hint}</p>
    </div>
  );
}
