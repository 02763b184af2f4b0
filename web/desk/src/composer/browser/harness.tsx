// The composer on a page by itself, for the tests: what it is given and what it answers can be read from outside.
import { StrictMode, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import type { Block, Byline } from "../../api/types.ts";
import { BylineField, cleanPaste, Composer, type Known, type KnownDocument } from "../index.ts";
import "./harness.css";

export interface Asked {
  blocks: Block[];
  language?: string;
  direction?: "ltr" | "rtl";
  bylines?: Byline[];
  people?: Known[];
  /** Whether addresses can be looked up: a server of the page's own answers. */
  outside?: boolean;
}

declare global {
  interface Window {
    open(asked: Asked): void;
    give(blocks: Block[]): void;
    blocks(): Block[];
    bylines(): Byline[];
    cleanPaste: typeof cleanPaste;
    changes: number;
  }
}

const root = createRoot(document.getElementById("harness")!);
let opened = 0;
let now: { blocks: Block[]; bylines: Byline[] } = { blocks: [], bylines: [] };

function Harness({ asked }: { asked: Asked }) {
  const [blocks, setBlocks] = useState(asked.blocks);
  const [bylines, setBylines] = useState(asked.bylines ?? []);
  const find = useRef<HTMLInputElement>(null);
  const { language = "en-GB", direction = "ltr", people, outside = false } = asked;
  now = { blocks, bylines };
  window.give = setBlocks;
  return (
    <>
      {people && <BylineField ref={find} value={bylines} onChange={setBylines} people={people} language={language} direction={direction} />}
      <Composer blocks={blocks} onChange={(next) => { window.changes++; setBlocks(next); }} language={language} direction={direction} autofocus onByline={() => find.current?.focus()} upload={upload} askDocument={askDocument} {...(outside ? { lookUp } : {})} />
    </>
  );
}

// A library of the page's own: it knows a picture or a document by its first bytes, as the server does.
async function upload(file: File): Promise<{ id: string }> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (first === 0x25 && second === 0x50) return { id: `d-${file.size}.pdf` };
  if (first !== 0x89 || second !== 0x50) throw new Error("This file is no picture. Save it as JPEG or PNG and send it again.");
  return { id: `m-${file.size}` };
}

async function askDocument(media: string): Promise<KnownDocument | null> {
  return media.startsWith("d-") ? { pages: 3, bytes: 2_500_000, firstPage: "m-page", title: "Condition of Gate 4", author: "Ana Sorrel" } : null;
}

// Somebody else's site: it tells of what it has, but not at every address.
async function lookUp(url: string, as?: "card"): Promise<{ block: Block; missing?: string }> {
  if (url.includes("silent")) throw new Error("silent.example could not be reached, or broke off.");
  if (url.includes("x.com")) return { block: { kind: "embed", url, provider: "X" }, missing: "X tells nothing about this. Type in what it says." };
  return { block: as === "card" ? { kind: "linkCard", url, title: "Find your street", site: "City Council" } : { kind: "embed", url, provider: "YouTube", author: "Carren Barrier", title: "The gates close" } };
}

window.changes = 0;
window.cleanPaste = cleanPaste;
window.blocks = () => now.blocks;
window.bylines = () => now.bylines;
window.open = ((asked: Asked) => {
  document.documentElement.lang = asked.language ?? "en-GB";
  root.render(<StrictMode><Harness key={opened++} asked={asked} /></StrictMode>);
}) as typeof window.open;
