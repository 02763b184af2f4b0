// The desk's keys, in one table: what they do, where they hold, and the words `?` lists them by.
export type Action =
  | "down" | "up" | "read" | "publish" | "take over" | "send back" | "lift" | "pin" | "key event" | "breaking" | "flash" | "new" | "park" | "release"
  | "edit" | "queue" | "stream" | "help" | "history" | "preview" | "move" | "leave" | "move to tab";

export interface Key {
  action: Action;
  /** As KeyboardEvent.key says, in lower case; letters by their place on the keyboard too, so that they hold with an Arabic layout. */
  key: string;
  alt?: boolean;
  ctrl?: boolean;
  /** Whether it also holds while somebody writes. Keys that could be text never do. */
  writing?: boolean;
}

export const keys: readonly Key[] = [
  { action: "down", key: "j" },
  { action: "up", key: "k" },
  { action: "read", key: " " },
  { action: "publish", key: "p" },
  { action: "edit", key: "enter" },
  { action: "take over", key: "e" },
  { action: "send back", key: "b" },
  { action: "lift", key: "s" },
  { action: "pin", key: "i" },
  { action: "key event", key: "y" },
  { action: "breaking", key: "r" },
  { action: "history", key: "h" },
  { action: "preview", key: "v" },
  { action: "move", key: "m" },
  { action: "queue", key: "q" },
  { action: "stream", key: "t" },
  { action: "new", key: "n" },
  { action: "flash", key: "f" },
  { action: "help", key: "?" },
  { action: "park", key: "n", alt: true, writing: true },
  { action: "move to tab", key: "1", alt: true, writing: true },
  { action: "release", key: "enter", ctrl: true, writing: true },
  { action: "leave", key: "escape", writing: true },
];

export interface Press {
  key: string;
  code: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
}

/** What a press asks for, or nothing. Ctrl and the Mac's Command are the same to the desk. */
export function actionOf(press: Press, writing: boolean): Action | undefined {
  const ctrl = press.ctrlKey || press.metaKey;
  const name = press.key.toLowerCase();
  return keys.find(
    (key) =>
      (writing ? key.writing === true : true) &&
      (key.alt ?? false) === press.altKey &&
      (key.ctrl ?? false) === ctrl &&
      (key.action === "move to tab" ? /^Digit[1-9]$/.test(press.code) : key.key === name || (/^[a-z]$/.test(key.key) && press.code === `Key${key.key.toUpperCase()}` && !/^[a-z]$/.test(name))),
  )?.action;
}

/** The tab that Alt and a digit name, from 0. */
export const tabOf = (press: Press): number => Number(press.code.slice(5)) - 1;
