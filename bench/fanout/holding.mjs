// What readers cost while nothing happens, when they come, and once they have gone.
import { dateline } from '../servers/dateline.mjs';
import { round } from '../harness.mjs';
import { measure } from '../loading.mjs';
import { atMost, holds } from './promises.mjs';
import { fresh, of, staying, troubles, whole } from './rounds.mjs';

const Minute = 60;
const mb = bytes => round(bytes / 2 ** 20);
const kb = bytes => round(bytes / 1_000, 2);

export const memory = {
  what: 'Memory per reader: fresh processes, all readers quiet, then after 8 events',
  readers: [10_000],
  async run({ servers, readers, rounds, port, nchan }) {
    const found = await fresh(servers, port, rounds, async server =>
      measure(server, await server.page(), { readers, events: 8, warmup: 0, interval: 1_000, settle: 3, stay: 3 }));
    const ratio = path => of(found, dateline.name, path) / of(found, nchan.name, path);
    return {
      found,
      rows: servers.map(({ name }) => ({
        server: name,
        readers,
        'base MB': mb(of(found, name, 'memory.base')),
        'idle KB/reader': kb(of(found, name, 'memory.idlePerReader')),
        'after KB/reader': kb(of(found, name, 'memory.afterPerReader')),
        'all, after, MB': mb(of(found, name, 'memory.after')),
        troubles: troubles(found.get(name)),
      })),
      promises: [
        atMost('Memory per reader, idle, ÷ nchan’s with 2 workers', ratio('memory.idlePerReader'), 0.5, ' ×'),
        atMost('Memory per reader, after events, ÷ nchan’s with 2 workers', ratio('memory.afterPerReader'), 0.5, ' ×'),
      ],
    };
  },
};

export const leave = {
  what: 'Memory a minute after all readers have left',
  readers: [10_000],
  async run({ readers, rounds, port }) {
    const found = await fresh([dateline], port, rounds, async server => {
      const figures = await measure(server, await server.page(), { readers, events: 5, warmup: 0, interval: 500, leave: Minute });
      return { ...figures, leftOfBase: figures.memory.left / figures.memory.base };
    });
    const name = dateline.name;
    return {
      found,
      rows: [{ server: name, readers, 'base MB': mb(of(found, name, 'memory.base')), 'with readers MB': mb(of(found, name, 'memory.after')), 'a minute after MB': mb(of(found, name, 'memory.left')), troubles: troubles(found.get(name)) }],
      promises: [atMost('Memory 60 s after they left ÷ before they came', of(found, name, 'leftOfBase'), 1.2, ' ×')],
    };
  },
};

export const connect = {
  what: 'Connecting, each with a replay of 20 missed changes',
  readers: [10_000],
  async run({ servers, readers, rounds, port, nchan }) {
    const able = servers.filter(server => server === dateline || server.name.includes('nchan'));
    const found = await staying(able, port, rounds, async server => {
      const page = await server.page();
      return measure(server, { ...page, url: page.replay }, { readers, before: 20, warmup: 0, events: 0 });
    });
    return {
      found,
      rows: able.map(({ name }) => ({
        server: name,
        readers,
        'CPU µs/stream': round(of(found, name, 'opening.cpuPerStream')),
        'streams/s': Math.round(of(found, name, 'opening.perSecond')),
        'bytes/stream': Math.round(of(found, name, 'opening.bytesPerStream')),
        troubles: troubles(found.get(name)),
      })),
      promises: [
        holds('Dateline: lost, doubled, out of order, refused', troubles(found.get(dateline.name)), whole(found.get(dateline.name))),
        atMost('CPU to open a stream with 20 missed changes ÷ nchan’s', of(found, dateline.name, 'opening.cpuPerStream') / of(found, nchan.name, 'opening.cpuPerStream'), 3, ' ×'),
      ],
    };
  },
};

export const storm = {
  what: 'All readers lose their connection, and all come back at once two seconds later, while 100 posts are published',
  readers: [15_000],
  async run({ readers, rounds, port }) {
    const found = await staying([dateline], port, rounds, async server =>
      measure(server, await server.page(), { readers, warmup: 0, events: 3, interval: 500, storm: true, patience: 60 }));
    const name = dateline.name;
    return {
      found,
      rows: [{
        server: name,
        readers,
        'all open after s': round(of(found, name, 'storm.allOpenAfter'), 2),
        'all served after s': round(of(found, name, 'storm.allServedAfter'), 2),
        'CPU µs/stream': round(of(found, name, 'storm.cpuPerStream')),
        'POST p50 ms': round(of(found, name, 'storm.postMedian')),
        'POST p99 ms': round(of(found, name, 'storm.postP99')),
        'retry ms': `${of(found, name, 'opening.shortestRetry')} to ${of(found, name, 'opening.longestRetry')}`,
        troubles: troubles(found.get(name)),
      }],
      promises: [
        holds('Dateline: lost, doubled, out of order, refused', troubles(found.get(name)), whole(found.get(name))),
        atMost('POST during the storm, p99', of(found, name, 'storm.postP99'), 250, ' ms'),
        atMost('Shortest ÷ longest retry asked for', of(found, name, 'opening.shortestRetry') / of(found, name, 'opening.longestRetry'), 0.75, ' ×'),
      ],
    };
  },
};
