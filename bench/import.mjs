// How fast 20,000 posts come in, and how long somebody who publishes meanwhile waits.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { at, folder, manuscript, median, newsroom, now, program, report, round, run, serve } from './harness.mjs';

const Posts = 20_000;
const rows = [];
for (let round_ = 1; round_ <= 3; round_++) {
  const data = folder();
  const file = join(data, 'page.json');
  manuscript(file, 'large', Posts);
  const token = run('token', 'create', '--name', 'bench', '--role', 'editor', '--data', data);
  const server = await serve(data, 5393);
  const writer = newsroom(server.url, token);
  await writer.begin('meanwhile');
  for (let n = 0; n < 50; n++) await writer.publish('meanwhile', n);

  const begun = now();
  let running = true;
  const done = new Promise((resolve, reject) =>
    spawn(program, ['import', file, '--data', data], { stdio: 'ignore' }).once('exit', code => (code === 0 ? resolve(now()) : reject(new Error('The import failed.')))),
  ).finally(() => { running = false; });
  const waits = [];
  for (let n = 0; running; n++) {
    const sent = now();
    await writer.publish('meanwhile', n);
    waits.push(now() - sent);
  }
  const seconds = ((await done) - begun) / 1000;
  await server.stop();
  rows.push({ run: round_, 'posts/s': Math.round(Posts / seconds), 'seconds': round(seconds), 'posts published meanwhile': waits.length, 'waited, median ms': round(median(waits)), 'p99 ms': round(at(waits, 0.99)), 'longest ms': round(Math.max(...waits)) });
}
report('import', rows);
