// wrk against one address: requests a second, delays, and what the server's processor took for each.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const Ticks = 100;

export async function wrk(server, { url = server.url, seconds = 5, connections = 64, headers = ['Accept-Encoding: gzip'] } = {}) {
  const before = cpu(server.pid);
  const child = spawn('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', ...headers.flatMap(header => ['-H', header]), url], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', text => { output += text; });
  await new Promise(resolve => child.once('close', resolve));
  const taken = cpu(server.pid) - before;
  const requests = Number(/(\d+) requests in/.exec(output)?.[1]);
  return {
    perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(output)?.[1]),
    p50: milliseconds(/^\s+50%\s+(\S+)/m.exec(output)?.[1]),
    p99: milliseconds(/^\s+99%\s+(\S+)/m.exec(output)?.[1]),
    cpuPerRequest: (taken / requests) * 1e6,
    bytesPerRequest: bytes(/requests in [^,]+, (\S+) read/.exec(output)?.[1]) / requests,
    refused: Number(/Non-2xx or 3xx responses: (\d+)/.exec(output)?.[1] ?? 0),
    errors: /Socket errors: .*/.exec(output)?.[0],
  };
}

const milliseconds = text => Number.parseFloat(text) * { us: 0.001, ms: 1, s: 1_000, m: 60_000 }[/[a-z]+$/.exec(text)?.[0]];
const bytes = text => Number.parseFloat(text) * { B: 1, KB: 2 ** 10, MB: 2 ** 20, GB: 2 ** 30 }[/[A-Z]+$/.exec(text)?.[0]];

// Processor time in seconds, of the process and its children.
function cpu(pid) {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
  return [pid, ...children].reduce((sum, process) => {
    const figures = readFileSync(`/proc/${process}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
    return sum + (Number(figures[11]) + Number(figures[12])) / Ticks;
  }, 0);
}
