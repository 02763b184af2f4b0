/** How long to wait before it is asked again whether a recording is ready, in milliseconds. A short film is ready in a moment, a long one takes as long as it is. */
export const wait = (asked: number): number => Math.min(30_000, 2_000 * 1.5 ** Math.min(Math.max(0, asked - 1), 10));
