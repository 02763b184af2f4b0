import type { BlockKind } from "../api/types.ts";
import type { FieldName } from "./cards/forms.ts";
import type { OverLimit } from "./model/limits.ts";
import type { Owes } from "./model/owed.ts";
import { arabic } from "./words.ar.ts";
import { english } from "./words.en.ts";

/** The keys of the composer, as they are pressed; Ctrl is Command on a Mac. */
export const composerKeys = ["/", "@", "Ctrl+B", "Ctrl+I", "Ctrl+E", "Ctrl+K", "Ctrl+Alt+2", "Ctrl+Shift+8", "Ctrl+Shift+7", "Ctrl+Shift+9", "Tab", "Shift+Tab", "Alt+↑", "Alt+↓", "Enter", "Esc"] as const;
export type ComposerKey = (typeof composerKeys)[number];

/** Everything the composer says, in one language. */
export interface Words {
  body: string;
  placeholder: string;
  kinds: Record<BlockKind, string>;
  unknownKind(kind: string): string;
  unknownNote: string;
  fields: Record<FieldName, string>;
  /** A field that means something of its own in one kind of block. */
  fieldsOf: Partial<Record<`${BlockKind}.${string}`, string>>;
  choices: Record<string, string>;
  notSaid: string;
  /** Between two things in a row. */
  comma: string;
  owed: Record<Owes, string>;
  owedSentence(owes: readonly Owes[]): string;
  more: string;
  open: string;
  done: string;
  remove: string;
  moveUp: string;
  moveDown: string;
  item(what: string, number: number): string;
  itemOf: Partial<Record<BlockKind, string>>;
  addItem: Partial<Record<BlockKind, string>>;
  addBlock: string;
  blocksFound(count: number): string;
  noBlockFound: string;
  toolbar: string;
  marks: { strong: string; emphasis: string; code: string; link: string };
  link: { label: string; apply: string; remove: string; cancel: string; refused: string };
  grid: {
    label: string;
    column(number: number): string;
    unnamed(number: number): string;
    cell(row: number, column: string): string;
    addRow: string;
    addColumn: string;
    removeRow(number: number): string;
    removeColumn(name: string): string;
    hint: string;
    notANumber(text: string): string;
    /** How many more cells are wrong than are told of. */
    moreWrong(count: number): string;
    fromFile: string;
    fileTooLarge: string;
    fileUnread: string;
    firstRow: string;
    turn: string;
    turnTooMany: string;
    tooLarge: string;
    showAll(count: number): string;
  };
  preview: { label: string; frame: string; failed: string; says: string; change: string; oddTotal(total: number): string };
  point: { left: string; top: string };
  media: { none: string; library: string; choose: string; replace: string; remove: string; sending: string; looking: string; kept: string; held: string; captions: string; there: string; failed: string; described: string };
  document: { is(pages: number, bytes: number): string; says: string; title: string; author: string; program: string; take: string; taken: string };
  lookUp: { fetch: string; fetching: string; fetched: string; failed: string; offer: string; card: string; keep: string };
  place: { find: string; hint: string; unread: string };
  /** What each key does, for the list of keys. */
  keys: Record<ComposerKey, string>;
  number: string;
  address: string;
  over(limit: OverLimit): string;
  pasteTooLarge: string;
  pasteOver(reason: string): string;
  pasteEmpty: string;
  nestingFull: string;
  bylines: {
    label: string;
    find: string;
    people: string;
    person: string;
    team: string;
    role: string;
    organisation: string;
    location: string;
    add(name: string): string;
    added(name: string): string;
    remove(name: string): string;
    removed(name: string): string;
    moveUp(name: string): string;
    full: string;
    found(count: number): string;
  };
}

export const wordsFor = (language: string): Words => (/^ar\b/i.test(language) ? arabic : english);
