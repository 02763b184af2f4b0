// Makes src/Dateline.Public/Maps/outlines.bin, which is committed: coasts and borders of the world for locator maps, from Natural Earth's public-domain outlines (1:10 million).
// It is run by hand when the outlines are renewed: npm ci && npm run build. The same package gives the same bytes.
//
// The form, before it is compressed (Brotli): twice (land, then borders) a count of lines, and each line as a count of points and the points, every number a varint.
// A point is its longitude and latitude in units of 1/Units of a degree, as differences from the point before, zigzag. A ring of land ends where it begins, without saying so.
import { createRequire } from 'node:module';
import { readFile, writeFile } from 'node:fs/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import { geoArea, geoEquirectangular, geoStream } from 'd3-geo';
import { feature, mesh } from 'topojson-client';

/** Steps of a degree: about 220 metres, finer than the outlines are drawn. */
const Units = 500;
/** Points that stray less than this from a line between others are left out, in degrees. */
const Straight = 0.0025;

const require = createRequire(import.meta.url);
const read = async name => JSON.parse(await readFile(require.resolve(`world-atlas/${name}`), 'utf8'));
const land = await read('land-10m.json');
const countries = await read('countries-10m.json');

// Flat, and cut where the world ends at 180 degrees, so that whoever draws needs to know nothing of spheres.
const plane = geoEquirectangular().scale(180 / Math.PI).translate([0, 0]).precision(0).reflectY(true);

function lines(geometry, closed) {
  const found = [];
  let line = [];
  const end = () => {
    if (line.length >= (closed ? 3 : 2)) found.push(line);
    line = [];
  };
  geoStream(geometry, plane.stream({ point: (x, y) => line.push([x, y]), lineStart: end, lineEnd: end, polygonStart() {}, polygonEnd() {} }));
  return found.map(one => simplified(closed ? [...one, one[0]] : one)).map(one => (closed ? one.slice(0, -1) : one)).filter(one => one.length >= (closed ? 3 : 2));
}

// Douglas and Peucker's way, without recursion.
function simplified(line) {
  const keep = new Uint8Array(line.length);
  keep[0] = keep[line.length - 1] = 1;
  const parts = [[0, line.length - 1]];
  while (parts.length) {
    const [from, to] = parts.pop();
    let [most, at] = [0, -1];
    for (let i = from + 1; i < to; i++) {
      const strays = distance(line[i], line[from], line[to]);
      if (strays > most) [most, at] = [strays, i];
    }
    if (most > Straight) {
      keep[at] = 1;
      parts.push([from, at], [at, to]);
    }
  }
  return line.filter((_, i) => keep[i]);
}

function distance([x, y], [x1, y1], [x2, y2]) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length));
  return Math.hypot(x - x1 - share * dx, y - y1 - share * dy);
}

const bytes = [];
function number(value) {
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value & 127) | 128);
  bytes.push(value);
}
const signed = value => number(value < 0 ? -2 * value - 1 : 2 * value);

function layer(all) {
  const quantised = all.map(line => line.map(point => point.map(degrees => Math.round(degrees * Units))).filter((point, i, points) => i === 0 || point[0] !== points[i - 1][0] || point[1] !== points[i - 1][1])).filter(line => line.length > 1);
  number(quantised.length);
  for (const line of quantised) {
    number(line.length);
    let [x, y] = [0, 0];
    for (const point of line) {
      signed(point[0] - x);
      signed(point[1] - y);
      [x, y] = point;
    }
  }
  console.error(`${quantised.length} lines, ${quantised.reduce((sum, line) => sum + line.length, 0)} points`);
}

// One islet of the package runs the wrong way round, and would be all of the world but itself.
const polygons = feature(land, land.objects.land).features.flatMap(({ geometry }) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates));
const turned = polygons.map(rings => (geoArea({ type: 'Polygon', coordinates: rings }) > 2 * Math.PI ? rings.map(ring => ring.toReversed()) : rings));
layer(lines({ type: 'MultiPolygon', coordinates: turned }, true));
layer(lines(mesh(countries, countries.objects.countries, (one, other) => one !== other), false));
const packed = brotliCompressSync(Uint8Array.from(bytes), { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } });
await writeFile(new URL('../../src/Dateline.Public/Maps/outlines.bin', import.meta.url), packed);
console.error(`${packed.length} bytes (${bytes.length} before compression)`);
