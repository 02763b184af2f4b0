import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Longest, pause } from '../src/backoff.ts';
import { isPast, minutesAgo } from '../src/times.ts';
import { words } from '../src/words.ts';

const Minute = 60_000;

test('a time within the hour is so many whole minutes ago', () => {
  assert.equal(minutesAgo(0, 4.9 * Minute), 4);
  assert.equal(minutesAgo(0, 59.9 * Minute), 59);
  assert.equal(minutesAgo(0, 60 * Minute), undefined);
});

test('a clock that is a little slow shows no negative minutes, and one that is wrong shows none', () => {
  assert.equal(minutesAgo(0.5 * Minute, 0), 0);
  assert.equal(minutesAgo(2 * Minute, 0), undefined);
});

test('breaking news cools when its minutes are over', () => {
  assert.equal(isPast(0, 20, 20 * Minute - 1), false);
  assert.equal(isPast(0, 20, 20 * Minute), true);
});

test('pauses double, are spread, and have an end', () => {
  assert.equal(pause(2_000, 0, () => 0.5), 2_000);
  assert.equal(pause(2_000, 2, () => 0.5), 8_000);
  assert.equal(pause(2_000, 0, () => 0), 1_500);
  assert.equal(pause(2_000, 60, () => 0.5), Longest);
});

test('words agree with their number in the language of the page', () => {
  const english = words({ newPosts: { one: '1 new post', other: '{n} new posts' }, linkCopied: { other: 'Link copied' } }, 'en-GB');
  assert.equal(english('newPosts', 1), '1 new post');
  assert.equal(english('newPosts', 1_200), '1,200 new posts');
  assert.equal(english('linkCopied'), 'Link copied');
  const polish = words({ newPosts: { one: '{n} wpis', few: '{n} wpisy', many: '{n} wpisów' } }, 'pl');
  assert.deepEqual([1, 3, 5].map(n => polish('newPosts', n)), ['1 wpis', '3 wpisy', '5 wpisów']);
});

test('what the page has no words for is not said', () => {
  assert.equal(words({}, 'en')('newPosts', 3), undefined);
});
