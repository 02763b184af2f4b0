// Rounds: every server in turn, in another order each time, so that what the machine does meanwhile meets all alike.
import { median } from '../harness.mjs';
import { warmed } from '../loading.mjs';

/** Servers that stay up through all rounds. */
export async function staying(kinds, port, rounds, work) {
  const servers = [];
  for (const [n, kind] of kinds.entries()) servers.push(await warmed(kind, port + n));
  try {
    return await each(servers, rounds, work);
  } finally {
    for (const server of servers) await server.stop();
  }
}

// Enough that everything has run, too few to matter among thousands.
const FewReaders = 100;

/** A fresh process each time: memory grows in steps, and a server that has had readers has room for them already. */
export function fresh(kinds, port, rounds, work) {
  return each(kinds.map((kind, n) => ({ kind, name: kind.name, port: port + n })), rounds, async ({ kind, port }) => {
    const server = await warmed(kind, port, FewReaders);
    try {
      return await work(server);
    } finally {
      await server.stop();
    }
  });
}

async function each(servers, rounds, work) {
  const found = new Map(servers.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (let n = 0; n < servers.length; n++) {
      const server = servers[(n + round) % servers.length];
      process.stderr.write(`round ${round + 1}: ${server.name}\n`);
      const figures = await work(server, round === rounds - 1);
      if (figures.firstRefusal) process.stderr.write(`  refused: ${figures.firstRefusal}\n`);
      found.get(server.name).push(figures);
    }
  }
  return found;
}

/** The median over a server's rounds of one figure, named as a path; undefined when nobody measured it. */
export const of = (found, name, path) => {
  const figures = (found.get(name) ?? []).map(figures => path.split('.').reduce((value, key) => value?.[key], figures)).filter(value => value !== undefined && value !== null);
  return figures.length === 0 ? undefined : median(figures);
};

/** Whether every reader was served in every round, and received every event once and in order. */
export const whole = rounds => rounds.every(figures => figures.isWhole);

/** What went wrong in a round, in words. */
export const troubles = rounds => {
  const sum = name => rounds.reduce((all, figures) => all + figures[name], 0);
  return ['refused', 'dropped', 'lost', 'doubled', 'outOfOrder', 'foreign'].filter(name => sum(name) !== 0).map(name => `${sum(name)} ${name}`).join(', ') || 'none';
};
