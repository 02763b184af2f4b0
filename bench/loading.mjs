// The load client, run against a server: one run, its figures.
import { spawn } from 'node:child_process';
import { load } from './servers/process.mjs';

/** How large an event is at the reader, in bytes on the wire, for every server alike. */
export const EventBytes = 1_048;

/** One run; `options` are those of Dateline.Load/Plan.cs. */
export async function measure(server, page, options) {
  const { headers = [], replay, ...where } = page;
  const plan = { pid: server.pid, size: server.size, ...where, ...options };
  const args = ['run', ...Object.entries(plan).filter(([, value]) => value !== undefined).flatMap(([name, value]) => [`--${name}`, String(value)]), ...headers.flatMap((header, n) => [`--headers:${n}`, header])];
  // Compiled once and well: what the client costs is to be the same from the first event to the last.
  const child = spawn(load, args, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, DOTNET_TieredCompilation: '0' } });
  let output = '';
  child.stdout.on('data', text => { output += text; });
  await new Promise(resolve => child.once('close', resolve));
  if (!output) throw new Error(`The load client says nothing about ${server.name}.`);
  return JSON.parse(output);
}

/** A server that has been started, warmed by so many readers, and told how large its posts are to be so that events have the same size everywhere. */
export async function warmed(kind, port, readers = 1_000) {
  const server = { ...(await kind.start(port)), name: kind.name, size: 512 };
  const { delivery } = await measure(server, await server.page(), { readers: 10, warmup: 5, events: 5, interval: 0, window: 4, settle: 0, stay: 0 });
  server.size += Math.round(EventBytes - delivery.bytesPerDelivery);
  await measure(server, await server.page(), { readers, warmup: 100, events: 200, interval: 0, window: 4, settle: 0, stay: 0 });
  return server;
}
