// A server's process: started, answering, ended.
import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { join } from 'node:path';
import { root } from '../harness.mjs';

/** The load client and the yardsticks: one program. */
export const load = join(root, 'artifacts/bin/Dateline.Load/release/dateline-load');

/** Starts a program and waits until its port answers. */
export async function started(port, program, args, env = {}) {
  let remarks = '';
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...env } });
  child.stderr.on('data', text => { remarks = `${remarks}${text}`.slice(0, 2_000); });
  const ended = new Promise(resolve => child.once('exit', resolve));
  const end = () => child.kill();
  process.once('exit', end);
  const deadline = Date.now() + 60_000;
  while (!(await answers(port))) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`${program.split('/').at(-1)} does not start: ${remarks.trim().split('\n')[0]}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  return {
    pid: child.pid,
    stop: async () => {
      process.off('exit', end);
      child.kill();
      await ended;
    },
  };
}

function answers(port) {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1', () => { socket.destroy(); resolve(true); });
    socket.once('error', () => resolve(false));
  });
}
