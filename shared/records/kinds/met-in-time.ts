import { parseDay } from '../../calendar/day.ts';
import { instantAt, zoneExists } from '../../calendar/instant.ts';
import { bindingInstant, isDaysEnd } from '../binding-hour.ts';
import { latestDay, type DateFact, type HourOfDay } from '../date-fact.ts';
import { dateWords } from '../date-words.ts';
import { lastDay, lastTime } from './deadline-dates.ts';
import type { Deadline } from './deadline.ts';

/**
 * Why an act is not shown to have been in time, as the end of a sentence ("It was done …"); null where it was, where the act names no day, or where the deadline has none. By law
 * the hour binds (domain.md §7): on the last day an act counts by its hour where the deadline has one, and two hours are compared as instants where both say whose clocks
 * show them.
 */
export function notInTime(done: DateFact, fields: Deadline['fields']): string | null {
  const last = lastDay(fields);
  const day = latestDay(done);
  if (last === null || day === null) return null;
  const due = lastTime(fields);
  const acted = done.certainty === 'exact' && done.time !== undefined ? { time: done.time, zone: done.zone ?? null } : null;
  const [there, here] = [clocksOf(due), clocksOf(acted)];
  if (acted !== null && there !== null && here !== null)
    return actedAt(day, acted, here) > bindingInstant(last, due, there) ? `${dateWords(done)}, after ${limitWords(last, due)}` : null;
  if (day !== last) return day > last ? `on ${day}, after ${last}` : null;
  if (due === null || isDaysEnd(due)) return null;
  if (acted === null) return `on ${day}, at an hour that is not recorded; it was due by ${limitWords(last, due)}`;
  // Neither says whose clocks: they are taken for the same ones.
  if (there !== null || here !== null) return `${dateWords(done)}, and whose clocks show an hour is not recorded; it was due by ${limitWords(last, due)}`;
  return acted.time > due.time ? `${dateWords(done)}, after ${limitWords(last, due)}` : null;
}

const clocksOf = (hour: HourOfDay | null): string | null => (hour !== null && hour.zone !== null && zoneExists(hour.zone) ? hour.zone : null);

/** An hour that comes twice is the later one: what is shown to be in time is so on either. */
const actedAt = (day: string, { time }: HourOfDay, zone: string) => instantAt({ day: parseDay(day) ?? NaN, time }, zone, 'later');

const limitWords = (day: string, hour: HourOfDay | null): string =>
  hour === null || isDaysEnd(hour) ? day : dateWords({ certainty: 'exact', day, time: hour.time, ...(hour.zone !== null && { zone: hour.zone }) });
