export interface Degrees {
  latitude: number;
  longitude: number;
}

const number = String.raw`[-+\u2212]?\d{1,3}(?:\.\d+)?`;
const pair = new RegExp(String.raw`(${number})\s*°?\s*[,;\s]\s*(${number})\s*°?`);
const whole = new RegExp(`^\\s*(?:geo:)?${pair.source}\\s*$`, "i");
// As online maps write a place into their addresses; the pin before the middle of the view.
const inAddress = [/[?&](?:mlat)=(-?[\d.]+)&mlon=(-?[\d.]+)/, /!3d(-?[\d.]+)!4d(-?[\d.]+)/, /[?&](?:q|ll|query|center|destination)=(?:loc:)?(-?[\d.]+)(?:,|%2C)\s*(-?[\d.]+)/i, /@(-?[\d.]+),(-?[\d.]+)/, /#map=[\d.]+\/(-?[\d.]+)\/(-?[\d.]+)/];
const part = String.raw`(\d{1,3}(?:\.\d+)?)\s*°\s*(?:(\d{1,2}(?:\.\d+)?)\s*[′'’]\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*(?:″|"|”|''|′′)\s*)?`;
const sexagesimal = new RegExp(`^\\s*${part}([NS])[\\s,;]*${part}([EW])\\s*$`, "i");

/** The place that somebody means: degrees in any of the usual forms, or the address of an online map. Null when it is none. */
export function placeIn(typed: string): Degrees | null {
  const text = typed.trim().slice(0, 2_000);
  const turned = sexagesimal.exec(text);
  if (turned) return degrees(angle(turned, 1), angle(turned, 5));
  const plain = whole.exec(text);
  if (plain) return degrees(Number(plain[1]!.replace("\u2212", "-")), Number(plain[2]!.replace("\u2212", "-")));
  if (/^https?:/i.test(text)) for (const form of inAddress) {
    const found = form.exec(text);
    if (found) return degrees(Number(found[1]), Number(found[2]));
  }
  return null;
}

function angle(found: RegExpExecArray, from: number): number {
  const [degrees, minutes, seconds, side] = found.slice(from, from + 4);
  const size = Number(degrees) + Number(minutes ?? 0) / 60 + Number(seconds ?? 0) / 3600;
  return /[SW]/i.test(side!) ? -size : size;
}

// To a metre; more digits say more than anybody knows.
function degrees(latitude: number, longitude: number): Degrees | null {
  const ok = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return ok ? { latitude: Math.round(latitude * 1e5) / 1e5, longitude: Math.round(longitude * 1e5) / 1e5 } : null;
}
