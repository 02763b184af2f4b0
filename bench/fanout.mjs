// Live pages to many readers at once: Dateline beside nginx with nchan, the obvious way, and the least the system allows. See README.md.
import { parseArgs } from 'node:util';
import { burst, lone } from './fanout/deliveries.mjs';
import { pages, stalled, tls } from './fanout/crowds.mjs';
import { connect, leave, memory, storm } from './fanout/holding.mjs';
import { report } from './harness.mjs';
import { dateline } from './servers/dateline.mjs';
import { nchan } from './servers/nchan.mjs';
import { floor, obvious } from './servers/yardsticks.mjs';

const scenarios = { lone, burst, memory, leave, connect, storm, stalled, pages, tls };
const kinds = { floor1: floor(1), floor2: floor(2), nchan1: nchan(1), nchan2: nchan(2), obvious, dateline };
const { values } = parseArgs({
  args: process.argv.slice(2),
  options: { only: { type: 'string' }, servers: { type: 'string' }, readers: { type: 'string' }, rounds: { type: 'string' }, events: { type: 'string' }, port: { type: 'string', default: '8100' } },
});
const chosen = (values.only ?? Object.keys(scenarios).join()).split(',');
const servers = (values.servers ?? 'floor2,nchan2,obvious,dateline').split(',');
for (const [name, known] of [...chosen.map(name => [name, scenarios]), ...servers.map(name => [name, kinds])])
  if (!(name in known)) {
    console.error(`There is no ${name}; there are: ${Object.keys(known).join(' ')}.`);
    process.exit(2);
  }

const promises = [];
for (const name of chosen) {
  const scenario = scenarios[name];
  for (const readers of values.readers ? values.readers.split(',').map(Number) : scenario.readers) {
    const rounds = Number(values.rounds ?? scenario.rounds ?? 3);
    console.log(`\n${scenario.what}: ${readers} readers, ${rounds} rounds, medians`);
    const done = await scenario.run({
      servers: servers.map(server => kinds[server]), readers, rounds, port: Number(values.port), events: values.events ? Number(values.events) : undefined, nchan: kinds.nchan2, floor: kinds.floor2,
    });
    if (done.skipped) {
      console.log(`Skipped. ${done.skipped}`);
      continue;
    }
    report(`fanout-${name}-${readers}`, done.rows, { what: scenario.what, readers, promises: done.promises, rounds: Object.fromEntries(done.found) });
    promises.push(...done.promises.map(promise => ({ scenario: `${name} ${readers}`, ...promise })));
  }
}
if (promises.length > 0) console.table(promises);
