import { useId, useRef, useState, type KeyboardEvent } from "react";
import type { Byline } from "../../api/types.ts";
import { Listbox, optionId, stepped } from "../Listbox.tsx";
import { wordsFor } from "../words.ts";
import { MostBylines, offered, type Known } from "./offered.ts";
import "../composer.css";

export interface BylineFieldProps {
  value: Byline[];
  onChange(bylines: Byline[]): void;
  /** Whom the newsroom knows: people with their roles, and teams. */
  people: readonly Known[];
  /** The language of its words. */
  language: string;
  direction: "ltr" | "rtl";
  ref?: React.Ref<HTMLInputElement>;
}

/** Who wrote a post. A name typed or "@" offers people and teams; a name nobody knows can be added as it is. */
export function BylineField({ value, onChange, people, language, direction, ref }: BylineFieldProps) {
  const words = wordsFor(language).bylines;
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const [said, say] = useState("");
  const id = useId();
  const list = useRef<HTMLOListElement>(null);
  const offers = open ? offered(people, value, typed) : [];
  const active = Math.min(at, offers.length - 1);
  const full = value.length >= MostBylines;

  function add(byline: Byline): void {
    if (full) return say(words.full);
    onChange([...value, byline]);
    say(words.added(byline.name ?? ""));
    setTyped("");
    setOpen(false);
    setAt(0);
  }

  function remove(i: number): void {
    onChange(value.toSpliced(i, 1));
    say(words.removed(value[i]!.name ?? ""));
    document.getElementById(`${id}-find`)?.focus();
  }

  function keys(event: KeyboardEvent): void {
    const next = stepped(event.key, open ? active : -1, offers.length);
    if (!open && (event.key === "ArrowDown" || event.key === "ArrowUp")) setOpen(true);
    else if (next !== null) setAt(next);
    else if (event.key === "Enter" && open && offers[active]) add(offers[active].byline);
    else if (event.key === "Escape" && open) setOpen(false);
    else if (event.key === "Backspace" && typed === "" && value.length > 0) remove(value.length - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const change = (i: number, part: "role" | "organisation" | "location", text: string): void => {
    const { [part]: _was, ...others } = value[i]!;
    onChange(value.with(i, text === "" ? others : { ...value[i]!, [part]: text }));
  };

  return (
    <fieldset className="composer bylines" dir={direction}>
      <legend>{words.label}</legend>
      <ol ref={list}>
        {value.map((byline, i) => (
          <li key={i}>
            <span className="byline-name">
              {byline.name} <small>{byline.kind === "team" ? words.team : words.person}</small>
              {i > 0 && <button type="button" aria-label={words.moveUp(byline.name ?? "")} onClick={() => onChange(value.toSpliced(i - 1, 2, byline, value[i - 1]!))}>↑</button>}
              <button type="button" aria-label={words.remove(byline.name ?? "")} onClick={() => remove(i)}>×</button>
            </span>
            <span className="byline-fields">
              {(["role", "location", "organisation"] as const).map((part) => (
                <span className="field" key={part}>
                  <label htmlFor={`${id}-${i}-${part}`}>{words[part]}</label>
                  <input id={`${id}-${i}-${part}`} type="text" maxLength={200} value={byline[part] ?? ""} onChange={(event) => change(i, part, event.target.value)} />
                </span>
              ))}
            </span>
          </li>
        ))}
      </ol>
      <div className="byline-find field">
        <label htmlFor={`${id}-find`}>{words.find}</label>
        <input ref={ref} id={`${id}-find`} type="text" role="combobox" autoComplete="off" maxLength={200} aria-autocomplete="list" aria-expanded={offers.length > 0} aria-controls={`${id}-list`}
          aria-activedescendant={active >= 0 ? optionId(`${id}-list`, active) : undefined} value={typed} onKeyDown={keys} onBlur={() => setOpen(false)}
          onChange={(event) => { setTyped(event.target.value.replace(/^@/, "")); setOpen(true); setAt(0); }} />
        {offers.length > 0 && (
          <Listbox id={`${id}-list`} label={words.people} active={active} choose={(i) => add(offers[i]!.byline)} hover={setAt}
            options={offers.map(({ byline, isNew }) => ({ key: `${isNew} ${byline.name} ${byline.role ?? ""}`, shown: isNew ? words.add(byline.name ?? "") : <><span>{byline.name}</span> <small>{byline.kind === "team" ? words.team : byline.role}</small></> }))} />
        )}
        <p className="visually-hidden" role="status">{open ? words.found(offers.length) : said}</p>
      </div>
    </fieldset>
  );
}
