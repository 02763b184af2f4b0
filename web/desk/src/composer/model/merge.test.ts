import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block } from "../../api/types.ts";
import { merge, resolve, same, type Choice, type Conflict, type Merged } from "./merge.ts";

const p = (id: string, text: string): Block => ({ kind: "paragraph", id, text });
const said = (blocks: readonly Block[]): string => blocks.map((block) => (block.kind === "paragraph" ? block.text : block.kind)).join(" ");

// A post, and what somebody makes of it: words changed, blocks taken out, added, moved.
type Edit = { change: string[]; drop: string[]; add: [number, string][]; move: [number, number][] };
const ids = fc.uniqueArray(fc.constantFrom(..."abcdefgh"), { maxLength: 6 });
const post = ids.map((all) => all.map((id) => p(id, id)));
const edit = (who: string): fc.Arbitrary<Edit> => fc.record({
  change: fc.array(fc.constantFrom(..."abcdefgh"), { maxLength: 3 }),
  drop: fc.array(fc.constantFrom(..."abcdefgh"), { maxLength: 2 }),
  add: fc.array(fc.tuple(fc.nat(6), fc.constantFrom(`${who}1`, `${who}2`, "x1")), { maxLength: 2 }),
  move: fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 2 }),
});
function after(blocks: Block[], { change, drop, add, move }: Edit, who: string): Block[] {
  let next = blocks.filter((block) => !drop.includes(block.id!)).map((block) => (change.includes(block.id!) ? p(block.id!, `${block.id}-${who}`) : block));
  for (const [from, to] of move) if (from < next.length) next.splice(to, 0, ...next.splice(from, 1));
  for (const [at, id] of add) if (!next.some((block) => block.id === id)) next = [...next.slice(0, at), p(id, `${id} by ${who}`), ...next.slice(at)];
  return next;
}
const three = fc.tuple(post, edit("m"), edit("t")).map(([base, my, their]) => ({ base, mine: after(base, my, "m"), theirs: after(base, their, "t") }));
const law = (name: string, check: (all: { base: Block[]; mine: Block[]; theirs: Block[] }) => void): void =>
  test(name, () => { fc.assert(fc.property(three, check), { numRuns: 2000 }); });

const settle = ({ blocks, conflicts }: Merged, choose: (conflict: Conflict) => Choice): Block[] =>
  conflicts.reduce((now, conflict) => resolve(now, conflict, choose(conflict)), blocks);
const nameOf = (conflict: Conflict): string => (conflict.kind === "block" ? conflict.id : "");
const mirrored = (conflict: Conflict): Conflict => ({ ...conflict, mine: conflict.theirs, theirs: conflict.mine }) as Conflict;

describe("laws", () => {
  law("where one side changed nothing, the other's version is the answer", ({ base, mine }) => {
    expect(merge(base, mine, base)).toEqual({ blocks: mine, conflicts: [] });
    expect(merge(base, base, mine)).toEqual({ blocks: mine, conflicts: [] });
  });
  law("where both made the same of it, that is the answer", ({ base, mine }) => {
    expect(merge(base, mine, mine)).toEqual({ blocks: mine, conflicts: [] });
  });
  law("whoever asks gets the same answer, with the sides' names turned", ({ base, mine, theirs }) => {
    const [one, other] = [merge(base, mine, theirs), merge(base, theirs, mine)];
    // Each is asked in the order of the page before them, so only the set is the same.
    expect(new Map(other.conflicts.map((conflict) => [nameOf(conflict), mirrored(conflict)]))).toEqual(new Map(one.conflicts.map((conflict) => [nameOf(conflict), conflict])));
    expect(settle(one, () => "mine")).toEqual(settle(other, () => "theirs"));
    expect(settle(one, () => "theirs")).toEqual(settle(other, () => "mine"));
  });
  law("nothing that both kept is lost, and nothing that either wrote", ({ base, mine, theirs }) => {
    const merged = merge(base, mine, theirs);
    const words = settle(merged, () => "both").map((block) => said([block]));
    const was = new Set(base.map((block) => said([block])));
    const kept = mine.filter((block) => theirs.some((other) => same(block, other)));
    const written = [...mine, ...theirs].filter((block) => !was.has(said([block])));
    for (const block of [...kept, ...written]) expect(words).toContain(said([block]));
  });
  law("every block has an id of its own, before and after conflicts are settled", ({ base, mine, theirs }) => {
    const merged = merge(base, mine, theirs);
    for (const blocks of [merged.blocks, settle(merged, () => "both")]) {
      const all = blocks.map((block) => block.id);
      expect(all).not.toContain(undefined);
      expect(new Set(all).size).toBe(all.length);
    }
  });
  law("settling everything as mine keeps all of mine that stood in conflict", ({ base, mine, theirs }) => {
    const merged = merge(base, mine, theirs);
    const settled = settle(merged, () => "mine");
    for (const conflict of merged.conflicts) {
      if (conflict.kind === "block") expect(settled.find((block) => block.id === conflict.id) ?? null).toEqual(conflict.mine);
    }
  });
});

