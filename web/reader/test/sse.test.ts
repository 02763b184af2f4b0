import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EventParser } from '../src/sse.ts';
import { chance, Seeds } from './chance.ts';

const Events = [
  { type: 'hello', data: '{"seq":41}' },
  { type: 'change', data: '{"html":"<p>Brücke gesperrt – 橋 🌊</p>"}' },
  { type: 'message', data: 'one\ntwo\n' },
  { type: 'change', data: 'a: b' },
];

function stream(end: string): Uint8Array {
  const lines = [
    'retry: 2137', '', 'event: hello', 'data: {"seq":41}', '', ': keep-alive', '', 'id: 42', 'event: change',
    `data: ${Events[1]!.data}`, '', 'data:one', 'data: two', 'data', '', 'event: lost', '', 'event: change', 'data: a: b', '', 'data: unfinished',
  ];
  return new TextEncoder().encode(`\uFEFF${lines.join(end)}`);
}

test('however a stream is cut, its events are the same', () => {
  for (const seed of Seeds) {
    const { below, pick } = chance(seed);
    const bytes = stream(pick(['\n', '\r\n', '\r']));
    const parser = new EventParser();
    const events = [];
    for (let at = 0; at < bytes.length;) {
      const to = at + 1 + below(pick([1, 5, 80]));
      events.push(...parser.push(bytes.subarray(at, to)));
      at = to;
    }
    assert.deepEqual(events, Events, `seed ${seed}`);
    assert.equal(parser.retry, 2137);
  }
});

test('an event is there as soon as its last line is', () => {
  const parser = new EventParser();
  assert.equal(parser.push(new TextEncoder().encode('data: 1\r\n\r\n')).length, 1);
  assert.equal(parser.push(new TextEncoder().encode('data: 1\n\n')).length, 1);
});

test('an event without end is refused', () => {
  const parser = new EventParser();
  const megabyte = new TextEncoder().encode('x'.repeat(1 << 20));
  assert.throws(() => {
    for (let i = 0; i < 5; i++) parser.push(megabyte);
  }, RangeError);
});
