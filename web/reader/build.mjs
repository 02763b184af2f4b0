// Makes dist/: the reader's script and stylesheet, the headline typeface, the icon, and manifest.json, which names them for the server.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';

/** The most that may travel, in bytes: the script compressed, a typeface as it is. */
const Budget = { script: 10_000, font: 60_000 };

const here = new URL('./', import.meta.url);
const dist = new URL('dist/', here);
const fonts = new URL('node_modules/@fontsource-variable/newsreader/files/', here);

const bundle = async (entry, options) => {
  const { outputFiles } = await build({ absWorkingDir: here.pathname, entryPoints: [entry], bundle: true, minify: true, write: false, ...options });
  return outputFiles[0].contents;
};
const script = await bundle('src/main.ts', { format: 'esm', target: 'es2022' });
const styles = existsSync(new URL('styles/reader.css', here)) ? await bundle('styles/reader.css', { external: ['*.woff2'] }) : undefined;
const font = await readFile(new URL('newsreader-latin-wght-normal.woff2', fonts));
const fontExtended = await readFile(new URL('newsreader-latin-ext-wght-normal.woff2', fonts));

within('The script', brotliCompressSync(script).length, Budget.script);
within('The typeface', font.length, Budget.font);

await rm(dist, { recursive: true, force: true });
await mkdir(dist);
const manifest = {
  script: await keep('reader', 'js', script),
  styles: styles ? await keep('reader', 'css', styles) : null,
  font: await keep('newsreader', 'woff2', font),
  fontExtended: await keep('newsreader-extended', 'woff2', fontExtended),
  icon: await keep('icon', 'svg', await readFile(new URL('icon.svg', here))),
};
await writeFile(new URL('manifest.json', dist), `${JSON.stringify({ ...manifest, build: hash(JSON.stringify(manifest)) }, null, 2)}\n`);

function within(what, size, budget) {
  console.error(`${what} takes ${size} of ${budget} bytes.`);
  if (size <= budget) return;
  console.error(`${what} is over its budget; see build.mjs.`);
  process.exit(1);
}

async function keep(name, kind, content) {
  const file = `${name}-${hash(content)}.${kind}`;
  await writeFile(new URL(file, dist), content);
  return file;
}

function hash(content) {
  return createHash('sha256').update(content).digest('hex').slice(0, 12);
}
