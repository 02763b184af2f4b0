import type { Editor } from "@tiptap/react";
import { useEffect, useId, useImperativeHandle, useLayoutEffect, useRef, useState, type Ref } from "react";
import { useSurroundings } from "./context.ts";
import type { Offers } from "./editor/slash.ts";
import { Listbox, optionId, stepped } from "./Listbox.tsx";

export interface SlashKeys {
  /** True when the key was for the menu. */
  key(event: KeyboardEvent): boolean;
}

/** The blocks that "/" offers. The text keeps the focus and says which one is meant. */
export function SlashMenu({ ref, editor, offers }: { ref: Ref<SlashKeys>; editor: Editor; offers: Offers }) {
  const { words } = useSurroundings();
  const { items, command, mount } = offers;
  const [at, setAt] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const active = Math.min(at, items.length - 1);

  useEffect(() => setAt(0), [items.map(({ kind }) => kind).join()]);
  useLayoutEffect(() => mount(box.current!), [mount]);

  useEffect(() => {
    const text = editor.view.dom;
    const said: Record<string, string> = { "aria-controls": id, "aria-haspopup": "listbox", "aria-autocomplete": "list", ...(active >= 0 ? { "aria-activedescendant": optionId(id, active) } : {}) };
    for (const [name, value] of Object.entries(said)) text.setAttribute(name, value);
    return () => { for (const name of Object.keys(said)) text.removeAttribute(name); };
  }, [editor, id, active]);

  useImperativeHandle(ref, () => ({
    key(event) {
      const next = stepped(event.key, active, items.length);
      if (next !== null) setAt(next);
      else if ((event.key === "Enter" || event.key === "Tab") && items[active]) command(items[active]);
      else return false;
      return true;
    },
  }), [active, items, command]);

  return (
    <div className="composer-menu" ref={box}>
      <Listbox tabIndex={0} id={id} label={words.addBlock} active={active} options={items.map(({ kind, name }) => ({ key: kind, shown: name }))} choose={(i) => command(items[i]!)} hover={setAt} />
      {items.length === 0 && <p className="composer-none">{words.noBlockFound}</p>}
      <p className="visually-hidden" role="status">{items.length === 0 ? words.noBlockFound : words.blocksFound(items.length)}</p>
    </div>
  );
}
