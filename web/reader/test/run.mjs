// Bundles every test by itself, so that Node can read it, and runs them all.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const out = fileURLToPath(new URL('../node_modules/.cache/tests/', import.meta.url));
await rm(out, { recursive: true, force: true });
await build({
  absWorkingDir: here,
  entryPoints: readdirSync(here).filter(name => name.endsWith('.test.ts')),
  outdir: out,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: 'inline',
});
const tests = readdirSync(out).map(name => out + name);
// Tests name files from the folder of the package.
process.exit(spawnSync(process.execPath, ['--enable-source-maps', '--test', `--test-reporter=${process.stdout.isTTY ? 'spec' : 'tap'}`, ...tests], { stdio: 'inherit', cwd: fileURLToPath(new URL('..', import.meta.url)) }).status ?? 1);
