import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Article } from '../src/frames.ts';
import { fixtures } from './fixtures.ts';

test('there is a frame for every op', () => {
  assert.deepEqual([...new Set(fixtures.map(([, { op }]) => op))].sort(), ['header', 'pin', 'remove', 'status', 'summary', 'upsert', 'void', 'withdraw']);
});

test('the frames follow on from each other', () => {
  fixtures.forEach(([name, { seq }], i) => assert.equal(seq, fixtures[0]![1].seq + i, name));
});

test('an article says of itself what its frame says', () => {
  for (const [name, change] of fixtures) {
    const articles: Article[] = [...('html' in change ? [change] : []), ...(change.fill ? [change.fill] : [])];
    for (const { target, revision, sort, html } of articles) {
      assert.match(sort, /^\d{15}-\d{10}$/, name);
      for (const says of [`id="post-${target}"`, `data-post="${target}"`, `data-revision="${revision}"`, `data-sort="${sort}"`]) assert.ok(html.includes(says), `${name}: ${says}`);
    }
    if (change.op === 'upsert') assert.equal(change.html.includes('data-breaking='), change.breaking, name);
  }
});
