import { Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { newId } from "../model/blocks.ts";

/** Every block has a name of its own: one that was split or copied keeps its name in the first place, and the other gets a new one. */
export const Ids = Extension.create({
  name: "ids",
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey("ids"),
      appendTransaction(transactions, _before, { doc, tr }) {
        if (!transactions.some((transaction) => transaction.docChanged)) return null;
        const taken = new Set<string>();
        doc.forEach((block, position) => {
          const id = block.attrs["id"] as string | null;
          if (id !== null && !taken.has(id)) taken.add(id);
          else tr.setNodeAttribute(position, "id", newId());
        });
        return tr.docChanged ? tr : null;
      },
    }),
  ],
});
