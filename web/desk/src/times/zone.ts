// Times in the live page's zone, which is seldom the zone of whoever sits at the desk.

/** A wall time "2026-11-24T21:30" in a zone as an instant. One that the clock skips in spring goes forward by as much; of one that comes twice in autumn the first is meant. */
export function instantOf(wall: string, zone: string): Date | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/.exec(wall);
  if (!match) return null;
  const [year, month, day, hour, minute] = match.slice(1).map(Number) as [number, number, number, number, number];
  const asUtc = Date.UTC(year, month - 1, day, hour, minute);
  const date = new Date(asUtc);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || hour > 23 || minute > 59) return null;
  // The offset before, and the one after, any change nearby.
  const candidates = [asUtc - offset(asUtc - 86_400_000, zone), asUtc - offset(asUtc + 86_400_000, zone)].sort((a, b) => a - b);
  const exact = candidates.find((at) => at + offset(at, zone) === asUtc);
  return new Date(exact ?? asUtc - offset(asUtc - 86_400_000, zone));
}

/** The wall time of an instant in a zone, as a form field has it. */
export function wallOf(at: Date, zone: string): string {
  const local = new Date(at.getTime() + offset(at.getTime(), zone));
  return local.toISOString().slice(0, 16);
}

function offset(at: number, zone: string): number {
  const parts = Object.fromEntries(parted(zone).formatToParts(at).map((part) => [part.type, part.value]));
  const wall = Date.UTC(Number(parts["year"]), Number(parts["month"]) - 1, Number(parts["day"]), Number(parts["hour"]), Number(parts["minute"]), Number(parts["second"]));
  return wall - Math.floor(at / 1_000) * 1_000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function parted(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit" });
    formats.set(zone, format);
  }
  return format;
}

/** "21:09", with the day before it when it is not today's there. */
export function clock(at: Date, zone: string, language: string, now: Date): string {
  const time = new Intl.DateTimeFormat(language, { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
  const sameDay = wallOf(at, zone).slice(0, 10) === wallOf(now, zone).slice(0, 10);
  return sameDay ? time : `${new Intl.DateTimeFormat(language, { timeZone: zone, day: "numeric", month: "short" }).format(at)}, ${time}`;
}

/** "GMT", "CET": how the zone is called at that instant. */
export function zoneName(at: Date, zone: string, language: string): string {
  return new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: "short" }).formatToParts(at).find((part) => part.type === "timeZoneName")?.value ?? zone;
}
