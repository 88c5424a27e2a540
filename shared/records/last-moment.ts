import { parseDay } from '../calendar/day.ts';
import { instantAt, zoneExists, type Instant } from '../calendar/instant.ts';
import { bindingInstant, isDaysEnd } from './binding-hour.ts';
import { latestDay, type DateFact, type HourOfDay } from './date-fact.ts';
import { dateWords } from './date-words.ts';

/** The last moment at which something is still in time, on any reading of its date, and how it is said. */
export interface LastMoment {
  readonly at: Instant;
  readonly words: string;
}

/** The last moment that a date allows: the latest day of a range, the later side of a dispute; null where it names none. Where no clocks are named they are those of `zone`. */
export function lastMomentOf(fact: DateFact, zone: string): LastMoment | null {
  if (fact.certainty === 'disputed') return fact.readings.map((reading) => lastMomentAt(reading.day, hourOf(reading), zone)).reduce((a, b) => (b.at > a.at ? b : a));
  const day = latestDay(fact);
  return day === null ? null : lastMomentAt(day, fact.certainty === 'exact' || fact.certainty === 'approximate' ? hourOf(fact) : null, zone);
}

const hourOf = ({ time, zone }: { readonly time?: string | undefined; readonly zone?: string | undefined }): HourOfDay | null =>
  time === undefined ? null : { time: time.slice(0, 5), zone: zone ?? null };

/** The last moment of a day, or of its hour; of an hour that the clocks show twice the second. */
export function lastMomentAt(day: string, hour: HourOfDay | null, zone: string): LastMoment {
  const clocks = hour?.zone != null && zoneExists(hour.zone) ? hour.zone : zone;
  const sharp = hour !== null && !isDaysEnd(hour);
  const at = sharp ? instantAt({ day: parseDay(day) ?? NaN, time: hour.time }, clocks, 'later') : bindingInstant(day, hour, zone);
  const words = dateWords({ certainty: 'exact', day, ...(sharp && { time: hour.time, zone: clocks }) });
  return { at, words: sharp ? words : `the end of ${words}${hour === null ? '' : ` (${clocks})`}` };
}
