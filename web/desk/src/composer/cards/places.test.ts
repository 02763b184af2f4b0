import { expect, test } from "vitest";
import { placeIn } from "./places.ts";

test.each([
  ["54.91, -1.38", 54.91, -1.38], ["54.91 -1.38", 54.91, -1.38], ["\u22127.5; 110", -7.5, 110], [" 54.91°, 1.38° ", 54.91, 1.38], ["geo:54.91,-1.38", 54.91, -1.38],
  ["54°54′36″N 1°22′48″W", 54.91, -1.38], ["54° 54' 36\" N, 1° 22' 48\" W", 54.91, -1.38], ["33°52.08′S 151°12.54′E", -33.868, 151.209], ["54.91° N 1.38° W", 54.91, -1.38],
  ["https://www.openstreetmap.org/#map=12/54.9100/-1.3800", 54.91, -1.38], ["https://www.openstreetmap.org/?mlat=54.91&mlon=-1.38#map=5/50/0", 54.91, -1.38],
  ["https://www.google.com/maps/place/X/@54.9,-1.3,12z/data=!3m1!4b1!8m2!3d54.91!4d-1.38", 54.91, -1.38], ["https://www.google.com/maps/@54.91,-1.38,12z", 54.91, -1.38], ["https://maps.apple.com/?ll=54.91,-1.38&z=4", 54.91, -1.38], ["https://maps.google.com/?q=54.91%2C-1.38", 54.91, -1.38],
])("%j is a place", (typed, latitude, longitude) => { expect(placeIn(typed)).toEqual({ latitude, longitude }); });

test.each(["", "54.91", "Carrenmouth", "91, 0", "0, 181", "https://maps.example/", "1,2,3", "12 March 2026", "54.91, -1.38 and more"])("%j is none", (typed) => { expect(placeIn(typed)).toBeNull(); });
