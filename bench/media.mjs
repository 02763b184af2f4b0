// What pictures cost: one of 24 megapixels to all its renditions, in time and memory; and a hundred at once, while a reporter files and a reader reads.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { atMost, holds } from './fanout/promises.mjs';
import { at, folder, median, newsroom, report, round, run, serve } from './harness.mjs';
import { again, jpeg, send } from './media/pictures.mjs';

const Rounds = 3, AtOnce = 100, Posts = 60;
const Widths = [320, 480, 720, 960, 1440, 2160];
const figures = { look: [], quick: [], avif: [], memory: [] };

async function open(port) {
  const data = folder();
  const token = run('token', 'create', '--name', 'bench', '--role', 'editor', '--data', data);
  const server = await serve(data, port);
  const made = (hash, forms) => forms.every(form => Widths.every(width => existsSync(join(data, 'media/renditions', hash.slice(0, 2), hash, `${width}.${form}`))));
  const until = async (hash, forms) => {
    for (const deadline = Date.now() + 120_000; !made(hash, forms); await pause(10)) if (Date.now() > deadline) throw new Error('The renditions are not made.');
  };
  return { token, server, until };
}

// The most a process ever held, in MB.
const peak = pid => Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

const large = jpeg(6_000, 4_000, 1);
for (let n = 0; n < Rounds; n++) {
  const { token, server, until } = await open(5396);
  const sent = await send(server.url, token, again(large, n));
  const begun = performance.now();
  await until(sent.hash, ['jpg', 'webp']);
  const quick = performance.now();
  await until(sent.hash, ['avif']);
  figures.look.push(sent.took / 1_000);
  figures.quick.push((quick - begun) / 1_000);
  figures.avif.push((performance.now() - quick) / 1_000);
  figures.memory.push(peak(server.pid));
  await server.stop();
}

// The same work twice on one server: with nothing else to do, and while a hundred pictures come in.
const { token, server } = await open(5396);
const writer = newsroom(server.url, token);
await writer.begin('busy');
async function publishes() {
  const times = [], read = [];
  for (let n = 0; n < Posts; n++) {
    const begun = performance.now();
    await writer.publish('busy', n);
    const published = performance.now();
    const page = await fetch(`${server.url}/live/busy`);
    await page.text();
    if (!page.ok) throw new Error(`The page answered ${page.status}.`);
    times.push(published - begun);
    read.push(performance.now() - published);
  }
  return { times, read };
}
await publishes();
const quiet = await publishes();
const phone = jpeg(2_000, 1_500, 2);
const pictures = Array.from({ length: AtOnce }, (_, n) => again(phone, n));
const begun = performance.now();
const sending = Promise.all(pictures.map(picture => send(server.url, token, picture)));
const busy = await publishes();
const sent = await sending;
const all = (performance.now() - begun) / 1_000;
const refused = sent.filter(answer => answer.status !== 201).length;
const most = peak(server.pid);
await server.stop();

report('media', [
  { what: `24 megapixels (${round(large.length / 2 ** 20)} MB): looked at and kept, s`, median: round(median(figures.look), 2) },
  { what: 'then JPEG and WebP in six widths, s', median: round(median(figures.quick), 2) },
  { what: 'then AVIF in six widths, s', median: round(median(figures.avif), 2) },
  { what: 'the most the server held, MB', median: round(median(figures.memory)) },
  { what: `${AtOnce} uploads at once (3 megapixels each): all kept after, s`, median: round(all, 1) },
  { what: 'a post is published: quiet, ms (p99)', median: round(median(quiet.times)), p99: round(at(quiet.times, 0.99)) },
  { what: 'a post is published: meanwhile, ms (p99)', median: round(median(busy.times)), p99: round(at(busy.times, 0.99)) },
  { what: 'the page just changed: quiet, ms (p99)', median: round(median(quiet.read)), p99: round(at(quiet.read, 0.99)) },
  { what: 'the page just changed: meanwhile, ms (p99)', median: round(median(busy.read)), p99: round(at(busy.read, 0.99)) },
  { what: 'the most the server held meanwhile, MB', median: round(most) },
], { rounds: figures });
console.table([
  atMost('JPEG and WebP', median(figures.quick), 2.5, ' s'),
  atMost('AVIF after them', median(figures.avif), 8, ' s'),
  atMost('Memory of the whole server at its most', median(figures.memory), 350, ' MB'),
  holds(`Of ${AtOnce} uploads at once, refused`, refused || 'none', refused === 0),
]);
