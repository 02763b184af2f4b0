import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Journal } from '../src/journal.ts';
import { chance, Seeds } from './chance.ts';

test('whatever is replayed, repeated or missing, each change comes through once and in order', () => {
  for (const seed of Seeds) {
    const { below } = chance(seed);
    const journal = new Journal(7);
    const seen: number[] = [];
    const offer = (from: number, count: number): boolean => {
      const { next, gap } = journal.take(Array.from({ length: count }, (_, i) => ({ seq: from + i })));
      seen.push(...next.map(change => change.seq));
      return gap;
    };
    while (journal.seq < 60) {
      const { seq } = journal;
      const from = seq - 5 + below(10);
      assert.equal(offer(from, 1 + below(6)), from > seq + 1, `seed ${seed}`);
    }
    assert.deepEqual(seen, Array.from({ length: seen.length }, (_, i) => 8 + i), `seed ${seed}`);
  }
});

test('what stands before a gap is taken', () => {
  const journal = new Journal(1);
  assert.deepEqual(journal.take([{ seq: 2 }, { seq: 4 }, { seq: 5 }]), { next: [{ seq: 2 }], gap: true });
  assert.equal(journal.seq, 2);
});
