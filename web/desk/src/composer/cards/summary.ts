import type { Block } from "../../api/types.ts";
import { plainText } from "../model/richText.ts";
import { isCarded } from "../model/blocks.ts";

const MostShown = 140;

/** What a card is about, in the words that say it best. */
export function summaryOf(block: Block): string {
  if (!isCarded(block.kind)) return "";
  return wordsFor(block).map((words) => words?.replace(/\s+/g, " ").trim() ?? "").find((words) => words !== "")?.slice(0, MostShown) ?? "";
}

function wordsFor(block: Block): (string | null | undefined)[] {
  switch (block.kind) {
    case "image": return [block.alt, plainText(block.caption), block.credit, block.sourceUrl];
    case "gallery": return [plainText(block.caption), ...(block.items ?? []).flatMap((picture) => [picture.alt, plainText(picture.caption)])];
    case "video": return [plainText(block.caption), block.url, block.credit];
    case "audio": return [joined(block.show, block.episode), plainText(block.caption), block.url];
    case "chart": return [block.title, (block.columns ?? []).join(", ")];
    case "table": return [block.title, (block.columns ?? []).join(", ")];
    case "embed": return [joined(block.provider ?? block.url, block.title ?? plainText(block.text))];
    case "linkCard": return [joined(block.kicker, block.title), block.url];
    case "verification": return (block.items ?? []).map((item) => item.what);
    case "map": return [block.title, (block.places ?? []).map((place) => place.name ?? "").join(", ")];
    case "document": return [block.title, block.url];
    case "poll": return [block.question];
    case "scoreboard": return [joined(block.title, (block.sides ?? []).map((side) => `${side.name ?? ""} ${side.score ?? ""}`.trim()).join(" – "))];
    case "timeline": return [block.title, ...(block.entries ?? []).map((entry) => plainText(entry.text))];
    case "qa": return (block.items ?? []).map((item) => plainText(item.asked));
    default: return [];
  }
}

const joined = (...parts: (string | null | undefined)[]): string => parts.filter((part) => part != null && part.trim() !== "").join(": ");
