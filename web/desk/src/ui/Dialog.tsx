import { type ReactNode, useEffect, useId, useRef } from "react";
import { useWords } from "../words/words.tsx";

/** A question in front of everything, with the browser's own keeping of focus; Esc leaves it. */
export function Dialog({ title, onLeave, children, wide, firm }: { title: ReactNode; onLeave(): void; children: ReactNode; wide?: boolean; firm?: boolean }) {
  const w = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const name = useId();
  useEffect(() => {
    const element = dialog.current!;
    const before = document.activeElement;
    element.showModal();
    // The first thing to fill in, or what is named as first; the browser would take the button that closes.
    (element.querySelector<HTMLElement>("[data-first]") ?? element.querySelector<HTMLElement>("input, textarea, select"))?.focus();
    return () => {
      element.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={name}
      className={wide ? "dialog wide" : "dialog"}
      onCancel={(event) => {
        event.preventDefault();
        if (!firm) onLeave();
      }}
      onClick={(event) => {
        if (!firm && event.target === dialog.current) onLeave();
      }}
    >
      <div className="dialog-inside">
        <header>
          <h2 id={name}>{title}</h2>
          {firm ? null : (
            <button type="button" className="quiet" onClick={onLeave}>
              {w.app.close}
            </button>
          )}
        </header>
        {children}
      </div>
    </dialog>
  );
}
