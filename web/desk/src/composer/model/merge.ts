import type { Block } from "../../api/types.ts";

/** A block that both changed, differently. Null where that side took it out (or, for base, where there was none). */
export interface BlockConflict {
  kind: "block";
  id: string;
  base: Block | null;
  mine: Block | null;
  theirs: Block | null;
}

/** Both put blocks into another order, and not the same one; the words are not in question. */
export interface OrderConflict {
  kind: "order";
  mine: string[];
  theirs: string[];
}

export type Conflict = BlockConflict | OrderConflict;
export type Choice = "mine" | "theirs" | "both";

export interface Merged {
  /** All blocks, each with an id; a block in conflict stands here as mine (as theirs where I took it out) until it is resolved. */
  blocks: Block[];
  conflicts: Conflict[];
}

/**
 * What two people made of the same post, block by block. What one changed and the other did not is taken; what one took out and
 * the other left alone goes; what one added is kept. The same for whoever asks: with the arguments turned round, only the names of the sides change.
 */
export function merge(base: readonly Block[], mine: readonly Block[], theirs: readonly Block[]): Merged {
  const [b, m, t] = [byId(base), byId(mine), byId(theirs)];
  const conflicts: Conflict[] = [];
  const kept = new Map<string, Block>();

  for (const id of new Set([...m.keys(), ...t.keys()])) {
    const [was, my, their] = [b.get(id) ?? null, m.get(id) ?? null, t.get(id) ?? null];
    if (same(my, their)) kept.set(id, my!);
    else if (same(my, was)) their && kept.set(id, their);
    else if (same(their, was)) my && kept.set(id, my);
    else {
      kept.set(id, (my ?? their)!);
      conflicts.push({ kind: "block", id, base: was, mine: my, theirs: their });
    }
  }

  const [myOrder, theirOrder] = [order(m, kept), order(t, kept)];
  const shared = { mine: myOrder.filter((id) => t.has(id)), theirs: theirOrder.filter((id) => m.has(id)) };
  const moved = orderOf(b, shared);
  const along = (spine: string[]): string[] => interleave(spine, runsAfter(myOrder, spine), runsAfter(theirOrder, spine));
  if (moved === "both") conflicts.push({ kind: "order", mine: along(shared.mine), theirs: along(shared.theirs) });
  const ids = along(moved === "theirs" ? shared.theirs : shared.mine);

  conflicts.sort((one, other) => placeOf(one, ids) - placeOf(other, ids));
  return { blocks: ids.map((id) => kept.get(id)!), conflicts };
}

/** The blocks with one conflict settled. Both: mine, then theirs under a name of its own. */
export function resolve(blocks: readonly Block[], conflict: Conflict, choice: Choice): Block[] {
  if (conflict.kind === "order") return inOrder(blocks, choice === "theirs" ? conflict.theirs : conflict.mine);
  const { id, mine, theirs } = conflict;
  const chosen = choice === "mine" ? [mine] : choice === "theirs" ? [theirs] : [mine, theirs];
  const present = chosen.filter((block): block is Block => block !== null);
  const second = present[1];
  if (second) present[1] = { ...second, id: freeId(id, blocks) };
  return blocks.flatMap((block) => (block.id === id ? present : [block]));
}

/** Equal as values; a field that is null is a field that is absent. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b || (a == null && b == null)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a == null || b == null || Array.isArray(a) !== Array.isArray(b)) return false;
  if (Array.isArray(a)) return a.length === (b as unknown[]).length && a.every((one, i) => same(one, (b as unknown[])[i]));
  const [x, y] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return [...new Set([...Object.keys(x), ...Object.keys(y)])].every((key) => same(x[key], y[key]));
}

type ById = Map<string, Block>;

// A block that came without an id is named for its place, as the server names it.
function byId(blocks: readonly Block[]): ById {
  const taken = new Set(blocks.map((block) => block.id).filter((id) => id != null));
  const all: ById = new Map();
  for (const [i, block] of blocks.entries()) {
    let id = block.id;
    for (let n = i + 1; id == null || all.has(id); n += blocks.length) {
      id = taken.has(`b${n}`) ? null : `b${n}`;
    }
    taken.add(id);
    all.set(id, { ...block, id });
  }
  return all;
}

const order = (side: ById, kept: ReadonlyMap<string, Block>): string[] => [...side.keys()].filter((id) => kept.has(id));

/** Who put the shared blocks into another order than they were in. */
function orderOf(base: ById, { mine, theirs }: { mine: string[]; theirs: string[] }): "nobody" | "mine" | "theirs" | "both" {
  if (same(mine, theirs)) return "nobody";
  const was = [...base.keys()].filter((id) => mine.includes(id));
  const [myMove, theirMove] = [mine, theirs].map((ids) => !same(ids.filter((id) => base.has(id)), was));
  return myMove === theirMove ? "both" : myMove ? "mine" : "theirs";
}

/** What follows each block of the spine on one side; under "" what stands before the first. */
function runsAfter(ids: readonly string[], spine: readonly string[]): Map<string, string[]> {
  const on = new Set(spine);
  const runs = new Map<string, string[]>([["", []]]);
  let anchor = "";
  for (const id of ids) {
    if (on.has(id)) runs.set((anchor = id), []);
    else runs.get(anchor)!.push(id);
  }
  return runs;
}

// What both added at the same place: whose name is smaller stands first, whoever asks.
function interleave(spine: readonly string[], mine: Map<string, string[]>, theirs: Map<string, string[]>): string[] {
  return ["", ...spine].flatMap((anchor) => {
    const [one, other] = [mine.get(anchor) ?? [], theirs.get(anchor) ?? []];
    const first = (one[0] ?? "") < (other[0] ?? "") ? [...one, ...other] : [...other, ...one];
    return anchor === "" ? first : [anchor, ...first];
  });
}

function placeOf(conflict: Conflict, ids: readonly string[]): number {
  return conflict.kind === "order" ? ids.length : ids.indexOf(conflict.id);
}

// A block that is not named, because it came by settling another conflict, stays behind the one it follows.
function inOrder(blocks: readonly Block[], ids: readonly string[]): Block[] {
  const groups = new Map<string, Block[]>([["", []]]);
  let leader = "";
  for (const block of blocks) {
    if (block.id != null && ids.includes(block.id)) groups.set((leader = block.id), []);
    groups.get(leader)!.push(block);
  }
  return ["", ...ids].flatMap((id) => groups.get(id) ?? []);
}

const MostIdLength = 64;

function freeId(id: string, blocks: readonly Block[]): string {
  const taken = new Set(blocks.map((block) => block.id));
  for (let n = 2; ; n++) {
    const end = `-${n}`;
    const free = id.slice(0, MostIdLength - end.length) + end;
    if (!taken.has(free)) return free;
  }
}
