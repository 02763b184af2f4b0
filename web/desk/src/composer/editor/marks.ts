import { Mark } from "@tiptap/core";
import { isAllowedLink } from "../model/links.ts";

// A link outside the words it stood on grows no further; marks may stand on each other in any number.
const Link = Mark.create({
  name: "link",
  inclusive: false,
  addAttributes: () => ({ href: { default: "", parseHTML: (link: HTMLElement) => link.getAttribute("href") } }),
  parseHTML: () => [{ tag: "a[href]", getAttrs: (link) => (isAllowedLink(link.getAttribute("href") ?? "") ? null : false) }],
  // Shown as a link, but followed by nobody while writing: an address that came in is never put where a browser would run it.
  renderHTML: ({ mark }) => ["a", isAllowedLink(mark.attrs["href"] as string) ? { href: mark.attrs["href"], rel: "noopener", title: mark.attrs["href"] } : {}, 0],
});

const Strong = Mark.create({
  name: "strong",
  parseHTML: () => [{ tag: "strong" }, { tag: "b" }],
  renderHTML: () => ["strong", 0],
  addKeyboardShortcuts() {
    return { "Mod-b": () => this.editor.commands.toggleMark("strong") };
  },
});

const Emphasis = Mark.create({
  name: "emphasis",
  parseHTML: () => [{ tag: "em" }, { tag: "i" }],
  renderHTML: () => ["em", 0],
  addKeyboardShortcuts() {
    return { "Mod-i": () => this.editor.commands.toggleMark("emphasis") };
  },
});

const Code = Mark.create({
  name: "code",
  parseHTML: () => [{ tag: "code" }],
  renderHTML: () => ["code", 0],
  addKeyboardShortcuts() {
    return { "Mod-e": () => this.editor.commands.toggleMark("code") };
  },
});

export const marks = [Link, Strong, Emphasis, Code];
