import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { chance } from './chance.ts';
import type { LiveServer } from './live-server.ts';
import { isCutOff, pass, requests, rests } from './page-clock.ts';
import { assertEqualToFresh, has, isAt, open, targets } from './reader.ts';

// What an open page does when its connection is cut, refused, put to sleep, or answered by another server than before.

/** Nobody listens any more. */
async function closed(server: LiveServer): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (server.listeners > 0) {
    assert.ok(Date.now() < deadline, 'somebody still listens');
    await new Promise(resolve => setImmediate(resolve));
  }
}

test('a page cut off at any moment ends equal to a fresh one', () => open(6, async reader => {
  const { newsroom, server, page } = reader;
  const { below, pick } = chance(7);
  for (let turn = 0; turn < 40; turn++) {
    for (let n = below(5); n >= 0; n--) {
      pick([() => newsroom.act(), () => newsroom.act(), () => newsroom.set('summary', 'summary', `<p>Summary ${turn}</p>`), () => newsroom.set('pin', 'pinned', `<p>Pinned ${turn}</p>`)])();
    }
    if (below(2)) server.cut();
    else server.send();
    if (below(3) === 0) await isAt(page, newsroom.head);
    if (below(3) === 0) await page.evaluate(to => window.scrollTo(0, to), below(1_500));
  }
  server.cut();
  await isAt(page, newsroom.head);
  // Not by the mouse: what waits may be shown by itself before the mouse gets there.
  await page.$eval('[data-new] button', button => (button as HTMLElement).click());
  await assertEqualToFresh(reader);
}));

test('a page whose streams are refused polls', () => open(3, async ({ newsroom, server, page }) => {
  server.refuses = true;
  server.cut();
  await isCutOff(page);
  await pass(page, 60_000);
  newsroom.publish();
  await pass(page, 30_000);
  assert.deepEqual(await targets(page), ['p3', 'p2', 'p1', 'p0']);
}, { at: '2026-03-09T00:00:00Z' }));

test('a closed page learns of a correction, and streams again when it is reopened', () => open(3, async ({ newsroom, server, page }) => {
  newsroom.status = 'closed';
  newsroom.set('status', 'status', '<p>Live coverage has ended</p>');
  server.send();
  await has(page, 'has ended');
  server.cut();
  await isCutOff(page);
  await pass(page, 5_000);
  newsroom.edit('p1', { body: '<p>Corrected</p>' });
  await pass(page, 80_000);
  assert.equal(await page.textContent('#post-p1 h2 + p'), 'Corrected');
  assert.equal(server.listeners, 0);
  newsroom.status = 'live';
  newsroom.set('status', 'status', '<p>Live</p>');
  await pass(page, 90_000);
  assert.equal(await page.getAttribute('main', 'data-status'), 'live');
  newsroom.publish();
  server.send();
  // A stream silent for long may just have been given up; the next one comes at once.
  await pass(page, 1_000);
  await has(page, 'Post p3');
  assert.equal(server.listeners, 1);
}, { at: '2026-03-09T00:00:00Z' }));

/** Headless tabs are never hidden by themselves. */
const hide = (page: Page, hidden: boolean): Promise<void> => page.evaluate(hidden => {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}, hidden);

test('a hidden tab counts what is new, goes quiet after a while, and catches up when it is looked at', () => open(3, async ({ newsroom, server, page }) => {
  await hide(page, true);
  newsroom.publish();
  server.send();
  await page.waitForFunction(() => document.title === '(1) The bridge – The Lantern');
  await pass(page, 301_000);
  const asked = await requests(page);
  newsroom.publish();
  await page.clock.runFor(600_000);
  assert.equal(await requests(page), asked);
  await closed(server);
  await hide(page, false);
  await has(page, 'Post p4');
  assert.equal(await page.title(), 'The bridge – The Lantern');
}, { at: '2026-03-09T00:00:00Z' }));

test('a page of another journal is loaded anew, once', () => open(3, async ({ newsroom, server, page, address }) => {
  server.epoch = 'two';
  server.cut();
  await isCutOff(page);
  await pass(page, 1_000);
  await page.waitForSelector('main[data-epoch=two]');
  assert.ok(server.asked.includes(`/live/bridge?at=${newsroom.head}`));
  await page.waitForURL(address);
  await rests(page);
  server.epoch = 'three';
  const asked = server.asked.length;
  server.cut();
  await isCutOff(page);
  await pass(page, 20_000);
  const since = server.asked.slice(asked);
  assert.ok(since.some(path => path.includes('/changes')));
  assert.equal(since.some(path => path.includes('at=')), false);
}, { at: '2026-03-09T00:00:00Z' }));

test('a page of another build is loaded anew when nobody looks', () => open(3, async ({ newsroom, server, page }) => {
  server.build = 'c';
  server.cut();
  newsroom.publish();
  await has(page, 'Post p3');
  assert.equal(await page.getAttribute('main', 'data-build'), 'b');
  await hide(page, true);
  await page.waitForSelector('main[data-build=c]');
}));
