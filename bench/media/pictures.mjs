// Pictures to send: nothing anybody photographed, but as uneven as a photograph, so that they cost as much to compress.
import { createRequire } from 'node:module';

const { encode } = createRequire(new URL('../tools/package.json', import.meta.url))('jpeg-js');

// A lattice of the same numbers for the same seed; between its points the values run smoothly.
function noise(seed) {
  const lattice = new Float32Array(65_536);
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  for (let i = 0; i < lattice.length; i++) {
    state ^= state << 13; state ^= state >>> 17; state ^= state << 5;
    lattice[i] = (state >>> 0) / 2 ** 32;
  }
  const at = (x, y) => lattice[(x & 255) | ((y & 255) << 8)];
  return (x, y) => {
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const [across, down] = [x - left, y - top];
    return (at(left, top) * (1 - across) + at(left + 1, top) * across) * (1 - down) + (at(left, top + 1) * (1 - across) + at(left + 1, top + 1) * across) * down;
  };
}

/** A JPEG of this size: large soft shapes, finer ones upon them, and a little grain. */
export function jpeg(width, height, seed, quality = 85) {
  const value = noise(seed);
  const data = new Uint8Array(width * height * 4);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i += 4) {
      const [across, down] = [x / width, y / width];
      const shape = value(across * 5, down * 5) * 0.6 + value(across * 23 + 9, down * 23) * 0.25 + value(across * 150, down * 150 + 40) * 0.1;
      const grain = value(x * 0.7, y * 0.7) * 0.05;
      data[i] = 255 * (shape + grain);
      data[i + 1] = 255 * (shape * 0.8 + grain + 0.1 * value(across * 3 + 70, down * 3));
      data[i + 2] = 255 * (0.2 + shape * 0.5 + grain + 0.2 * down);
      data[i + 3] = 255;
    }
  }
  return encode({ data, width, height }, quality).data;
}

/** The same picture as another file: a comment at its beginning makes it one of its own. */
export function again(picture, n) {
  const words = Buffer.from(`copy ${n}`);
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, words.length + 2]), words]);
  return Buffer.concat([picture.subarray(0, 2), comment, picture.subarray(2)]);
}

/** Sends a picture to the library; what it answered, and how long that took. */
export async function send(url, token, picture) {
  const begun = performance.now();
  const form = new FormData();
  form.append('file', new Blob([picture], { type: 'image/jpeg' }), 'picture.jpg');
  const answer = await fetch(`${url}/api/v1/media`, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: form });
  const said = await answer.json();
  return { status: answer.status, id: said.id, hash: said.hash, took: performance.now() - begun };
}
