// What should be, and whether it held.
import { round } from '../harness.mjs';

// A ratio of two differences that are nothing says nothing.
const unknown = figure => figure === undefined || !Number.isFinite(figure) || figure < 0;

export const atMost = (what, is, bound, unit = '') => promise(what, is, bound, unit, 'at most', () => is <= bound);

export const atLeast = (what, is, bound, unit = '') => promise(what, is, bound, unit, 'at least', () => is >= bound);

export const holds = (what, is, isSo) => ({ what, is, 'should be': 'none', held: isSo ? 'yes' : 'NO' });

function promise(what, is, bound, unit, word, isSo) {
  if (unknown(is)) return { what, is: 'not measured', 'should be': `${word} ${bound}${unit}`, held: '' };
  return { what, is: `${round(is, 2)}${unit}`, 'should be': `${word} ${bound}${unit}`, held: isSo() ? 'yes' : 'NO' };
}
