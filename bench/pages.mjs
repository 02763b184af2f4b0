// How many readers a second a live page takes: Dateline beside nginx with the same bytes in a file, and beside a bare endpoint of ASP.NET Core. See README.md.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { folder, median, program, report, round, run } from './harness.mjs';
import { atLeast, atMost } from './fanout/promises.mjs';
import { written } from './pages/manuscripts.mjs';
import { counted } from './pages/metrics.mjs';
import { wrk } from './pages/wrk.mjs';
import { bare, nginx } from './servers/nginx.mjs';
import { started } from './servers/process.mjs';

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: { only: { type: 'string', default: '150k,1mb,long,changes,unchanged,changing' }, rounds: { type: 'string', default: '3' }, seconds: { type: 'string', default: '5' }, port: { type: 'string', default: '8160' } },
});
const [rounds, seconds, port] = [Number(values.rounds), Number(values.seconds), Number(values.port)];

// 20 posts make the page; the last two are long because of what comes before those.
const stories = { '150k': [20, 2_350], '1mb': [20, 19_400], long: [10_000, 900] };
const data = folder();
for (const [slug, [posts, characters]] of Object.entries(stories)) {
  const file = join(data, `${slug}.json`);
  written(file, slug, posts, characters);
  run('import', file, '--data', data);
}
const token = run('token', 'create', '--name', 'bench', '--role', 'editor', '--data', data);
const dateline = await started(port, program, ['serve', '--data', data, '--urls', `http://127.0.0.1:${port}`], {
  DATELINE_LIMITS__CONNECTIONSPERADDRESS: '1000000', DATELINE_LIMITS__WRITESPERMINUTE: '6000000', DATELINE_LIMITS__BURST: '100000', DATELINE_MANAGEMENT: `http://127.0.0.1:${port + 9}`,
});
const at = `http://127.0.0.1:${port}`;

/** The same bytes from everyone: what Dateline answers is what the others are given. */
async function beside(what, path) {
  const answer = await wire(`${at}${path}`);
  const kinds = [nginx(false), nginx(true), bare];
  const servers = [];
  for (const [n, kind] of kinds.entries()) servers.push({ name: kind.name, ...(await kind.start(port + 1 + n, answer.bytes, answer.encoding)) });
  servers.push({ name: 'Dateline', ...dateline, url: `${at}${path}` });
  const found = new Map(servers.map(({ name }) => [name, []]));
  for (const server of servers) await wrk(server, { seconds: 3 });
  for (let n = 0; n < rounds; n++) for (let i = 0; i < servers.length; i++) {
    const server = servers[(i + n) % servers.length];
    found.get(server.name).push(await wrk(server, { seconds }));
  }
  for (const server of servers) if (server.name !== 'Dateline') await server.stop();
  const of = (name, figure) => median(found.get(name).map(figures => figures[figure]));
  return {
    rows: servers.map(({ name }) => row(what, name, found.get(name))),
    promises: [
      atLeast(`${what}: requests/s ÷ the bare endpoint’s`, of('Dateline', 'perSecond') / of(bare.name, 'perSecond'), 1, ' ×'),
      atLeast(`${what}: requests/s ÷ nginx’s`, of('Dateline', 'perSecond') / of(kinds[0].name, 'perSecond'), 1, ' ×'),
    ],
    more: { rounds: Object.fromEntries(found), 'bytes sent': answer.bytes.length, 'bytes unpacked': answer.unpacked, encoding: answer.encoding },
  };
}

/** A reader who has the page asks whether it has changed. */
async function unchanged() {
  const url = `${at}/live/150k`;
  const tag = (await fetch(url, { headers: { 'accept-encoding': 'gzip' } })).headers.get('etag');
  const found = [];
  for (let n = 0; n < rounds; n++) found.push(await wrk({ ...dateline, url }, { seconds, headers: ['Accept-Encoding: gzip', `If-None-Match: ${tag}`] }));
  return { rows: [row('page of 150 KB, unchanged (304)', 'Dateline', found)], promises: [], more: { rounds: found } };
}

