import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Change } from '../src/frames.ts';
import { Journal } from '../src/journal.ts';
import { Wire, type Receiver } from '../src/wire.ts';
import { chance, Seeds } from './chance.ts';
import { batch, change, ScriptedServer } from './scripted-server.ts';
import { settled, VirtualClock } from './virtual-clock.ts';

const Second = 1_000;
const Minute = 60 * Second;

class PageInMemory implements Receiver {
  readonly seen: number[] = [];
  readonly resets: number[] = [];
  isClosed = false;
  reloads = false;
  losses = 0;
  onApply = (_: readonly Change[]): void => {};

  closed(): boolean {
    return this.isClosed;
  }

  found(): void {}

  lost(): void {
    this.losses++;
  }

  apply(changes: readonly Change[]): void {
    this.onApply(changes);
    this.seen.push(...changes.map(({ seq }) => seq));
  }

  reset(head: number): boolean {
    this.resets.push(head);
    return this.reloads;
  }
}

function open(setUp: (page: PageInMemory, server: ScriptedServer) => void = () => {}) {
  const clock = new VirtualClock();
  const server = new ScriptedServer();
  const page = new PageInMemory();
  setUp(page, server);
  const wire = new Wire({ stream: '/stream', changes: '/changes', epoch: 'one' }, new Journal(5), page, clock);
  void wire.run();
  return { clock, server, page, wire };
}

test('a reader who reconnects sees each change once', async () => {
  const { clock, server, page } = open();
  assert.deepEqual(server.news(), ['stream?after=5&epoch=one']);
  server.last.hello().change(6, 7);
  await settled();
  server.last.break();
  await clock.pass(2 * Second);
  assert.deepEqual(server.news(), ['stream?after=7&epoch=one']);
  server.last.hello().change(6, 7, 8);
  await settled();
  assert.deepEqual(page.seen, [6, 7, 8]);
});

test('a connection that has gone silent is given up', async () => {
  const { clock, server } = open();
  server.last.hello();
  await clock.pass(44 * Second);
  server.last.send(': keep-alive\n\n');
  await clock.pass(44 * Second);
  assert.equal(server.streams.length, 1);
  await clock.pass(4 * Second);
  assert.equal(server.streams.length, 2);
});

test('behind a proxy that holds answers back the page polls, and tries to stream again later', async () => {
  const { clock, server, page } = open((_, server) => (server.changes = after => batch(after + 1, [change(after + 1)])));
  server.news();
  await clock.pass(10 * Second);
  assert.deepEqual(server.news(), ['changes?after=5']);
  await clock.pass(10 * Second);
  assert.deepEqual(server.news(), ['changes?after=6']);
  await clock.pass(50 * Second);
  assert.equal(server.streams.length, 2);
  server.last.hello('one').change(page.seen.at(-1)! + 1);
  server.news();
  await clock.pass(30 * Second);
  assert.deepEqual(server.news(), []);
});

test('a server that is not there is asked less and less often', async () => {
  const { clock, server, page } = open((_, server) => {
    server.stream = () => {
      throw new TypeError('fetch failed');
    };
  });
  await clock.pass(Minute);
  const first = server.news().length;
  await clock.pass(20 * Minute);
  const each = server.news().length / 20;
  assert.ok(first >= 4 && each <= 1.5, `${first} in the first minute, ${each} a minute later`);
  assert.equal(page.losses, 1);
});

test('a closed page learns of corrections, and follows again when it is reopened', async () => {
  const { clock, server, page, wire } = open((_, server) => {
    server.stream = () => new Response(null, { status: 204 });
    server.changes = after => batch(after, []);
  });
  page.isClosed = true;
  await clock.pass(59 * Second);
  assert.deepEqual(server.news(), ['stream?after=5&epoch=one']);
  await clock.pass(1 * Second);
  assert.deepEqual(server.news(), ['changes?after=5']);
  wire.wake();
  await settled();
  assert.deepEqual(server.news(), ['changes?after=5'], 'on becoming visible');

  server.changes = after => batch(6, after < 6 ? [change(6)] : []);
  page.onApply = () => (page.isClosed = false);
  server.stream = connection => connection.response;
  await clock.pass(Minute);
  assert.deepEqual(server.news(), ['changes?after=5', 'stream?after=6&epoch=one']);
});

