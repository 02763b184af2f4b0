// Draws what bench/results/readers-*.json hold: delay and memory against the number of readers, as bench/results/readers.svg.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../harness.mjs';

const results = join(root, 'bench/results');
const Width = 1_080, Height = 552;
const panels = [
  { left: 64, title: 'From publishing to the last reader', unit: 'ms', figure: 'last ms' },
  { left: 600, title: 'Memory for all readers', unit: 'MB', figure: 'memory for readers MB' },
];
const [top, bottom, width] = [120, 452, 300];
const styles = ['dateline', 'rival', 'obvious', 'floor'];

export function draw() {
  const kept = readdirSync(results).filter(name => /^readers-\d+\.json$/.test(name)).map(name => JSON.parse(readFileSync(join(results, name), 'utf8')));
  if (kept.length === 0) throw new Error('Nothing has been measured yet: bin/bench readers.');
  kept.sort((a, b) => a.rows[0].readers - b.rows[0].readers);
  const servers = kept[0].rows.map(row => row.server);
  const most = kept.at(-1).rows[0].readers;
  const across = (panel, readers) => panel.left + (readers / most) * width;
  const body = panels.map(panel => {
    const step = nice(Math.max(...kept.flatMap(result => result.rows.map(row => row[panel.figure]))));
    const highest = step * Math.ceil(Math.max(...kept.flatMap(result => result.rows.map(row => row[panel.figure]))) / step);
    const up = value => bottom - (value / highest) * (bottom - top);
    const grid = Array.from({ length: Math.round(highest / step) + 1 }, (_, n) => n * step).map(value => `
  <line class="rule" x1="${panel.left}" x2="${panel.left + width}" y1="${at(up(value))}" y2="${at(up(value))}"/>
  <text class="figure" x="${panel.left - 8}" y="${at(up(value) + 5)}" text-anchor="end">${value}</text>`).join('');
    const ticks = kept.map(({ rows: [{ readers }] }) => `
  <text class="figure" x="${at(across(panel, readers))}" y="${bottom + 24}" text-anchor="middle">${readers === 1_000 ? '' : readers.toLocaleString('en-GB')}</text>`).filter((_, n) => n === 0 || kept[n].rows[0].readers >= 5_000).join('');
    const ends = apart(servers.map((server, n) => ({ n, y: up(kept.at(-1).rows.find(row => row.server === server)[panel.figure]) })));
    const lines = servers.map((server, n) => `
  <polyline class="${styles[n]}" points="${kept.map(({ rows }) => rows.find(row => row.server === server)).map(row => `${at(across(panel, row.readers))},${at(up(row[panel.figure]))}`).join(' ')}"/>
  <text class="name ${styles[n]}" x="${panel.left + width + 8}" y="${at(ends[n] + 5)}">${named(server)}</text>`).join('');
    return `
  <text class="title" x="${panel.left}" y="${top - 34}">${panel.title}</text>
  <text class="figure" x="${panel.left}" y="${top - 14}">${panel.unit}</text>${grid}${ticks}${lines}
  <text class="figure" x="${panel.left + width / 2}" y="${bottom + 46}" text-anchor="middle">readers</text>`;
  }).join('');
  writeFileSync(join(results, 'readers.svg'), `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${Width} ${Height}" role="img" aria-labelledby="what where">
  <title id="what">One event a second to many readers: delay and memory of Dateline, nginx with nchan, the obvious way in ASP.NET Core, and the floor</title>
  <desc id="where">${kept.at(-1).date}; ${kept.at(-1).machine}</desc>
  <style>
    svg { --ink: #17191c; --paper: #fcfbf8; --grey: #5a5e66; --line: #dcdad4; --accent: #0b5d66; }
    @media (prefers-color-scheme: dark) { svg { --ink: #e9e7e2; --paper: #121417; --grey: #a3a7ae; --line: #2e3238; --accent: #6cc5cf; } }
    text { font: 14px system-ui, sans-serif; fill: var(--ink); font-variant-numeric: tabular-nums; }
    .head { font: 600 28px Newsreader, Georgia, serif; }
    .title { font-weight: 700; }
    .figure, .name { fill: var(--grey); }
    .rule { stroke: var(--line); }
    polyline { fill: none; stroke: var(--grey); stroke-width: 1.5; }
    polyline.dateline { stroke: var(--accent); stroke-width: 3; }
    .name.dateline { fill: var(--accent); font-weight: 700; }
    polyline.rival { stroke: var(--ink); stroke-width: 2; }
    .name.rival { fill: var(--ink); }
    polyline.obvious { stroke-dasharray: 6 4; }
    polyline.floor { stroke-dasharray: 1.5 3.5; }
  </style>
  <rect width="${Width}" height="${Height}" fill="var(--paper)"/>
  <text class="head" x="24" y="44">One event a second, to everyone</text>${body}
  <text class="figure" x="24" y="${Height - 20}">${kept.at(-1).date}. ${kept.at(-1).machine.split(', ').slice(0, 2).join(', ')}; server and readers on the same cores. Medians.</text>
</svg>
`);
}

const named = server => ({ 'Kestrel, the obvious way': 'Kestrel, obvious way', 'nginx + nchan, 2 workers': 'nginx + nchan' })[server] ?? server;

const at = number => Number(number.toFixed(1));

/** A round step that makes about five lines. */
function nice(most) {
  const rough = most / 5, power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].find(factor => factor * power >= rough) * power;
}

/** Names at the ends of their lines, at least a line's height apart and none below the axis, where its numbers stand; by their first place. */
function apart(ends) {
  const sorted = [...ends].sort((a, b) => a.y - b.y);
  for (let n = 1; n < sorted.length; n++) sorted[n].y = Math.max(sorted[n].y, sorted[n - 1].y + 18);
  for (let n = sorted.length - 1, most = bottom; n >= 0; n--, most = sorted[n + 1].y - 18) sorted[n].y = Math.min(sorted[n].y, most);
  return sorted.sort((a, b) => a.n - b.n).map(({ y }) => y);
}
