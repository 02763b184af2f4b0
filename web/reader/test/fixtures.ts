import { readdirSync, readFileSync } from 'node:fs';
import type { Change } from '../src/frames.ts';

const folder = '../../spec/fixtures/changes/';

/** The frames that the specification shows, by file, in the order of their numbers. */
export const fixtures: readonly (readonly [name: string, frame: Change])[] = readdirSync(folder)
  .map(name => [name, JSON.parse(readFileSync(folder + name, 'utf8')) as Change] as const)
  .sort(([, a], [, b]) => a.seq - b.seq);
