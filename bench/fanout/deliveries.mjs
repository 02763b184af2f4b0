// One event a second, and back to back.
import { dateline } from '../servers/dateline.mjs';
import { round } from '../harness.mjs';
import { measure } from '../loading.mjs';
import { atLeast, atMost, holds } from './promises.mjs';
import { of, staying, troubles, whole } from './rounds.mjs';

const row = (found, readers) => name => ({
  server: name,
  readers,
  'p50 ms': round(of(found, name, 'delivery.median')),
  'p99 ms': round(of(found, name, 'delivery.p99')),
  'last ms': round(of(found, name, 'delivery.last')),
  'deliveries/s': Math.round(of(found, name, 'delivery.perSecond')),
  'CPU µs': round(of(found, name, 'delivery.cpuPerDelivery')),
  'client µs': round(of(found, name, 'delivery.cpuOfClientPerDelivery')),
  'POST p50 ms': round(of(found, name, 'delivery.postMedian')),
  'POST p99 ms': round(of(found, name, 'delivery.postP99')),
  'bytes/event': round(of(found, name, 'delivery.bytesPerDelivery'), 0),
  troubles: troubles(found.get(name)),
});

const ratio = (found, path, other) => of(found, dateline.name, path) / of(found, other.name, path);

export const lone = {
  what: 'One event a second',
  readers: [1_000, 10_000, 15_000],
  // The system counts processor time in hundredths of a second: few readers need more events for as exact a figure.
  async run({ servers, readers, rounds, port, events = readers < 10_000 ? 20 : 10, nchan, floor }) {
    const found = await staying(servers, port, rounds, async server =>
      measure(server, await server.page(), { readers, events, warmup: 2, interval: 1_000 }));
    const last = ratio(found, 'delivery.last', nchan), cpu = ratio(found, 'delivery.cpuPerDelivery', nchan);
    return {
      found,
      rows: servers.map(({ name }) => name).map(row(found, readers)),
      promises: [
        holds('Dateline: lost, doubled, out of order, refused', troubles(found.get(dateline.name)), whole(found.get(dateline.name))),
        ...(readers < 10_000
          ? [atMost('CPU per delivery ÷ nchan’s with 2 workers', cpu, 1.1, ' ×')]
          : [
              atMost('CPU per delivery ÷ nchan’s with 2 workers', cpu, 0.85, ' ×'),
              atMost('CPU per delivery ÷ the floor’s with 2 threads', ratio(found, 'delivery.cpuPerDelivery', floor), 1.25, ' ×'),
              atMost('Publish to last reader ÷ nchan’s with 2 workers', last, 0.85, ' ×'),
            ]),
        atMost('POST answered, p50', of(found, dateline.name, 'delivery.postMedian'), 10, ' ms'),
      ],
    };
  },
};

export const burst = {
  what: 'Back to back, never more than 4 events that somebody has not received',
  readers: [1_000, 10_000, 15_000],
  async run({ servers, readers, rounds, port, events = 60, nchan, floor }) {
    const found = await staying(servers, port, rounds, async server =>
      measure(server, await server.page(), { readers, events, warmup: 8, interval: 0, window: 4 }));
    return {
      found,
      rows: servers.map(({ name }) => name).map(row(found, readers)),
      promises: [
        holds('Dateline: lost, doubled, out of order, refused', troubles(found.get(dateline.name)), whole(found.get(dateline.name))),
        atMost('CPU per delivery ÷ the floor’s with 2 threads', ratio(found, 'delivery.cpuPerDelivery', floor), 1, ' ×'),
        atLeast('Deliveries/s ÷ nchan’s with 2 workers', ratio(found, 'delivery.perSecond', nchan), 1.5, ' ×'),
      ],
    };
  },
};
