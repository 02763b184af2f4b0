import { type Key, keys } from "../keys/keys.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words/words.tsx";

const names: Record<string, string> = { " ": "Space", enter: "Enter", escape: "Esc" };

function name(key: Key): string {
  if (key.action === "move to tab") return "Alt + 1 … 9";
  const parts = [key.ctrl ? "Ctrl" : "", key.alt ? "Alt" : "", names[key.key] ?? key.key.toUpperCase()];
  return parts.filter(Boolean).join(" + ");
}

export function KeysDialog({ editor, onLeave }: { editor: boolean; onLeave(): void }) {
  const w = useWords();
  const editors = new Set(["publish", "take over", "send back", "lift", "pin", "key event", "breaking", "flash", "move"]);
  const rows = (writing: boolean) => keys.filter((key) => (key.writing ?? false) === writing && (editor || !editors.has(key.action)));
  const table = (title: string, list: readonly Key[], more?: [string, string]) => (
    <table>
      <caption>{title}</caption>
      <tbody>
        {list.map((key) => <tr key={key.action}><th scope="row"><kbd dir="ltr">{name(key)}</kbd></th><td>{w.keys.does[key.action]}</td></tr>)}
        {more ? <tr><th scope="row"><kbd>{more[0]}</kbd></th><td>{more[1]}</td></tr> : null}
      </tbody>
    </table>
  );
  return (
    <Dialog title={w.keys.title} onLeave={onLeave} wide>
      <div className="key-tables">
        {table(w.keys.reading, rows(false), editor ? [w.keys.hold, w.keys.holdDoes] : undefined)}
        {table(w.keys.writing, rows(true))}
      </div>
    </Dialog>
  );
}
