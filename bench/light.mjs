// What a page of 20 posts and 20 pictures weighs on a phone, and what Lighthouse says of it.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { atLeast, atMost } from './fanout/promises.mjs';
import { folder, median, newsroom, report, root, round, run, serve } from './harness.mjs';
import { jpeg, send } from './media/pictures.mjs';

const Rounds = 3, Pictures = 20;
const tools = join(root, 'bench/tools/node_modules');
const data = folder();
const token = run('token', 'create', '--name', 'bench', '--role', 'editor', '--data', data);
const server = await serve(data, 5397);
const writer = newsroom(server.url, token);
await writer.begin('light');
for (let n = 1; n <= Pictures; n++) {
  const { id, hash } = await send(server.url, token, jpeg(1_600, 1_067, n));
  await writer.post('light', {
    headline: `Picture ${n}: the quay at this hour`,
    blocks: [
      { kind: 'paragraph', text: 'The gauge at the quay stands a little higher than an hour ago, and the wind has not turned. The lifeboat crew is at the slipway; nobody has been asked to leave their house.' },
      { kind: 'image', media: id, alt: `Soft shapes of colour, number ${n}`, caption: 'Seen from the harbour office.', credit: 'Carrenmouth Courier', creditKind: 'own' },
    ],
    publish: true,
  });
  // The last form that is made: a reader comes when all are there.
  while (!(await fetch(`${server.url}/media/${hash}/2160.avif`)).ok) await pause(200);
}

// Lighthouse needs a newer Node than Dateline does.
function lighthouse() {
  const file = join(folder(), 'report.json');
  const done = spawnSync(join(tools, 'node/bin/node'), [join(tools, 'lighthouse/cli/index.js'), `${server.url}/live/light`, '--output=json', `--output-path=${file}`, '--quiet',
    '--only-categories=performance,accessibility,best-practices,seo', '--chrome-flags=--headless --no-sandbox --disable-gpu --disable-background-networking'],
    { encoding: 'utf8', env: { ...process.env, CHROME_PATH: process.env.CHROMIUM ?? '/usr/bin/chromium' } });
  if (done.status !== 0) throw new Error(done.stderr);
  return JSON.parse(readFileSync(file, 'utf8'));
}

const seen = Array.from({ length: Rounds }, lighthouse);
await server.stop();
const of = read => median(seen.map(read));
const score = name => 100 * of(result => result.categories[name].score);
const figure = name => of(result => result.audits[name].numericValue);
const requests = seen.at(-1).audits['network-requests'].details.items;
const below = result => Object.values(result.audits).filter(audit => audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode !== 'informative').map(audit => `${audit.id}: ${audit.title}`);
const kinds = ['performance', 'accessibility', 'best-practices', 'seo'];
report('light', [
  ...kinds.map(name => ({ what: `Lighthouse ${seen[0].lighthouseVersion}, phone: ${name}`, is: score(name) })),
  { what: 'layout shift', is: round(figure('cumulative-layout-shift'), 4) },
  { what: 'largest thing painted after, s', is: round(figure('largest-contentful-paint') / 1_000, 2) },
  { what: 'bytes before scrolling', is: of(result => result.audits['network-requests'].details.items.reduce((sum, item) => sum + item.transferSize, 0)) },
  { what: 'requests, pictures among them', is: `${requests.length}, ${requests.filter(item => item.resourceType === 'Image').length}` },
], { below: below(seen.at(-1)), requests: requests.map(item => `${item.transferSize} ${new URL(item.url).pathname.replace(/[0-9a-f]{64}/, '…')}`) });
console.table([
  ...kinds.map(name => atLeast(name, score(name), 98)),
  atMost('Layout shift', figure('cumulative-layout-shift'), 0.01),
  atMost('Kilobytes before scrolling', of(result => result.audits['network-requests'].details.items.reduce((sum, item) => sum + item.transferSize, 0)) / 1_000, 200),
]);
