// Does a page of 20,000 posts cost more than one of 20? Side by side on one server; memory on servers of their own.
import { join } from 'node:path';
import { folder, manuscript, median, newsroom, now, report, round, run, serve } from './harness.mjs';

const Rounds = 200;
const pages = { few: 20, many: 20_000 };
const both = folder();
const token = run('token', 'create', '--name', 'bench', '--role', 'editor', '--data', both);
const memory = {};
for (const [slug, posts] of Object.entries(pages)) {
  const [alone, file] = [folder(), join(both, `${slug}.json`)];
  manuscript(file, slug, posts);
  for (const data of [both, alone]) run('import', file, '--data', data);
  const server = await serve(alone, 5392);
  for (let n = 0; n < 200; n++) await fetch(`${server.url}/live/${slug}`).then(answer => answer.text());
  for (let n = 0; n < 200; n++) await fetch(`${server.url}/live/${slug}/page/1`).then(answer => answer.text());
  memory[slug] = server.memory();
  await server.stop();
}

const server = await serve(both, 5392);
const writer = newsroom(server.url, token);
const times = { few: { publish: [], page: [], older: [] }, many: { publish: [], page: [], older: [] } };
const timed = async (into, what) => {
  const begun = now();
  await what();
  into.push(now() - begun);
};
for (let n = -20; n < Rounds; n++) {
  for (const slug of n % 2 ? ['few', 'many'] : ['many', 'few']) {
    const into = n < 0 ? { publish: [], page: [], older: [] } : times[slug];
    await timed(into.publish, () => writer.publish(slug, n));
    await timed(into.page, () => fetch(`${server.url}/live/${slug}`).then(answer => answer.text()));
    await timed(into.older, () => fetch(`${server.url}/live/${slug}/page/1`).then(answer => answer.text()));
  }
}
await server.stop();
report('size', [
  ...['publish', 'page', 'older'].map(what => ({
    what: { publish: 'POST a post, ms', page: 'GET the page just changed, ms', older: 'GET the oldest page after that, ms' }[what],
    '20 posts': round(median(times.few[what]), 2),
    '20,000 posts': round(median(times.many[what]), 2),
    ratio: round(median(times.many[what].map((time, i) => time / times.few[what][i])), 2),
  })),
  { what: 'memory of a server with this page, MB', '20 posts': round(memory.few), '20,000 posts': round(memory.many), ratio: round(memory.many / memory.few, 2) },
]);
