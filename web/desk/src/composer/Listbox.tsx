import { useEffect, useRef, type ReactNode } from "react";

export const optionId = (list: string, index: number): string => `${list}-${index}`;

/** Options that another element keeps the focus for, and points at with aria-activedescendant. */
export function Listbox({ id, label, options, active, choose, hover, tabIndex }: { id: string; label: string; options: readonly { key: string; shown: ReactNode }[]; active: number; choose(index: number): void; hover(index: number): void; tabIndex?: 0 }) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => { void list.current?.children[active]?.scrollIntoView({ block: "nearest" }); }, [active]);
  return (
    <ul className="composer-options" role="listbox" id={id} aria-label={label} ref={list} tabIndex={tabIndex}>
      {options.map(({ key, shown }, i) => (
        <li key={key} id={optionId(id, i)} role="option" aria-selected={i === active} onMouseMove={() => hover(i)} onMouseDown={(event) => event.preventDefault()} onClick={() => choose(i)}>
          {shown}
        </li>
      ))}
    </ul>
  );
}

/** Where an arrow key leads in a list, round its ends; null for other keys. */
export function stepped(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case "ArrowDown": return (at + 1) % count;
    case "ArrowUp": return (at - 1 + count) % count;
    default: return null;
  }
}
