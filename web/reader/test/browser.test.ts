import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixtures } from './fixtures.ts';
import type { Coverage } from './live-server.ts';
import { pass } from './page-clock.ts';
import { assertEqualToFresh, has, isAt, open, scrollInto, targets, topOf, visit } from './reader.ts';

// What readers see of changes while they read.

test('at the top of the page a new post is shown at once', () => open(3, async ({ newsroom, server, page }) => {
  newsroom.publish();
  server.send();
  await has(page, 'Post p3');
  assert.deepEqual(await targets(page), ['p3', 'p2', 'p1', 'p0']);
  assert.equal(await page.locator('[data-new]').isHidden(), true);
}));

test('the mark of a new post leaves nothing behind', () => open(3, async reader => {
  const { newsroom, server, page } = reader;
  newsroom.publish();
  server.send();
  await page.waitForSelector('#post-p3.arrived');
  await pass(page, 1_000);
  assert.equal(await page.locator('.arrived').count(), 0);
  await assertEqualToFresh(reader);
}, { at: '2026-03-10T09:00:00Z' }));

test('further down nothing moves: new posts wait behind a button that leads to them', () => open(4, async ({ newsroom, server, page }) => {
  await scrollInto(page, 'p2');
  const was = await topOf(page, 'p2');
  newsroom.publish();
  newsroom.publish();
  server.send();
  await has(page, '2 new posts');
  assert.deepEqual([await topOf(page, 'p2'), await page.title(), (await targets(page)).length], [was, '(2) The bridge – The Lantern', 4]);

  await page.click('[data-new] button');
  assert.deepEqual(await targets(page), ['p5', 'p4', 'p3', 'p2', 'p1', 'p0']);
  assert.deepEqual([await page.title(), await page.locator('[data-new]').isHidden()], ['The bridge – The Lantern', true]);
  assert.equal(await page.evaluate(() => document.activeElement!.id), 'post-p5');
  assert.ok(Math.abs(await topOf(page, 'p5')) < 2);
}, { anchoring: 'none' }));

test('posts that wait are shown when the reader comes back to the top', () => open(4, async ({ newsroom, server, page }) => {
  await scrollInto(page, 'p2');
  newsroom.publish();
  server.send();
  await has(page, '1 new post');
  await page.evaluate(() => window.scrollTo(0, 0));
  await has(page, 'Post p4');
}));

for (const anchoring of ['auto', 'none'] as const) {
  test(`whatever changes above, what is being read stays where it is (anchoring by the browser: ${anchoring})`, () => open(4, async reader => {
    const { newsroom, server, page } = reader;
    await scrollInto(page, 'p1');
    const was = await topOf(page, 'p1');
    newsroom.set('summary', 'summary', '<ul><li data-changed="2026-03-09T00:00:00Z">Crack found in the pier</li></ul>'.repeat(6));
    newsroom.edit('p3', { body: '<p>One</p><p>Two</p><p>Three</p>' });
    newsroom.withdraw('p2');
    newsroom.set('header', 'header', '<h1>The bridge is closed</h1><p>All day</p>');
    server.send();
    await isAt(page, newsroom.head);
    assert.ok(Math.abs(await topOf(page, 'p1') - was) < 1);
    newsroom.remove('p3');
    server.send();
    await isAt(page, newsroom.head);
    assert.ok(Math.abs(await topOf(page, 'p1') - was) < 1);
    assert.deepEqual([await page.title(), await page.textContent('[data-bar] a')], ['The bridge is closed – The Lantern', 'The bridge is closed']);
    await assertEqualToFresh(reader);
  }, { anchoring }));

  test(`an edit of the post being read leaves its other paragraphs where they are (anchoring by the browser: ${anchoring})`, () => open(4, async ({ newsroom, server, page }) => {
    newsroom.edit('p1', { body: '<p>First</p><p>Second</p><p id="read">Third</p>' });
    server.send();
    await isAt(page, newsroom.head);
    await scrollInto(page, 'p1', 480);
    const top = (): Promise<number> => page.$eval('#read', read => read.getBoundingClientRect().top);
    const was = await top();
    const paragraph = await page.$('#read');
    newsroom.edit('p1', { body: '<p>First</p><p>Second</p><p>And a half</p><p id="read">Third</p>' });
    server.send();
    await has(page, 'And a half');
    assert.ok(Math.abs(await top() - was) < 1);
    assert.equal(await paragraph!.evaluate(element => element.isConnected), true);
  }, { anchoring }));
}

test('a post that is selected from, or has the focus, is not pushed away', () => open(3, async ({ newsroom, server, page }) => {
  await page.evaluate(() => getSelection()!.selectAllChildren(document.querySelector('#post-p2 p')!));
  newsroom.publish();
  server.send();
  await has(page, '1 new post');
  await page.evaluate(() => getSelection()!.removeAllRanges());
  newsroom.publish();
  server.send();
  await has(page, 'Post p4');
  await page.focus('#post-p2 [data-share]');
  newsroom.publish();
  server.send();
  await has(page, '1 new post');
}));

test('a post whose video plays is not pushed away, and an edit beside it leaves it playing', () => open(3, async ({ newsroom, server, page }) => {
  newsroom.edit('p2', { body: '<video></video><p>First</p>' });
  server.send();
  const video = await page.waitForSelector('video', { state: 'attached' });
  await video.evaluate(element => Object.defineProperty(element, 'paused', { value: false }));
  newsroom.edit('p2', { body: '<video></video><p>Second</p><p>Third</p>' });
  newsroom.publish();
  server.send();
  await has(page, '1 new post');
  await has(page, 'Third');
  assert.equal(await video.evaluate(element => element.isConnected), true);
}, { at: '2026-03-08T23:50:00Z' }));

