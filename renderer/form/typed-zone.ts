import { zoneExists } from '../../shared/calendar/instant.ts';
import { zoneCity } from '../words/dates.ts';

/** What people write for a zone without naming a city. “EST” in July means the clocks of the East as they are then: nobody who writes it counts another hour. */
const usual: Readonly<Record<string, string>> = {
  et: 'America/New_York',
  est: 'America/New_York',
  edt: 'America/New_York',
  eastern: 'America/New_York',
  'washington, d.c.': 'America/New_York',
  washington: 'America/New_York',
  ct: 'America/Chicago',
  cst: 'America/Chicago',
  cdt: 'America/Chicago',
  central: 'America/Chicago',
  mt: 'America/Denver',
  mst: 'America/Denver',
  mdt: 'America/Denver',
  mountain: 'America/Denver',
  pt: 'America/Los_Angeles',
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
  pacific: 'America/Los_Angeles',
  utc: 'UTC',
  gmt: 'UTC',
  bst: 'Europe/London',
  cet: 'Europe/Brussels',
  cest: 'Europe/Brussels',
};

let cities: ReadonlyMap<string, string> | null = null;
/** Every zone this program knows, by the city that names it; a city that names two is none. */
function byCity(): ReadonlyMap<string, string> {
  if (cities !== null) return cities;
  const found = new Map<string, string>();
  const twice = new Set<string>();
  for (const zone of allZones()) {
    const city = zoneCity(zone).toLowerCase();
    if (found.has(city)) twice.add(city);
    found.set(city, zone);
  }
  for (const city of twice) found.delete(city);
  return (cities = found);
}

/** Every zone that has a city, in the order of the alphabet, and UTC. */
export const allZones = (): readonly string[] => ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/'))];

/** The zone that typed words name: a city, the letters that people write for it (`ET`), or its own name; null where they name none. */
export function zoneTyped(words: string): string | null {
  const text = words.trim().replace(/\s+/g, ' ');
  const plain = text.toLowerCase().replace(/ (?:time|clock)$/, '');
  const named = usual[plain] ?? byCity().get(plain);
  if (named !== undefined) return named;
  return text.includes('/') && zoneExists(text) ? text : null;
}

/** Words that `zoneTyped` reads as that zone. */
export const zoneWord = (zone: string): string => (zoneTyped(zoneCity(zone)) === zone ? zoneCity(zone) : zone);
