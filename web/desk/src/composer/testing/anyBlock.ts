// Every block the API can hold, finished or not, for laws over random values.
import fc from "fast-check";
import type { Block, BlockKind } from "../../api/types.ts";

type Fields = Record<string, fc.Arbitrary<unknown>>;
const some = (fields: Fields, needed: Fields = {}): fc.Arbitrary<object> => fc.record({ ...fields, ...needed }, { requiredKeys: Object.keys(needed) });

const word = fc.oneof(fc.constantFrom("the gate", " ", "", "“No,” he said.", "المدّ عالٍ", "a\nb", "🌊", "<b>&"), fc.string({ maxLength: 12, unit: "grapheme" }));
const link = fc.constantFrom("https://harbour.example.org/41", "/live/day-one", "mailto:desk@example.org");
const run = some({ marks: fc.array(fc.constantFrom("strong", "emphasis", "code"), { maxLength: 3 }), href: link }, { text: word });
export const anyText = fc.oneof({ weight: 5, arbitrary: fc.array(run, { maxLength: 5 }) }, { weight: 1, arbitrary: word });
const line = fc.oneof(word, fc.constant(null));
const text = fc.oneof({ weight: 6, arbitrary: anyText }, { weight: 1, arbitrary: fc.constant(null) });
const items = (fields: Fields, needed: Fields = {}): fc.Arbitrary<unknown> => fc.oneof(fc.array(some(fields, needed), { maxLength: 4 }), fc.constant(null));
const number = fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.double({ min: -90, max: 90, noNaN: true }).map((n) => n + 0));
const cell = fc.oneof(word, number, fc.constant(null));
const grid = { columns: fc.array(word, { maxLength: 4 }), rows: fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 4 }) };

const picture: Fields = {
  media: line, alt: line, caption: text, credit: line, warning: line, sourceUrl: link,
  creditKind: fc.constantFrom("agency", "pool", "handout", "screengrab", "user", "own"),
  focalPoint: fc.record({ x: fc.double({ min: 0, max: 1, noNaN: true }), y: fc.double({ min: 0, max: 1, noNaN: true }) }),
};
const recording: Fields = { media: line, url: link, caption: text, credit: line, warning: line, transcript: text };

const listItem = fc.letrec<{ item: object }>((tie) => ({
  item: some({ text, items: fc.array(tie("item") as fc.Arbitrary<object>, { maxLength: 2, depthIdentifier: "list" }) }),
})).item;

const fieldsOf: Record<BlockKind, fc.Arbitrary<object>> = {
  paragraph: some({ text }),
  subheading: some({ text }),
  list: some({ items: fc.oneof(fc.array(listItem, { maxLength: 4 }), fc.constant(null)), ordered: fc.boolean() }),
  quote: some({ text, attribution: line, source: line, sourceUrl: link }),
  image: some(picture),
  gallery: some({ items: items(picture), caption: text }),
  video: some({ ...recording, poster: line, captions: line }),
  audio: some({ ...recording, show: line, episode: line, artwork: line }),
  chart: some({ title: line, unit: line, period: line, source: line, note: line, summary: line, ...grid }, { type: fc.constantFrom("bar", "line", "pie") }),
  table: some({ title: line, caption: text, source: line, note: line, ...grid }),
  embed: some({ url: link, provider: line, author: line, title: line, text, postedAt: fc.constant("2026-11-23T19:16:00Z") }),
  linkCard: some({ kicker: line, url: link, title: line, description: line }),
  verification: some({ items: items({ what: line, where: line, when: line, source: line, sourceUrl: link, how: text }, { finding: fc.constantFrom("unconfirmed", "old footage") }) }),
  map: some({ title: line, places: items({ name: line, note: line }, { latitude: number, longitude: number }), caption: text, credit: line }),
  document: some({ media: line, url: link, title: line, caption: text, source: line, pages: fc.integer({ min: 1, max: 900 }), firstPage: line }),
  poll: some({ question: line, options: items({ text: line, votes: fc.nat() }) }, { closed: fc.boolean() }),
  scoreboard: some({ title: line, status: line, sides: items({ name: line, score: line, detail: line }), note: line, source: line }),
  timeline: some({ title: line, entries: items({ when: line, text }) }),
  qa: some({ items: items({ asked: text, askedBy: line, answer: fc.array(anyText, { maxLength: 3 }), answeredBy: line }) }),
  divider: some({}),
};

/** A block without its id. */
export const anyUnnamed: fc.Arbitrary<Block> = fc.oneof(
  ...Object.entries(fieldsOf).map(([kind, fields]) => fields.map((rest) => ({ kind, ...rest }) as Block)),
  // A kind that a newer server may have.
  fc.jsonValue({ maxDepth: 2 }).map((what) => ({ kind: "hologram", what }) as unknown as Block),
);

/** The blocks of a post: some named, each its own. */
export const anyBlocks: fc.Arbitrary<Block[]> = fc
  .array(fc.tuple(fc.boolean(), anyUnnamed), { maxLength: 8 })
  .map((all) => all.map(([named, block], i) => (named ? { ...block, id: `b${i}` } : block)));
