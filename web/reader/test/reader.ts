// A page in a real browser, over a real connection, under the policy that real pages have.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { chromium, type Browser, type Page } from 'playwright-core';
import { chance } from './chance.ts';
import { LiveServer, type Coverage } from './live-server.ts';
import { Newsroom } from './newsroom.ts';
import { rests, stopClock, watchNetwork } from './page-clock.ts';

let browser: Browser;
before(async () => {
  browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
});
after(() => browser.close());

export interface Reader {
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

export async function open(posts: number, look: (reader: Reader) => Promise<void>, { at, anchoring }: Conditions = {}): Promise<void> {
  const newsroom = new Newsroom(chance(1), posts);
  await visit(newsroom, opened => look({ newsroom, ...opened }), { at, anchoring });
}

export async function visit(coverage: Coverage, look: (opened: Omit<Reader, 'newsroom'>) => Promise<void>, { at, anchoring = 'auto' }: Conditions = {}): Promise<void> {
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

export const targets = (page: Page): Promise<string[]> => page.$$eval('#posts > [data-post]', all => all.map(one => (one as HTMLElement).dataset['post']!));
export const has = (page: Page, text: string): Promise<unknown> => page.waitForFunction(wanted => document.querySelector('main')!.textContent!.includes(wanted), text);
export const isAt = (page: Page, seq: number): Promise<unknown> => page.waitForFunction(wanted => document.querySelector('main')!.dataset['seq'] === `${wanted}`, seq);
export const topOf = (page: Page, target: string): Promise<number> => page.$eval(`#post-${target}`, post => post.getBoundingClientRect().top);
export const scrollInto = (page: Page, target: string, into = 50): Promise<void> =>
  page.$eval(`#post-${target}`, (post, into) => window.scrollBy(0, post.getBoundingClientRect().top + into), into);

/** Header, summary, pinned post, key events and newest posts, as they stand in the page. */
const standing = (page: Page): Promise<string[]> => page.$$eval(
  '[data-section], #posts > *', (all, newest) => {
    const posts = all.filter(one => one.matches('#posts > *'));
    const last = posts.filter(one => one.matches('[data-post]'))[newest - 1];
    return [...all.filter(one => one.matches('[data-section]')), ...(last ? posts.slice(0, posts.indexOf(last) + 1) : posts)].map(one => one.outerHTML);
  }, Newsroom.Newest);

export async function assertEqualToFresh({ page, address }: Reader): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.waitForFunction(() => !document.querySelector('.arrived'));
  const fresh = await page.context().newPage();
  await fresh.goto(address);
  assert.deepEqual(await standing(page), await standing(fresh));
  await fresh.close();
}
