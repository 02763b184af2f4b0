// What more readers cost: delay and memory from 1,000 to 15,000, each in a fresh process, and a drawing of it. See README.md.
import { parseArgs } from 'node:util';
import { fresh, of, troubles } from './fanout/rounds.mjs';
import { report, round } from './harness.mjs';
import { measure } from './loading.mjs';
import { draw } from './readers/drawing.mjs';
import { dateline } from './servers/dateline.mjs';
import { nchan } from './servers/nchan.mjs';
import { floor, obvious } from './servers/yardsticks.mjs';

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: { readers: { type: 'string', default: '1000,2500,5000,10000,15000' }, rounds: { type: 'string', default: '3' }, port: { type: 'string', default: '8180' }, drawing: { type: 'boolean', default: false } },
});
const kinds = [dateline, nchan(2), obvious, floor(2)];

for (const readers of values.drawing ? [] : values.readers.split(',').map(Number)) {
  const found = await fresh(kinds, Number(values.port), Number(values.rounds), async server =>
    measure(server, await server.page(), { readers, warmup: 2, events: 8, interval: 1_000, settle: 2, stay: 2 }));
  report(`readers-${readers}`, kinds.map(({ name }) => ({
    server: name,
    readers,
    'p50 ms': round(of(found, name, 'delivery.median')),
    'last ms': round(of(found, name, 'delivery.last')),
    'CPU µs': round(of(found, name, 'delivery.cpuPerDelivery')),
    'memory for readers MB': round((of(found, name, 'memory.after') - of(found, name, 'memory.base')) / 2 ** 20),
    troubles: troubles(found.get(name)),
  })), { rounds: Object.fromEntries(found) });
}
draw();
