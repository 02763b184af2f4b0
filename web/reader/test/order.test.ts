import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare, nextOrder } from '../src/order.ts';

const sorted = (cells: string[], order: 'ascending' | 'descending', language = 'en'): string[] => [...cells].sort((a, b) => compare(language)(a, b, order));

test('numbers are sorted by what they are, and words after them', () => {
  assert.deepEqual(sorted(['9', '12', '-3', '0.5', 'about 80'], 'ascending'), ['-3', '0.5', '9', '12', 'about 80']);
});

test('what is not known comes last either way', () => {
  assert.deepEqual(sorted(['', '2', '1'], 'ascending'), ['1', '2', '']);
  assert.deepEqual(sorted(['', '1', '2'], 'descending'), ['2', '1', '']);
});

test('words are sorted by the alphabet of the language', () => {
  assert.deepEqual(sorted(['Zug', 'Ärger', 'Auto'], 'ascending', 'de'), ['Ärger', 'Auto', 'Zug']);
  assert.deepEqual(sorted(['Ål', 'Zebra'], 'ascending', 'sv'), ['Zebra', 'Ål']);
  assert.deepEqual(sorted(['Gauge 10', 'Gauge 9'], 'ascending'), ['Gauge 9', 'Gauge 10']);
});

test('numbers begin with the highest, words with the first, and the third press gives back what was', () => {
  const presses = (numbers: boolean): unknown[] => [0, 0, 0].reduce<{ now: ReturnType<typeof nextOrder>; all: unknown[] }>(({ now, all }) => { const next = nextOrder(now, numbers); return { now: next, all: [...all, next] }; }, { now: undefined, all: [] }).all;
  assert.deepEqual(presses(true), ['descending', 'ascending', undefined]);
  assert.deepEqual(presses(false), ['ascending', 'descending', undefined]);
});
