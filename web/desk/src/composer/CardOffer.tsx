import type { Editor } from "@tiptap/core";
import { closeHistory } from "@tiptap/pm/history";
import { useEffect, useState } from "react";
import type { Block } from "../api/types.ts";
import { useSurroundings } from "./context.ts";
import { find } from "./editor/insert.ts";
import { sentenceOf } from "./editor/lookUp.ts";
import { bareLink } from "./editor/pasting.ts";
import { nodeOf } from "./model/doc.ts";

/** Offers to make a card of a link that was pasted on a line of its own. It goes when the line becomes something else. */
export function CardOffer({ editor, block, close }: { editor: Editor; block: string; close(): void }) {
  const { words, lookUp, say } = useSurroundings();
  const [asking, setAsking] = useState(false);

  useEffect(() => {
    const look = (): void => {
      const line = find(editor, block)?.node;
      if (!line || bareLink(line) === null) close();
    };
    editor.on("update", look);
    return () => { editor.off("update", look); };
  }, [editor, block, close]);

  async function make(): Promise<void> {
    const line = find(editor, block)?.node;
    const url = line ? bareLink(line) : null;
    if (url === null) return close();
    setAsking(true);
    say(words.lookUp.fetching);
    // A card is what was asked for, with or without the page's help.
    let card: Block = { kind: "linkCard", url };
    let sentence: string;
    try {
      const found = await lookUp!(url, "card");
      card = found.block;
      sentence = found.missing ?? words.lookUp.fetched;
    } catch (failure) {
      sentence = sentenceOf(failure, words.lookUp.failed);
    }
    if (editor.isDestroyed) return;
    const now = find(editor, block);
    if (now && bareLink(now.node) === url) {
      const node = editor.schema.nodeFromJSON(nodeOf({ ...card, id: block }));
      const tr = editor.state.tr.replaceWith(now.position, now.position + now.node.nodeSize, node);
      // There is always a line to go on writing in.
      if (now.position + node.nodeSize === tr.doc.content.size) tr.insert(tr.doc.content.size, editor.schema.nodes["paragraph"]!.create());
      // A step of its own: undone, there is the link again.
      editor.view.dispatch(closeHistory(tr));
    }
    close();
    editor.view.focus();
    say(sentence);
  }

  return (
    <p className="card-offer" role="group" aria-label={words.lookUp.offer} onKeyDown={(event) => { if (event.key === "Escape") { close(); editor.view.focus(); } }}>
      <span>{words.lookUp.offer}</span>
      <button type="button" className="main" disabled={asking} onClick={() => void make()}>{words.lookUp.card}</button>
      <button type="button" onClick={() => { close(); editor.view.focus(); }}>{words.lookUp.keep}</button>
    </p>
  );
}
