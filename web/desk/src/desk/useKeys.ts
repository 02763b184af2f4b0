import { useEffect, useRef } from "react";
import { type Action, type Press, actionOf, tabOf } from "../keys/keys.ts";
import { holdFor } from "../ui/HoldButton.tsx";

const isText = (element: EventTarget | null): boolean =>
  element instanceof HTMLElement && (element.isContentEditable || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement || (element instanceof HTMLInputElement && !["checkbox", "radio", "button"].includes(element.type)));

/** Space and Enter on a button are the button's. */
const isPressed = (element: EventTarget | null, key: string): boolean => (key === " " || key === "Enter") && element instanceof HTMLElement && element.closest("button, a, summary, [role=option], [role=menuitem]") !== null;

/** The keyboard of a live page's desk. While a question is open, its keys are its own. */
export function useKeys(does: (action: Action, tab: number) => boolean | void, onHeld: () => void): void {
  const now = useRef({ does, onHeld });
  useEffect(() => void (now.current = { does, onHeld }));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    // With Ctrl or Alt the desk comes before the text: an editor may have a use of its own for Ctrl+Enter.
    const early = (event: KeyboardEvent) => (event.ctrlKey || event.metaKey || event.altKey) && down(event);
    const down = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]")) return;
      const writing = isText(event.target);
      if (!writing && event.code === "KeyX" && !event.repeat && !event.ctrlKey && !event.metaKey && !event.altKey) {
        clearTimeout(timer);
        timer = setTimeout(() => now.current.onHeld(), holdFor);
        return;
      }
      if (isPressed(event.target, event.key) && !event.ctrlKey && !event.metaKey) return;
      const action = actionOf(event as Press, writing);
      if (action && now.current.does(action, action === "move to tab" ? tabOf(event) : -1) !== false) {
        event.preventDefault();
        if (event.ctrlKey || event.metaKey || event.altKey) event.stopPropagation();
      }
    };
    const up = (event: KeyboardEvent) => event.code === "KeyX" && clearTimeout(timer);
    addEventListener("keydown", early, true);
    addEventListener("keydown", down);
    addEventListener("keyup", up);
    return () => {
      clearTimeout(timer);
      removeEventListener("keydown", early, true);
      removeEventListener("keydown", down);
      removeEventListener("keyup", up);
    };
  }, []);
}
