import { type ReactNode, useEffect, useRef, useState } from "react";

/** Held this long it is meant; shorter it was a slip. */
export const holdFor = 500;

/** A button that asks to be held, by pointer or by key. */
export function HoldButton({ onHeld, children }: { onHeld(): void; children: ReactNode }) {
  const [held, setHeld] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const letGo = () => {
    clearTimeout(timer.current);
    setHeld(false);
  };
  const hold = () => {
    clearTimeout(timer.current);
    setHeld(true);
    timer.current = setTimeout(() => {
      setHeld(false);
      onHeld();
    }, holdFor);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  const presses = (key: string) => key === " " || key === "Enter";
  return (
    <button type="button" className={held ? "hold held" : "hold"} onPointerDown={hold} onPointerUp={letGo} onPointerLeave={letGo} onPointerCancel={letGo} onBlur={letGo}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => { if (presses(event.key)) { event.preventDefault(); event.stopPropagation(); if (!event.repeat) hold(); } }}
      onKeyUp={(event) => presses(event.key) && letGo()}>
      {children}
    </button>
  );
}
