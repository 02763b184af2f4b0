// What the benchmarks share: a server of their own on loopback, a newsroom that writes through the API, and numbers told as medians.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const program = join(root, 'artifacts/bin/Dateline.Server/release/dateline');

/** Now, in milliseconds of the wall clock with fractions: comparable between this process and a page in Chromium. */
export const now = () => performance.timeOrigin + performance.now();

const folders = [];
process.on('exit', () => folders.forEach(path => rmSync(path, { recursive: true, force: true })));

/** A new folder, gone when the benchmark ends. */
export function folder() {
  folders.push(mkdtempSync(join(tmpdir(), 'dateline-bench-')));
  return folders.at(-1);
}

/** Runs a command to its end; its standard output. */
export function run(...args) {
  const done = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (done.status !== 0) throw new Error(`dateline ${args[0]}: ${done.stderr}`);
  return done.stdout.trim();
}

/** A server on a data folder, answering. */
export async function serve(data, port) {
  const child = spawn(program, ['serve', '--data', data, '--urls', `http://127.0.0.1:${port}`], {
    stdio: 'ignore',
    // The benchmark writes faster than any newsroom; its rate is not what is measured.
    env: { ...process.env, DATELINE_LIMITS__WRITESPERMINUTE: '6000000', DATELINE_LIMITS__BURST: '100000' },
  });
  process.on('exit', () => child.kill());
  const url = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + 60_000;
  while (!(await fetch(`${url}/readyz`).then(answer => answer.ok).catch(() => false)))
    if (Date.now() > deadline) throw new Error('The server does not start.');
  return {
    url,
    pid: child.pid,
    stop: () => new Promise(stopped => { child.once('exit', stopped); child.kill(); }),
    /** Proportional set size, in MB. */
    memory: () => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${child.pid}/smaps_rollup`, 'utf8'))[1]) / 1024,
  };
}

export function newsroom(url, token) {
  const send = async (method, path, body) => {
    const answer = await fetch(`${url}/api/v1${path}`, { method, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify(body) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text);
  };
  return {
    begin: slug => send('POST', '/coverages', { slug, headline: `The story of ${slug}`, language: 'en-GB', timeZone: 'Europe/London', status: 'live' }),
    publish: (slug, n) => send('POST', `/coverages/${slug}/posts`, post(n)),
    post: (slug, content) => send('POST', `/coverages/${slug}/posts`, content),
  };
}

/** A post of about 1 KB of text. */
export const post = n => ({
  headline: `Post ${n}: the water has risen again`,
  blocks: Array.from({ length: 4 }, (_, i) => ({ kind: 'paragraph', text: `Paragraph ${i + 1} of post ${n}. `.padEnd(240, 'The gauge at the quay stands a little higher than an hour ago, and the wind has not turned. ') })),
  publish: true,
});

/** A live page with so many posts, as a file to import. */
export function manuscript(path, slug, posts) {
  const first = Date.UTC(2026, 0, 1);
  const file = {
    dateline: 1,
    coverage: { slug, headline: `A page of ${posts} posts`, language: 'en-GB', timeZone: 'Europe/London', status: 'live', summary: [] },
    posts: Array.from({ length: posts }, (_, i) => {
      const n = posts - i;
      const { publish, ...content } = post(n);
      return { id: id(slug, n), ...content, publishedAt: new Date(first + n * 60_000).toISOString(), firstPublishedAt: new Date(first + n * 60_000).toISOString() };
    }),
  };
  writeFileSync(path, JSON.stringify(file));
}

function id(slug, n) {
  const tail = (slug.length * 1_000_000 + n).toString(16).padStart(12, '0');
  return `019b7000-0000-7000-8000-${tail}`;
}

export const sorted = numbers => [...numbers].sort((a, b) => a - b);
export const at = (numbers, share) => sorted(numbers)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))];
export const median = numbers => at(numbers, 0.5);
export const round = (number, digits = 1) => Number(number.toFixed(digits));

/** What the figures were seen on. */
export function machine() {
  const said = (command, ...args) => { const done = spawnSync(command, args, { encoding: 'utf8' }); return done.status === 0 ? `${done.stdout}${done.stderr}`.trim() : ''; };
  const runtime = /Microsoft\.AspNetCore\.App (10\.\S+)(?![\s\S]*Microsoft\.AspNetCore\.App 10\.)/.exec(said('dotnet', '--list-runtimes'))?.[1];
  const nginx = /nginx\/(\S+)/.exec(said('nginx', '-v'))?.[1];
  const nchan = /(\S+)$/.exec(said('dpkg-query', '-W', 'libnginx-mod-nchan'))?.[1];
  return [`${cpus().length} × ${cpus()[0].model}`, `${Math.round(totalmem() / 2 ** 30)} GiB`, `Linux ${release()}`, runtime && `.NET ${runtime}`, nginx && `nginx ${nginx}`, nchan && `nchan ${nchan}`].filter(Boolean).join(', ');
}

/** Prints a table and keeps it, with the machine and the date, under results/. */
export function report(name, rows, more = {}) {
  console.table(rows);
  const result = { name, date: new Date().toISOString().slice(0, 10), machine: machine(), rows, ...more };
  mkdirSync(join(root, 'bench/results'), { recursive: true });
  writeFileSync(join(root, 'bench/results', `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
}
