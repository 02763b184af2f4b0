// How the desk's stream of 500 posts scrolls in Chromium: the times between frames, and the work of the main thread, from Chromium's own trace.
import { chromium } from '../web/reader/node_modules/playwright-core/index.mjs';
import { at, folder, median, newsroom, report, round, run, serve } from './harness.mjs';

const Posts = 500, Speed = 4_000, Distance = 20_000;
const Categories = ['-*', 'toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'disabled-by-default-devtools.timeline.frame'];

const data = folder();
const token = run('token', 'create', '--name', 'bench', '--role', 'editor', '--data', data);
const server = await serve(data, 5394);
const writer = newsroom(server.url, token);
await writer.begin('scroll');
for (let n = 0; n < Posts; n++) await writer.publish('scroll', n);
const link = /\/desk\/welcome#\S+/.exec(run('user', 'add', 'Ana Reis', '--email', 'ana@courier.example', '--role', 'editor', '--data', data))[0];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const page = await browser.newPage({ viewport: { width: 1_440, height: 900 }, bypassCSP: true });
await page.goto(server.url + link);
await page.getByRole('heading', { name: 'Your account' }).waitFor();
await page.goto(`${server.url}/desk/pages/scroll`);
const stream = page.locator('.stream .scroll');
await stream.locator('article').first().waitFor();
await page.waitForFunction(count => document.querySelector('.stream [role=listitem]')?.getAttribute('aria-setsize') === `${count}` || document.querySelectorAll('.stream [role=listitem]').length === count, Posts);
const box = await stream.boundingBox();
const devtools = await page.context().newCDPSession(page);

async function scrolls(distance) {
  await page.evaluate(() => {
    globalThis.frames = [];
    const tick = time => { globalThis.frames.push(time); globalThis.ticking = requestAnimationFrame(tick); };
    globalThis.ticking = requestAnimationFrame(tick);
  });
  await browser.startTracing(page, { categories: Categories });
  await devtools.send('Input.synthesizeScrollGesture', { x: box.x + box.width / 2, y: box.y + box.height / 2, yDistance: distance, speed: Speed, gestureSourceType: 'mouse' });
  const trace = JSON.parse((await browser.stopTracing()).toString()).traceEvents;
  const frames = await page.evaluate(() => { cancelAnimationFrame(globalThis.ticking); return globalThis.frames; });
  const gaps = frames.slice(1).map((time, n) => time - frames[n]);
  // The thread that answers animation frames is the page's main one.
  const main = trace.find(event => event.name === 'FireAnimationFrame');
  const tasks = trace.filter(event => event.name === 'RunTask' && event.pid === main?.pid && event.tid === main?.tid).map(event => event.dur / 1_000);
  return { gaps, tasks, dropped: trace.filter(event => event.name === 'DroppedFrame').length };
}

const line = (what, { gaps, tasks, dropped }) => ({
  what, frames: gaps.length, 'median ms': round(median(gaps)), 'p99 ms': round(at(gaps, 0.99)), 'over 20 ms': `${round((100 * gaps.filter(gap => gap > 20).length) / gaps.length)} %`,
  dropped, 'longest task ms': tasks.length ? round(Math.max(...tasks)) : '–',
});
// The first way down meets rows that were never laid out; the second does not.
const lines = [line('down, for the first time', await scrolls(-Distance)), line('up', await scrolls(Distance)), line('down again', await scrolls(-Distance))];
await browser.close();
await server.stop();
report('scroll', lines);