test("each adds and changes something else: no conflict", () => {
  const base = [p("a", "One"), p("b", "Two"), p("c", "Three")];
  const mine = [p("a", "One!"), p("b", "Two"), p("m", "Mine"), p("c", "Three")];
  const theirs = [p("b", "Two"), p("c", "Three?")].toSpliced(0, 0, p("a", "One"), p("t", "Theirs"));
  expect(merge(base, mine, theirs)).toEqual({ blocks: [p("a", "One!"), p("t", "Theirs"), p("b", "Two"), p("m", "Mine"), p("c", "Three?")], conflicts: [] });
});

test("a block that one changed and the other took out is asked about, and stays until then", () => {
  const base = [p("a", "One"), p("b", "Two")];
  const merged = merge(base, [p("a", "One")], [p("a", "One"), p("b", "Two, changed")]);
  expect(said(merged.blocks)).toBe("One Two, changed");
  expect(merged.conflicts).toEqual([{ kind: "block", id: "b", base: p("b", "Two"), mine: null, theirs: p("b", "Two, changed") }]);
  expect(said(settle(merged, () => "mine"))).toBe("One");
  expect(said(settle(merged, () => "theirs"))).toBe("One Two, changed");
});

test("both: mine stands first, theirs gets an id of its own", () => {
  const merged = merge([p("a", "Old")], [p("a", "Mine")], [p("a", "Theirs")]);
  expect(settle(merged, () => "both")).toEqual([p("a", "Mine"), p("a-2", "Theirs")]);
});

test("one moves blocks, the other rewrites them: both are done", () => {
  const base = [p("a", "One"), p("b", "Two"), p("c", "Three")];
  const merged = merge(base, [p("c", "Three"), p("a", "One"), p("b", "Two")], [p("a", "1"), p("b", "Two"), p("c", "3")]);
  expect([said(merged.blocks), merged.conflicts]).toEqual(["3 1 Two", []]);
});

test("both move blocks, differently: the order is asked about, no word is", () => {
  const base = [p("a", "One"), p("b", "Two"), p("c", "Three")];
  const merged = merge(base, [p("c", "Three"), p("a", "One"), p("b", "Two")], [p("b", "Two"), p("a", "One"), p("c", "Three")]);
  expect(merged.conflicts).toEqual([{ kind: "order", mine: ["c", "a", "b"], theirs: ["b", "a", "c"] }]);
  expect(said(settle(merged, () => "theirs"))).toBe("Two One Three");
});

test("blocks without ids are matched by their place, as the server names them", () => {
  const plain = (text: string): Block => ({ kind: "paragraph", text });
  const merged = merge([plain("One"), plain("Two")], [plain("One!"), plain("Two")], [plain("One"), plain("Two?")]);
  expect(merged).toEqual({ blocks: [p("b1", "One!"), p("b2", "Two?")], conflicts: [] });
});
