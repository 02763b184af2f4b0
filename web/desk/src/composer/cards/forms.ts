import type { Block } from "../../api/types.ts";
import type { Carded } from "../model/blocks.ts";

/** The fields of a card's form, and so what a block of its kind may hold. Those marked more stand behind a fold. */
export type Field = { name: FieldName; more?: true } & (
  | { as: "line" | "rich" | "paragraphs" | "link" | "number" | "whole" | "flag" | "media" | "instant" | "point" }
  | { as: "choice"; of: readonly string[]; needed?: true }
);

export interface Form {
  fields: readonly Field[];
  /** The list of things in it, each with fields of its own. */
  items?: { name: "items" | "places" | "options" | "sides" | "entries"; most: number; each: readonly Field[]; blank: () => object };
  /** Columns and rows; in a chart all but the first column are numbers. */
  grid?: "numbers" | "words";
}

export type FieldName =
  | "media" | "alt" | "caption" | "credit" | "creditKind" | "warning" | "focalPoint" | "sourceUrl" | "url" | "poster" | "captions" | "transcript"
  | "show" | "episode" | "artwork" | "type" | "title" | "unit" | "period" | "source" | "note" | "provider" | "author" | "text" | "postedAt" | "kicker"
  | "description" | "what" | "where" | "when" | "how" | "finding" | "name" | "latitude" | "longitude" | "pages" | "question" | "votes" | "closed"
  | "site" | "guests" | "across" | "firstPage"
  | "summary" | "smallMultiples" | "status" | "score" | "detail" | "asked" | "askedBy" | "answer" | "answeredBy" | "attribution";

type FieldAs = Exclude<Field["as"], "choice">;
const field = (name: FieldName, as: FieldAs = "line"): Field => ({ name, as });
const more = (name: FieldName, as: FieldAs = "line"): Field => ({ name, as, more: true });

const picture: readonly Field[] = [
  field("media", "media"), field("alt"), field("caption", "rich"), field("credit"),
  { name: "creditKind", as: "choice", of: ["agency", "pool", "handout", "screengrab", "user", "own"] },
  more("warning"), more("focalPoint", "point"), more("sourceUrl", "link"),
];
const recording: readonly Field[] = [field("media", "media"), field("url", "link"), field("caption", "rich"), field("credit")];

export const forms: Record<Carded, Form> = {
  image: { fields: picture },
  gallery: { fields: [field("caption", "rich")], items: { name: "items", most: 100, each: picture, blank: () => ({}) } },
  video: { fields: [...recording, more("warning"), more("poster", "media"), more("captions", "media"), more("transcript", "rich")] },
  audio: { fields: [field("show"), field("episode"), ...recording, more("warning"), more("artwork", "media"), more("transcript", "rich")] },
  chart: {
    fields: [
      field("title"), { name: "type", as: "choice", of: ["bar", "groupedBar", "stackedBar", "line", "area", "pie", "donut", "dot", "range"], needed: true },
      field("unit"), field("source"), field("summary"), more("period"), more("note"), more("smallMultiples", "flag"),
    ],
    grid: "numbers",
  },
  table: { fields: [field("title"), field("source"), more("caption", "rich"), more("note")], grid: "words" },
  embed: { fields: [field("url", "link"), field("provider"), field("author"), field("text", "rich"), more("title"), more("postedAt", "instant"), more("media", "media"), more("alt")] },
  linkCard: { fields: [field("url", "link"), field("kicker"), field("title"), field("description"), more("site"), more("show"), more("guests"), more("media", "media")] },
  verification: {
    fields: [],
    items: {
      name: "items",
      most: 50,
      each: [
        field("what"), { name: "finding", as: "choice", of: ["unconfirmed", "confirmed", "partly", "disputed", "false", "old footage"], needed: true },
        field("source"), field("how", "rich"), more("where"), more("when"), more("sourceUrl", "link"),
      ],
      blank: () => ({ finding: "unconfirmed" }),
    },
  },
  map: {
    fields: [field("title"), field("caption", "rich"), field("credit"), more("across", "whole")],
    items: { name: "places", most: 100, each: [field("name"), field("latitude", "number"), field("longitude", "number"), more("note")], blank: () => ({}) },
  },
  document: { fields: [field("title"), field("media", "media"), field("url", "link"), field("source"), more("caption", "rich"), more("pages", "whole"), more("firstPage", "media")] },
  poll: { fields: [field("question"), field("closed", "flag")], items: { name: "options", most: 20, each: [field("text"), more("votes", "whole")], blank: () => ({}) } },
  scoreboard: {
    fields: [field("title"), field("status"), more("note"), more("source")],
    items: { name: "sides", most: 50, each: [field("name"), field("score"), field("detail")], blank: () => ({}) },
  },
  timeline: { fields: [field("title")], items: { name: "entries", most: 100, each: [field("when"), field("text", "rich")], blank: () => ({}) } },
  qa: {
    fields: [],
    items: { name: "items", most: 50, each: [field("asked", "rich"), field("askedBy"), field("answer", "paragraphs"), field("answeredBy")], blank: () => ({}) },
  },
  divider: { fields: [] },
};

/** Whether this could be a block of its kind: what comes from a clipboard may be anything. */
export function fits(block: unknown): block is Block {
  if (!isObject(block) || typeof block["kind"] !== "string" || !(block["kind"] in forms)) return false;
  const { fields, items, grid } = forms[block["kind"] as Carded];
  const known = new Set<string>(["kind", ...fields.map(({ name }) => name), ...(items ? [items.name] : []), ...(grid ? ["columns", "rows"] : [])]);
  return Object.keys(block).every((key) => known.has(key))
    && fields.every((one) => holds(one, block[one.name]))
    && (!items || block[items.name] == null || (isList(block[items.name], items.most) && (block[items.name] as unknown[]).every((item) => isObject(item) && items.each.every((one) => holds(one, item[one.name])))))
    && (!grid || (isList(block["columns"] ?? [], 20) && isList(block["rows"] ?? [], 500)
      && ((block["columns"] ?? []) as unknown[]).every((name) => typeof name === "string")
      && ((block["rows"] ?? []) as unknown[]).every((row) => isList(row, 20) && (row as unknown[]).every((cell) => cell === null || typeof cell === "string" || typeof cell === "number"))));
}

function holds(field: Field, value: unknown): boolean {
  if (value == null) return true;
  switch (field.as) {
    case "rich": return isText(value);
    case "paragraphs": return Array.isArray(value) && value.every(isText);
    case "number":
    case "whole": return typeof value === "number";
    case "flag": return typeof value === "boolean";
    case "point": return isObject(value) && typeof value["x"] === "number" && typeof value["y"] === "number";
    case "choice": return field.of.includes(value as string);
    default: return typeof value === "string";
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const isList = (value: unknown, most: number): boolean => Array.isArray(value) && value.length <= most;
const isText = (value: unknown): boolean =>
  typeof value === "string" || (Array.isArray(value) && value.every((run) => isObject(run) && typeof run["text"] === "string"
    && (run["marks"] === undefined || Array.isArray(run["marks"])) && (run["href"] === undefined || typeof run["href"] === "string")));
