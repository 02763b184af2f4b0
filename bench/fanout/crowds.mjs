// Readers who are not all alike: some who have stopped reading, many pages with few each, and those who come by TLS and HTTP/2.
import { dateline, secure } from '../servers/dateline.mjs';
import { median, round } from '../harness.mjs';
import { measure } from '../loading.mjs';
import { atMost, holds } from './promises.mjs';
import { of, staying, troubles, whole } from './rounds.mjs';

// Longer than the server has patience with one who takes nothing.
const Patience = 30;

export const stalled = {
  what: 'One in ten has stopped reading; 150 events back to back before the measured ones',
  readers: [10_000],
  rounds: 5,
  async run({ readers, rounds, port }) {
    const pace = { fill: 150, warmup: 2, events: 12, interval: 250 };
    const found = await staying([dateline], port, rounds, async (server, isLast) => {
      const without = await measure(server, await server.page(), { readers, ...pace });
      const among = await measure(server, await server.page(), { readers, stalled: readers / 10, ...pace, stay: isLast ? Patience : 1 });
      return { ...among, isWhole: among.isWhole && without.isWhole, without, worse: among.delivery.p99 / without.delivery.p99 };
    });
    const name = dateline.name;
    return {
      found,
      rows: ['without', 'with'].map(which => {
        const path = which === 'without' ? 'without.' : '';
        return {
          server: `${name}, ${which} stalled readers`,
          readers,
          'p50 ms': round(of(found, name, `${path}delivery.median`)),
          'p99 ms': round(of(found, name, `${path}delivery.p99`)),
          'last ms': round(of(found, name, `${path}delivery.last`)),
          'memory after MB': round(of(found, name, `${path}memory.after`) / 2 ** 20),
          'stalled, still held': (path ? found.get(name).at(-1).without : found.get(name).at(-1)).stalledHeld,
        };
      }),
      promises: [
        holds('The others: lost, doubled, out of order, refused', troubles(found.get(name)), whole(found.get(name))),
        atMost('The others’ p99 ÷ p99 without stalled readers', of(found, name, 'worse'), 1.25, ' ×'),
        atMost('Stalled readers still held after 30 s', found.get(name).at(-1).stalledHeld, 0),
      ],
    };
  },
};

export const pages = {
  what: '1,500 live pages, 50 changes a second among them, beside one page with all the readers',
  readers: [15_000],
  async run({ readers, rounds, port }) {
    const count = readers / 10;
    const found = await staying([dateline], port, rounds, async server => {
      server.many ??= await server.pages(count);
      const one = await measure(server, await server.page(), { readers, events: 10, interval: 1_000, settle: 5 });
      const many = await measure(server, server.many, { pages: count, readers, warmup: 50, events: 500, interval: 20, settle: 5 });
      return { ...many, isWhole: many.isWhole && one.isWhole, one, oneSends: deliveries(one), manySends: withoutKeepAlives(many) };
    });
    const name = dateline.name;
    return {
      found,
      rows: [
        { server: `${name}, one page`, ...pageRow(found, name, 'one.', 'oneSends', readers) },
        { server: `${name}, ${count} pages`, ...pageRow(found, name, '', 'manySends', readers) },
      ],
      promises: [
        holds('Lost, doubled, out of order, refused', troubles(found.get(name)), whole(found.get(name))),
        atMost('The hub’s CPU per delivery, many pages ÷ one', of(found, name, 'manySends') / of(found, name, 'oneSends'), 1.3, ' ×'),
      ],
    };
  },
};

// What the sending threads took for the deliveries. Readers of one page hear a change each second, so nothing else is sent to them. Of many pages each has a change every half a minute:
// their readers are sent keep-alives as when nothing is published, and what these took is known from before the events and is taken off.
const deliveries = ({ delivery }) => (delivery?.sendersCpuPerDelivery > 0 ? delivery.sendersCpuPerDelivery : undefined);

const withoutKeepAlives = ({ delivery, opening }) =>
  delivery?.sendersCpuPerDelivery > 0 ? delivery.sendersCpuPerDelivery - (opening.idleSendersCpuPerSecond * delivery.seconds * 1e6) / delivery.deliveries : undefined;

const pageRow = (found, name, path, sent, readers) => ({
  readers,
  'p50 ms': round(of(found, name, `${path}delivery.median`)),
  'p99 ms': round(of(found, name, `${path}delivery.p99`)),
  'last ms': round(of(found, name, `${path}delivery.last`)),
  'CPU µs, writing included': round(of(found, name, `${path}delivery.cpuPerDelivery`)),
  'CPU µs of the hub': round(of(found, name, sent) ?? Number.NaN),
  'POST p50 ms': round(of(found, name, `${path}delivery.postMedian`)),
});

export const tls = {
  what: 'Readers over TLS and HTTP/2, through .NET’s own client',
  readers: [500],
  async run({ readers, rounds, port }) {
    const kinds = { 'HTTP/1.1': 1, 'HTTP/2': 2 };
    let found;
    try {
      const server = await secure.start(port);
      try {
        server.size = 1_024;
        found = new Map(Object.keys(kinds).map(kind => [kind, []]));
        for (let n = 0; n < rounds; n++)
          for (const [kind, http] of Object.entries(kinds)) found.get(kind).push(await measure(server, await server.page(), { readers, http, events: 10, interval: 500 }));
      } finally {
        await server.stop();
      }
    } catch (error) {
      return { skipped: `The server does not speak TLS here: ${error.message.trim()}` };
    }
    return {
      found,
      rows: Object.keys(kinds).map(name => ({
        server: `${dateline.name}, TLS, ${name}`,
        readers,
        'p50 ms': round(of(found, name, 'delivery.median')),
        'p99 ms': round(of(found, name, 'delivery.p99')),
        'last ms': round(of(found, name, 'delivery.last')),
        'CPU µs': round(of(found, name, 'delivery.cpuPerDelivery')),
        'client µs': round(of(found, name, 'delivery.cpuOfClientPerDelivery')),
        'KB/reader': round(median(found.get(name).map(({ memory }) => memory.afterPerReader)) / 1_000, 2),
        'bytes/event': round(of(found, name, 'delivery.bytesPerDelivery'), 0),
        troubles: troubles(found.get(name)),
      })),
      promises: Object.keys(kinds).map(name => holds(`${name}: lost, doubled, out of order, refused`, troubles(found.get(name)), whole(found.get(name)))),
    };
  },
};
