import type { Block, RichText } from "../api/types.ts";
import { summaryOf } from "../composer/cards/summary.ts";
import { plain } from "../stream/posts.ts";
import { Card } from "./Gist.tsx";

/** A post's words for reading at the desk; how readers see it is the preview's. */
export function PostBody({ blocks, language }: { blocks: readonly Block[]; language: string }) {
  return <div className="body" lang={language} dir="auto">{blocks.map((block, at) => <Piece key={block.id ?? at} block={block} />)}</div>;
}

function Piece({ block }: { block: Block }) {
  switch (block.kind) {
    case "paragraph": return <p dir="auto"><Text text={block.text} /></p>;
    case "subheading": return <p dir="auto"><b><Text text={block.text} /></b></p>;
    case "quote": return <blockquote dir="auto"><Text text={block.text} />{block.attribution ? <cite> {plain(block.attribution)}</cite> : null}</blockquote>;
    case "list": return <ul>{block.items?.map((item, at) => <li key={at} dir="auto"><Text text={item.text} /></li>)}</ul>;
    case "divider": return <hr />;
    default: return <p className="piece" dir="auto"><Card kind={block.kind} about={summaryOf(block)} /></p>;
  }
}

function Text({ text }: { text: RichText | null | undefined }) {
  if (!Array.isArray(text)) return text ?? null;
  return text.map((run, at) => {
    const words = run.marks?.includes("strong") ? <b>{run.text}</b> : run.marks?.includes("emphasis") ? <i>{run.text}</i> : run.text;
    return run.href ? <a key={at} href={run.href} rel="noreferrer" target="_blank">{words}</a> : <span key={at}>{words}</span>;
  });
}
