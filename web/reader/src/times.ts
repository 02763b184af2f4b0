const Minute = 60_000;

/** Whole minutes since then; nothing when it is an hour ago or lies ahead. Less than a minute ahead is a clock that is a little slow. */
export function minutesAgo(then: number, now: number): number | undefined {
  const minutes = (now - then) / Minute;
  return minutes > -1 && minutes < 60 ? Math.max(0, Math.floor(minutes)) : undefined;
}

/** Whether that many minutes have gone by since then. */
export function isPast(then: number, minutes: number, now: number): boolean {
  return now - then >= minutes * Minute;
}
