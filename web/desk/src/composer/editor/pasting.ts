import { Extension } from "@tiptap/core";
import { Fragment, type Node, Slice } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, Selection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type { Block } from "../../api/types.ts";
import { nodeOf, toBlocks } from "../model/doc.ts";
import { MostBlocks, overLimits, type OverLimit } from "../model/limits.ts";
import { cleanAddress } from "../paste/address.ts";
import { cleanPaste } from "../paste/cleanPaste.ts";
import { providerOf } from "../paste/providers.ts";

export type PasteRefused = { refused: "large" | "empty" } | { refused: "over"; limit: OverLimit };

/** The links that a paste brought: embeds, by name, and a bare link that stands alone on its line, by that line's. */
export interface PastedLinks {
  embeds: string[];
  bare: string | null;
}

interface Pasting {
  pasted(links: PastedLinks): void;
  refuse(why: PasteRefused): void;
  files(files: File[]): void;
}

/** What comes in by the clipboard or is dropped: cleaned to our blocks, or refused as a whole. */
export const Pasting = Extension.create<Pasting>({
  name: "pasting",
  addOptions: () => ({ pasted: () => undefined, refuse: () => undefined, files: () => undefined }),
  addProseMirrorPlugins() {
    const { pasted: tell, refuse, files } = this.options;
    const take = (view: EditorView, data: DataTransfer | null): boolean => {
      if (!data) return false;
      const html = data.getData("text/html");
      const text = data.getData("text/plain");
      // From an editor of ours: it is read by the rules of our own nodes.
      if (/<[^>]+data-pm-slice/.test(html)) return false;
      const pasted = html !== "" ? cleanPaste(html) : text.trim() !== "" ? { blocks: blocksOf(text) } : null;
      // A picture copied from a page comes as a file, with markup that names its address.
      if ((pasted === null || "refused" in pasted) && data.files.length) {
        files([...data.files]);
        return true;
      }
      if (pasted === null) return false;
      const known = namesOf(view.state.doc);
      const why = "refused" in pasted ? pasted : put(view, pasted.blocks);
      if (why) refuse(why);
      else tell(linksIn(view.state, known));
      return true;
    };
    return [
      new Plugin({
        key: new PluginKey("pasting"),
        // Before ProseMirror's own handlers, which read all of the markup first: 5 MB took them many seconds.
        props: {
          handleDOMEvents: {
            paste: (view, event) => view.editable && handled(event, take(view, event.clipboardData)),
            drop(view, event) {
              if (!view.editable || view.dragging) return false;
              const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
              if (at) view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(at.pos))));
              return handled(event, take(view, event.dataTransfer));
            },
          },
        },
      }),
    ];
  },
});

const namesOf = (doc: Node): Set<unknown> => new Set(doc.content.content.map((node) => node.attrs["id"]));

function linksIn(state: EditorState, known: ReadonlySet<unknown>): PastedLinks {
  const come = state.doc.content.content.filter((node) => !known.has(node.attrs["id"]));
  const embeds = come.filter((node) => (node.attrs["block"] as Block | undefined)?.kind === "embed").map((node) => node.attrs["id"] as string);
  // It may have come into a line that was there and empty.
  const line = state.selection.$from.depth > 0 ? state.selection.$from.node(1) : null;
  const bare = embeds.length === 0 && line !== null && line.type.name === "paragraph" && bareLink(line) !== null ? (line.attrs["id"] as string) : null;
  return { embeds, bare };
}

/** The address of a line that is a web link and nothing else. */
export function bareLink(line: Node): string | null {
  const href = line.childCount === 1 ? line.child(0).marks.find((mark) => mark.type.name === "link")?.attrs["href"] as string | undefined : undefined;
  return href !== undefined && /^https?:/i.test(href) && cleanAddress(line.textContent) === href ? href : null;
}

function handled(event: Event, taken: boolean): boolean {
  if (taken) event.preventDefault();
  return taken;
}

/** Plain text: a paragraph for each line. */
function blocksOf(text: string): Block[] {
  return text.split(/\s*[\r\n]+\s*/).flatMap((line): Block[] => {
    const href = cleanAddress(line.trim());
    const words = line.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\ufeff]/g, "");
    if (words.trim() === "") return [];
    if (href === null || /^\//.test(href)) return [{ kind: "paragraph", text: [{ text: words }] }];
    const provider = providerOf(href);
    return [provider ? { kind: "embed", url: href, provider } : { kind: "paragraph", text: [{ text: href, href }] }];
  });
}

function put(view: EditorView, blocks: readonly Block[]): PasteRefused | null {
  const { state } = view;
  const { schema } = state;
  // So much is refused before it is built: the first and the last may join what is there.
  if (blocks.length > MostBlocks + 2) return { refused: "over", limit: { limit: "blocks", count: toBlocks(state.doc).length + blocks.length } };
  const [only] = blocks;
  const tr = state.tr;
  const link = blocks.length === 1 ? linkIn(only!) : null;
  if (link !== null && !state.selection.empty && state.selection.$from.sameParent(state.selection.$to) && state.selection.$from.parent.inlineContent) {
    // An address pasted on chosen words links them.
    tr.addMark(state.selection.from, state.selection.to, schema.marks["link"]!.create({ href: link }));
  } else if (only?.kind === "embed" && blocks.length === 1 && state.selection.$from.parent.isTextblock && state.selection.$from.parent.content.size > 0) {
    // In the middle of a line even a known address is a link.
    tr.replaceSelectionWith(schema.text(only.url!, [schema.marks["link"]!.create({ href: only.url })]), false);
  } else {
    const content = Fragment.from(blocks.map((block) => schema.nodeFromJSON(nodeOf(block))));
    tr.replaceSelection(Slice.maxOpen(content));
  }
  const [limit] = overLimits(toBlocks(tr.doc));
  if (limit && overLimits(toBlocks(state.doc)).every((already) => already.limit !== limit.limit)) return { refused: "over", limit };
  view.dispatch(tr.scrollIntoView().setMeta("paste", true).setMeta("uiEvent", "paste"));
  return null;
}

function linkIn(block: Block): string | null {
  if (block.kind === "embed") return block.url ?? null;
  if (block.kind !== "paragraph" || !Array.isArray(block.text) || block.text.length !== 1) return null;
  const [run] = block.text;
  return run!.href !== undefined && cleanAddress(run!.text) === run!.href ? run!.href : null;
}
