// From "the post is answered" to "the post is on an open page", in Chromium.
import { chromium } from '../web/reader/node_modules/playwright-core/index.mjs';
import { at, folder, median, newsroom, now, report, round, run, serve } from './harness.mjs';

const Posts = 300;
const data = folder();
const token = run('token', 'create', '--name', 'bench', '--role', 'editor', '--data', data);
const server = await serve(data, 5391);
const writer = newsroom(server.url, token);
await writer.begin('arrive');
for (let n = 0; n < 20; n++) await writer.publish('arrive', n);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const page = await browser.newPage();
await page.addInitScript(() => {
  globalThis.seen = {};
  document.addEventListener('DOMContentLoaded', () =>
    new MutationObserver(records => {
      const time = performance.timeOrigin + performance.now();
      for (const record of records) for (const node of record.addedNodes) if (node.dataset?.post) globalThis.seen[node.dataset.post] ??= time;
    }).observe(document.getElementById('posts'), { childList: true, subtree: true }));
});
await page.goto(`${server.url}/live/arrive`);
await writer.publish('arrive', 'warm').then(({ id }) => page.waitForFunction(id => globalThis.seen[id], id));

const delays = [], writes = [];
for (let n = 0; n < Posts; n++) {
  const begun = now();
  const { id } = await writer.publish('arrive', n);
  const answered = now();
  writes.push(answered - begun);
  const seen = await page.waitForFunction(id => globalThis.seen[id], id, { polling: 10 }).then(handle => handle.jsonValue());
  delays.push(seen - answered);
}
await browser.close();
await server.stop();
report('arrive', [
  { what: 'POST, sent to answered', 'median ms': round(median(writes)), 'p99 ms': round(at(writes, 0.99)) },
  { what: 'answered to on the page', 'median ms': round(median(delays)), 'p99 ms': round(at(delays, 0.99)) },
]);