/** The page is edited twice a second while it is read. */
async function changing() {
  const url = `${at}/live/150k`, id = '019b7000-0000-7000-8004-000000000014';
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const address = `${at}/api/v1/coverages/150k/posts/${id}`;
  const quiet = [], busy = [], trips = [];
  let counts = {}, changes = 0;
  for (let n = 0; n < rounds; n++) {
    quiet.push(await wrk({ ...dateline, url }, { seconds }));
    const before = await counted(`http://127.0.0.1:${port + 9}/metrics`, /pages_rendered/);
    let isOver = false;
    const loading = wrk({ ...dateline, url }, { seconds }).finally(() => { isOver = true; });
    while (!isOver) {
      const next = new Promise(resolve => setTimeout(resolve, 500));
      const post = await fetch(address, { headers }).then(answer => answer.json());
      const begun = performance.now();
      const answer = await fetch(address, { method: 'PUT', headers: { ...headers, 'if-match': `"${post.revision}"` }, body: JSON.stringify({ headline: `The water stands at ${++changes} centimetres`, blocks: post.blocks, publish: true }) });
      if (!answer.ok) throw new Error(`PUT: ${answer.status} ${await answer.text()}`);
      trips.push(performance.now() - begun);
      await next;
    }
    busy.push(await loading);
    const after = await counted(`http://127.0.0.1:${port + 9}/metrics`, /pages_rendered/);
    for (const name in after) counts[name] = (counts[name] ?? 0) + after[name] - (before[name] ?? 0);
  }
  const p99 = found => median(found.map(figures => figures.p99));
  return {
    rows: [row('page of 150 KB, quiet', 'Dateline', quiet), { ...row('page of 150 KB, changed twice a second', 'Dateline', busy), 'PUT p50 ms': round(median(trips)) }],
    promises: [
      atMost('p99 while the page changes ÷ quiet', p99(busy) / p99(quiet), 2, ' ×'),
      ...Object.entries(counts).map(([name, count]) => atMost(`${name} for each change`, count / changes, 1)),
    ],
    more: { quiet, busy, changes, counts },
  };
}

const row = (what, name, found) => {
  const of = figure => median(found.map(figures => figures[figure]));
  return {
    what, server: name, 'requests/s': Math.round(of('perSecond')), 'CPU µs': round(of('cpuPerRequest')), 'p50 ms': round(of('p50'), 2), 'p99 ms': round(of('p99'), 2), bytes: Math.round(of('bytesPerRequest')),
    troubles: found.map(({ refused, errors }) => [refused ? `${refused} refused` : '', errors ?? ''].join(' ').trim()).filter(Boolean).join('; ') || 'none',
  };
};

/** The bytes as they are on the wire, compressed where the server compresses. */
async function wire(url) {
  const { request } = await import('node:http');
  return new Promise((resolve, reject) =>
    request(url, { headers: { 'accept-encoding': 'gzip' } }, answer => {
      const pieces = [];
      answer.on('data', piece => pieces.push(piece));
      answer.on('end', async () => {
        const bytes = Buffer.concat(pieces), encoding = answer.headers['content-encoding'] ?? 'identity';
        resolve({ bytes, encoding, unpacked: encoding === 'gzip' ? (await import('node:zlib')).gunzipSync(bytes).length : bytes.length });
      });
    }).on('error', reject).end());
}

const cases = {
  '150k': () => beside('page of 150 KB', '/live/150k'),
  '1mb': () => beside('page of 1 MB', '/live/1mb'),
  long: () => beside('page of 10,000 posts', '/live/long'),
  changes: () => beside('changes after 9,950', '/live/long/changes?after=9950'),
  unchanged,
  changing,
};
const promises = [];
for (const name of values.only.split(',')) {
  if (!cases[name]) { console.error(`There is no ${name}; there are: ${Object.keys(cases).join(' ')}.`); process.exit(2); }
  const done = await cases[name]();
  report(`pages-${name}`, done.rows, { promises: done.promises, ...done.more });
  promises.push(...done.promises);
}
await dateline.stop();
console.table(promises);
