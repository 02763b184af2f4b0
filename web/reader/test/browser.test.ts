import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, type Browser, type Page } from 'playwright-core';
import { chance } from './chance.ts';
import { fixtures } from './fixtures.ts';
import { LiveServer, type Coverage } from './live-server.ts';
import { Newsroom } from './newsroom.ts';
import { isCutOff, pass, requests, rests, stopClock, watchNetwork } from './page-clock.ts';

// The page in a real browser, over a real connection, under the policy that real pages have.

let browser: Browser;
before(async () => {
  browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
});
after(() => browser.close());

interface Reader {
  readonly newsroom: Newsroom;
  readonly server: LiveServer;
  readonly page: Page;
  readonly address: string;
  /** What the browser complained about; nothing, unless a test says so. */
  readonly errors: string[];
}

interface Conditions {
  /** The time on the reader's clock, which then stands still until the test lets it pass. */
  readonly at?: string | undefined;
  readonly anchoring?: 'auto' | 'none' | undefined;
}

async function open(posts: number, look: (reader: Reader) => Promise<void>, { at, anchoring }: Conditions = {}): Promise<void> {
  const newsroom = new Newsroom(chance(1), posts);
  await visit(newsroom, opened => look({ newsroom, ...opened }), { at, anchoring });
}

async function visit(coverage: Coverage, look: (opened: Omit<Reader, 'newsroom'>) => Promise<void>, { at, anchoring = 'auto' }: Conditions = {}): Promise<void> {
  const server = new LiveServer(coverage);
  server.anchoring = anchoring;
  const address = await server.start();
  const context = await browser.newContext({ viewport: { width: 400, height: 600 } });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', error => errors.push(error.message));
  page.on('console', message => message.type() === 'error' && !/503|ERR_/.test(message.text()) && errors.push(message.text()));
  try {
    await watchNetwork(page);
    if (at) await stopClock(page, at);
    await page.goto(address);
    await rests(page);
    await look({ server, page, address, errors });
    assert.deepEqual(errors, []);
  } finally {
    await context.close();
    server.stop();
  }
}

const targets = (page: Page): Promise<string[]> => page.$$eval('#posts > [data-post]', all => all.map(one => (one as HTMLElement).dataset['post']!));
const has = (page: Page, text: string): Promise<unknown> => page.waitForFunction(wanted => document.querySelector('main')!.textContent!.includes(wanted), text);
const isAt = (page: Page, seq: number): Promise<unknown> => page.waitForFunction(wanted => document.querySelector('main')!.dataset['seq'] === `${wanted}`, seq);
const topOf = (page: Page, target: string): Promise<number> => page.$eval(`#post-${target}`, post => post.getBoundingClientRect().top);
const scrollInto = (page: Page, target: string, into = 50): Promise<void> =>
  page.$eval(`#post-${target}`, (post, into) => window.scrollBy(0, post.getBoundingClientRect().top + into), into);

/** Nobody listens any more. */
async function closed(server: LiveServer): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (server.listeners > 0) {
    assert.ok(Date.now() < deadline, 'somebody still listens');
    await new Promise(resolve => setImmediate(resolve));
  }
}

/** Header, summary, pinned post, key events and newest posts, as they stand in the page. */
const standing = (page: Page): Promise<string[]> => page.$$eval(
  '[data-section], #posts > *', (all, newest) => {
    const posts = all.filter(one => one.matches('#posts > *'));
    const last = posts.filter(one => one.matches('[data-post]'))[newest - 1];
    return [...all.filter(one => one.matches('[data-section]')), ...(last ? posts.slice(0, posts.indexOf(last) + 1) : posts)].map(one => one.outerHTML);
  }, Newsroom.Newest);

async function assertEqualToFresh({ page, address }: Reader): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.waitForFunction(() => !document.querySelector('.arrived'));
  const fresh = await page.context().newPage();
  await fresh.goto(address);
  assert.deepEqual(await standing(page), await standing(fresh));
  await fresh.close();
}

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
