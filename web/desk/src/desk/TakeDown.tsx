import { type FormEvent, useState } from "react";
import type { Post } from "../api/types.ts";
import { Area } from "../ui/Field.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words/words.tsx";
import type { PostActions } from "./usePostActions.ts";

/** Asked after the post is off every page, not before. Leaving this leaves it off, with the short notice. */
export function TakeDown({ post, language, actions, onLeave }: { post: Post; language: string; actions: PostActions; onLeave(): void }) {
  const w = useWords();
  const [how, setHow] = useState<"withdraw" | "take-down">("withdraw");
  const [notice, setNotice] = useState(post.withdrawn?.notice ?? "");
  const [reason, setReason] = useState("");
  const done = async (event: FormEvent) => {
    event.preventDefault();
    const why = reason.trim() ? { reason: reason.trim() } : {};
    const next = how === "withdraw" ? await actions.does(post, "withdraw", { notice: notice.trim(), ...why }) : await actions.does(post, "take-down", why);
    if (next) onLeave();
  };
  return (
    <Dialog title={w.takeDown.title} onLeave={onLeave}>
      <p><b dir="auto" lang={language}>{post.headline ?? w.state.untitled}</b></p>
      <p>{w.takeDown.lead}</p>
      <form onSubmit={(event) => void done(event)}>
        <fieldset>
          <legend className="vh">{w.takeDown.lead}</legend>
          <label className="check"><input type="radio" name="how" checked={how === "withdraw"} onChange={() => setHow("withdraw")} /><span>{w.takeDown.withdrawn}</span></label>
          <label className="check"><input type="radio" name="how" checked={how === "take-down"} onChange={() => setHow("take-down")} /><span>{w.takeDown.gone}</span></label>
        </fieldset>
        {how === "withdraw" ? <Area label={w.takeDown.notice} placeholder={w.takeDown.noticeHint} required maxLength={1000} lang={language} value={notice} onChange={(event) => setNotice(event.target.value)} /> : null}
        <Area label={w.takeDown.reason} maxLength={1000} rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
        <button className="main">{w.takeDown.done}</button>
      </form>
    </Dialog>
  );
}