test('a removed post makes room for the next older one', () => open(7, async reader => {
  const { newsroom, server, page } = reader;
  newsroom.remove('p5');
  server.send();
  await has(page, 'Post p2');
  assert.deepEqual(await targets(page), ['p6', 'p4', 'p3', 'p2']);
  await assertEqualToFresh(reader);
}));

test('days stand between posts of different days and nowhere else', () => open(4, async reader => {
  const { newsroom, server, page } = reader;
  newsroom.publish(130);
  server.send();
  await has(page, 'Sunday 8 March');
  assert.equal(await page.$eval('.day', day => day.nextElementSibling!.id), 'post-p3');
  await assertEqualToFresh(reader);
  newsroom.edit('p3', { time: 131 });
  server.send();
  await isAt(page, newsroom.head);
  assert.equal(await page.$eval('.day', day => day.nextElementSibling!.id), 'post-p2');
  await assertEqualToFresh(reader);
}));

test('a day that comes between two others is named', () => open(2, async reader => {
  const { newsroom, server, page } = reader;
  for (const minute of [1_600, 130]) {
    newsroom.publish(minute);
    server.send();
    await isAt(page, newsroom.head);
  }
  assert.deepEqual(await page.$$eval('.day', days => days.map(day => day.textContent)), ['Monday 9 March', 'Sunday 8 March']);
  await assertEqualToFresh(reader);
}));

test('the link to a post is copied where there is nothing to share it with', () => open(2, async ({ page, address }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.click('#post-p1 [data-share]');
  await page.waitForFunction(() => document.querySelector('[data-announce]')!.textContent === 'Link copied');
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${address}/posts/p1`);
}, { at: '2026-03-09T00:00:00Z' }));

test('times within the hour are told in minutes, and in full afterwards', () => open(1, async ({ page }) => {
  const shown = (): Promise<string | null> => page.textContent('#post-p0 time');
  assert.equal(await shown(), '4 min');
  await pass(page, 60_000);
  assert.equal(await shown(), '5 min');
  await page.clock.fastForward(3_600_000);
  assert.equal(await shown(), '23:40');
}, { at: '2026-03-08T23:44:10Z' }));

test('the name of a time that is told in minutes begins with what can be read, and says the time in full', () => open(1, async ({ page }) => {
  const link = page.locator('#post-p0 a.time');
  assert.equal(await link.getAttribute('aria-label'), '4 min (23:40 in full)');
  await page.clock.fastForward(3_600_000);
  assert.equal(await link.getAttribute('aria-label'), '23:40 in full');
}, { at: '2026-03-08T23:44:10Z' }));

test('new posts are announced in one sentence', () => open(3, async ({ newsroom, server, page }) => {
  for (let n = 0; n < 3; n++) newsroom.publish();
  server.send();
  await isAt(page, newsroom.head);
  const said = (): Promise<string | null> => page.textContent('[data-announce]');
  assert.equal(await said(), '');
  await pass(page, 3_000);
  assert.equal(await said(), '3 new posts');
  await pass(page, 10_000);
  assert.equal(await said(), '');
}, { at: '2026-03-09T00:00:00Z' }));

test('the bar goes on the way down and returns on the way up', () => open(4, async ({ page }) => {
  const bar = page.locator('[data-bar]');
  await page.mouse.wheel(0, 400);
  await page.waitForFunction(() => scrollY === 400);
  assert.equal(await bar.isHidden(), true);
  await page.mouse.wheel(0, -50);
  await page.waitForFunction(() => !document.querySelector<HTMLElement>('[data-bar]')!.hidden);
  await page.mouse.wheel(0, -400);
  await page.waitForFunction(() => document.querySelector<HTMLElement>('[data-bar]')!.hidden);
}));

test('text becomes markup in one place only', () => open(1, async ({ page, errors }) => {
  const refused = await page.evaluate(() => {
    try {
      document.body.innerHTML = '<b>typed</b>';
      return false;
    } catch {
      return true;
    }
  });
  assert.equal(refused, true);
  assert.match(errors.splice(0).join(), /TrustedHTML/);
}));

test('a page takes in every frame that the specification shows', () => {
  const frames = fixtures.map(([, frame]) => frame);
  const id = (n: number): string => `019cd1f0-0000-7000-8000-${`${n}`.padStart(12, '0')}`;
  const post = (n: number, minute: number) => {
    const sort = `${63_908_632_800_000 + minute * 60_000}`.padStart(15, '0') + `-${`${n}`.padStart(10, '0')}`;
    return { target: id(n), revision: 1, sort, html: `<article class="post" id="post-${id(n)}" data-post="${id(n)}" data-revision="1" data-sort="${sort}" data-day="2026-03-09" data-day-text="Monday 9 March">${n}</article>` };
  };
  const coverage: Coverage = {
    sections: { header: '', status: '', summary: '', pinned: '', keyEvents: '' },
    status: 'live',
    head: frames[0]!.seq - 1,
    page: { shown: [post(23, 130), post(22, 125), post(21, 120), post(7, 31), post(6, 25)], more: true },
    since: seq => frames.filter(frame => frame.seq > seq),
  };
  return visit(coverage, async ({ page }) => {
    await isAt(page, frames.at(-1)!.seq);
    assert.deepEqual(await targets(page), [25, 24, 22, 7, 6, 5, 4].map(id));
    assert.equal(await page.textContent(`#post-${id(24)} .notice b`), 'This post has been withdrawn');
    assert.equal(await page.textContent('h1'), 'Crack closes Saltmarsh’s harbour bridge');
    assert.deepEqual(await page.$$eval('[data-section]', all => all.map(one => one.childElementCount)), [2, 1, 1, 1, 0]);
    assert.equal(await page.getAttribute('main', 'data-status'), 'closed');
  });
});