test('a page that was closed when it was loaded asks at once, but for no stream', async () => {
  const { server } = open(page => (page.isClosed = true));
  assert.deepEqual(server.news(), ['changes?after=5']);
});

test('when coverage ends the last changes are still taken in', async () => {
  const { clock, server, page } = open();
  server.last.hello().change(6).event('end', 6).end();
  await clock.pass(10 * Second);
  assert.deepEqual([page.seen, server.streams.length], [[6], 1]);
});

test('what is missing is asked for', async () => {
  const { server, page } = open((_, server) => (server.changes = after => batch(8, [change(after + 1), change(after + 2)])));
  server.last.hello().change(8, 9);
  await settled();
  assert.deepEqual(page.seen, [6, 7, 8, 9]);
  assert.equal(server.last.open, true);
});

test('a page that is loaded anew asks for nothing more', async () => {
  const { clock, server, page } = open(page => (page.reloads = true));
  server.last.hello().event('reset', 9).change(6);
  server.news();
  await clock.pass(Minute);
  assert.deepEqual([page.resets, page.seen, server.news()], [[9], [], []]);
});

test('a page that may not load itself anew yet polls until it may', async () => {
  const { clock, server, page } = open((_, server) => (server.changes = () => batch(9, [], { reset: true })));
  server.last.hello().event('reset', 9);
  await clock.pass(Minute);
  assert.ok(page.resets.length > 2);
  page.reloads = true;
  await clock.pass(20 * Second);
  server.news();
  await clock.pass(10 * Minute);
  assert.deepEqual(server.news(), []);
});

test('changes of another journal are not taken in', async () => {
  const streamed = open();
  streamed.server.last.hello('two').change(6);
  await settled();
  assert.deepEqual([streamed.page.seen, streamed.page.resets], [[], [9]]);

  const polled = open((page, server) => {
    page.isClosed = true;
    server.changes = () => batch(7, [change(6), change(7)], { epoch: 'two' });
  });
  await settled();
  assert.deepEqual([polled.page.seen, polled.page.resets], [[], [7]]);
});

test('a page that sleeps asks for nothing, and catches up when it is woken', async () => {
  const { clock, server, wire } = open();
  server.last.hello().change(6);
  await settled();
  wire.sleep();
  server.news();
  await clock.pass(60 * Minute);
  assert.deepEqual(server.news(), []);
  wire.wake();
  await settled();
  assert.deepEqual(server.news(), ['stream?after=6&epoch=one']);
});

test('a change that cannot be applied makes the page be loaded anew', async () => {
  const reported: unknown[] = [];
  globalThis.reportError = error => reported.push(error);
  const { server, page } = open(page => {
    page.onApply = () => {
      throw new Error('no such article');
    };
  });
  server.last.hello().change(6);
  await settled();
  assert.deepEqual([page.resets, reported.length], [[6], 1]);
});

test('however connections break, repeat and skip, every change arrives once and in order', async () => {
  for (const seed of Seeds.slice(0, 60)) {
    const { next, below, pick } = chance(seed);
    const head = 40;
    const { clock, server, page } = open((_, server) => {
      server.changes = after => (below(4) ? batch(head, changes(after, after + 1 + below(9))) : new Response(null, { status: 502 }));
      server.stream = connection => {
        if (below(5) === 0) throw new TypeError('fetch failed');
        if (below(8)) connection.hello('one', head);
        return connection.response;
      };
    });
    for (let turn = 0; turn < 400 && page.seen.length < head - 5; turn++) {
      const from = Math.max(1, (page.seen.at(-1) ?? 5) - 2 + below(6));
      if (next() < 0.7) server.last.change(...changes(from, from + below(5)).map(({ seq }) => seq));
      else pick([() => server.last.break(), () => server.last.end(), () => server.last.send(': keep-alive\n\n')])();
      await clock.pass(pick([0, Second, 20 * Second, Minute]));
    }
    assert.deepEqual(page.seen, changes(5, head).map(({ seq }) => seq), `seed ${seed}`);

    function changes(after: number, to: number): Change[] {
      return Array.from({ length: Math.max(0, Math.min(to, head) - after) }, (_, i) => change(after + 1 + i));
    }
  }
});
