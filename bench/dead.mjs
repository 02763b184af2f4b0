// How soon the server finds out that readers are gone who said nothing: their network is there one moment and not the next. See README.md.
import { spawn, spawnSync } from 'node:child_process';
import { folder, program, report, round, run } from './harness.mjs';
import { atMost } from './fanout/promises.mjs';
import { counted } from './pages/metrics.mjs';
import { started } from './servers/process.mjs';

const readers = 500, port = 8190;
const [here, there] = ['10.203.77.1', '10.203.77.2'];
const [space, near, far] = [`dateline-${process.pid}`, `dl${process.pid % 100_000}a`, `dl${process.pid % 100_000}b`];

const ip = (...args) => {
  const done = spawnSync('ip', args, { encoding: 'utf8' });
  if (done.error || done.status !== 0) throw new Error(`ip ${args.join(' ')}: ${done.error ?? done.stderr}`);
};
try {
  ip('netns', 'add', space);
} catch (trouble) {
  console.log(`Skipped: a network of its own can be made as root, with iproute2 (${trouble.message.trim()}).`);
  process.exit(0);
}
process.on('exit', () => spawnSync('ip', ['netns', 'del', space]));
ip('link', 'add', near, 'type', 'veth', 'peer', 'name', far, 'netns', space);
ip('addr', 'add', `${here}/30`, 'dev', near);
ip('link', 'set', near, 'up');
ip('-n', space, 'addr', 'add', `${there}/30`, 'dev', far);
ip('-n', space, 'link', 'set', far, 'up');

const data = folder();
const token = run('token', 'create', '--name', 'bench', '--role', 'editor', '--data', data);
const server = await started(port, program, ['serve', '--data', data, '--urls', `http://127.0.0.1:${port};http://${here}:${port}`], { DATELINE_MANAGEMENT: `http://127.0.0.1:${port + 1}` });
const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
await fetch(`http://127.0.0.1:${port}/api/v1/coverages`, { method: 'POST', headers, body: JSON.stringify({ slug: 'storm', headline: 'The storm', language: 'en-GB', timeZone: 'Europe/London', status: 'live' }) });
const held = async () => (await counted(`http://127.0.0.1:${port + 1}/metrics`, /^dateline_live_dateline_readers$/)).dateline_live_dateline_readers ?? 0;
const come = readers => `
  const { connect } = require('node:net');
  for (let n = 0; n < ${readers}; n++) {
    const socket = connect(${port}, '${here}', () => socket.write('GET /live/storm/stream?after=0 HTTP/1.1\\r\\nHost: storm\\r\\n\\r\\n'));
    socket.on('error', () => {});
    socket.resume();
  }`;
const crowd = spawn('ip', ['netns', 'exec', space, process.execPath, '-e', come(readers)], { stdio: 'inherit' });
process.on('exit', () => crowd.kill());

const until = async (isSo, seconds) => {
  const begun = performance.now();
  while (!(await isSo()) && performance.now() - begun < seconds * 1_000) await new Promise(resolve => setTimeout(resolve, 250));
  return (performance.now() - begun) / 1_000;
};
await until(async () => (await held()) === readers, 30);
const present = await held();
// Nothing is published meanwhile, so the keep-alives alone have to find out.
ip('-n', space, 'link', 'set', far, 'down');
const first = await until(async () => (await held()) < present, 180);
const all = first + (await until(async () => (await held()) === 0, 180));
crowd.kill();
await server.stop();
const promises = [atMost('Seconds until the last of them is let go', all, 60)];
report('dead', [{ readers: present, 'first let go after s': round(first), 'all let go after s': round(all) }], { promises });
console.table(promises);
