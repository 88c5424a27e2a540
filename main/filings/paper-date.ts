import { parseDay } from '../../shared/calendar/day.ts';
import { dayWordsLong, timeWords } from '../../shared/calendar/day-words.ts';
import { refuse } from '../../shared/failure/failure.ts';
import { isDaysEnd } from '../../shared/records/binding-hour.ts';
import type { DateFact, HourOfDay } from '../../shared/records/date-fact.ts';
import { relativeWords } from '../../shared/records/date-words.ts';
import type { PaperDate } from './press/paper.ts';

const zones: Readonly<Record<string, string>> = {
  'America/New_York': 'Eastern',
  'America/Chicago': 'Central',
  'America/Denver': 'Mountain',
  'America/Los_Angeles': 'Pacific',
  UTC: 'UTC',
};

/** `4:30 p.m. Eastern`, `4:30 p.m. in Berlin`; an hour is never printed as if it were everybody's. */
export const hourWords = (time: string, zone: string | null | undefined) => `${timeWords(time)} ${zone == null ? '(time zone not stated)' : (zones[zone] ?? `in ${cityOf(zone)}`)}`;

/** `Berlin` of `Europe/Berlin`. */
const cityOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** The hour of a day, where it is no more than the end of that day. */
export const paperHour = (hour: HourOfDay | null): { readonly time?: string } => (hour === null || isDaysEnd(hour) ? {} : { time: hourWords(hour.time.slice(0, 5), hour.zone) });

/** A date as it is known, for the page. What is uncertain says so and is never estimated; what was never entered is null. `nameOf` names the records it lies before or after; those it cannot name are left out. */
export function paperDate(fact: DateFact | undefined, nameOf: (id: string) => string | undefined = () => undefined): PaperDate | null {
  if (fact === undefined) return null;
  switch (fact.certainty) {
    case 'exact':
      return { value: fact.day, ...(fact.time !== undefined && { time: hourWords(fact.time, fact.zone) }) };
    case 'approximate':
      return { value: fact.day, certainty: 'about', ...(fact.time !== undefined && { time: hourWords(fact.time, fact.zone) }) };
    case 'range':
      if (fact.earliest === undefined && fact.latest === undefined) return { unknown: doubt(fact, nameOf) };
      return { ...(fact.earliest !== undefined && { from: fact.earliest }), ...(fact.latest !== undefined && { to: fact.latest }) };
    case 'disputed':
      return {
        disputed: fact.readings.map((reading) => ({
          by: [reading.saidBy, ...(reading.time === undefined ? [] : [hourWords(reading.time, reading.zone)])].filter((one) => one !== '').join(', '),
          value: reading.day,
        })),
      };
    case 'unknown':
      return { unknown: doubt(fact, nameOf) };
  }
}

/** What is known all the same: what it lies before or after, of the records that may be named, and why it is not known. */
function doubt(fact: DateFact, nameOf: (id: string) => string | undefined): string | null {
  const relative = relativeWords(fact, nameOf);
  const parts = [...(relative.length === 0 ? [] : [relative.join(', ')]), ...(fact.reason === undefined ? [] : [fact.reason])];
  return parts.length === 0 ? null : parts.join('. ');
}

/** For cells of a table: the day without its hour, and of an unknown date the one word; the rest stands elsewhere. */
export function cellDate(fact: DateFact | undefined): PaperDate | null {
  const date = paperDate(fact);
  if (date === null || !('unknown' in date || 'time' in date)) return date;
  if ('unknown' in date) return { unknown: null };
  const { time: _, ...day } = date;
  return day;
}

/** For cells that say by when: the hour binds, so it stands with its zone. */
export function cellDue(fact: DateFact | undefined): PaperDate | null {
  const date = paperDate(fact);
  return date !== null && 'unknown' in date ? { unknown: null } : date;
}

/** For sentences and alternative texts: `June 18, 2026`, `about April 30, 2026`, `a disputed date (…)`. */
export function inWords(fact: DateFact | undefined): string {
  switch (fact?.certainty) {
    case 'exact':
      return long(fact.day);
    case 'approximate':
      return `about ${long(fact.day)}`;
    case 'range':
      if (fact.earliest !== undefined && fact.latest !== undefined) return `between ${long(fact.earliest)} and ${long(fact.latest)}`;
      return fact.latest !== undefined ? `not after ${long(fact.latest)}` : fact.earliest !== undefined ? `not before ${long(fact.earliest)}` : 'an unknown date';
    case 'disputed':
      return `a disputed date (${fact.readings.map((reading) => `${long(reading.day)} according to ${reading.saidBy}`).join('; ')})`;
    default:
      return 'an unknown date';
  }
}

/** Days inside a sentence of the evaluator as papers write them: `Mon 19 Oct 2026` is `Mon, Oct 19, 2026`. */
export const inPaper = (sentence: string): string =>
  sentence.replaceAll(/\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4})\b/g, '$1,\u00a0$3\u00a0$2,\u00a0$4');

function long(text: string): string {
  const day = parseDay(text);
  return day === null ? text : dayWordsLong(day);
}

/** How long since, on `today`: `111 days`, `about 111 days`, `unknown` where the day is not known. */
export function ageOn(today: string, since: DateFact | undefined): PaperDate {
  if (since === undefined) return { unknown: null };
  const counted = (day: string) => (parseDay(today) ?? 0) - (parseDay(day) ?? 0);
  const days = (count: number) => (count === 1 ? '1 day' : `${count.toLocaleString('en-US')} days`);
  switch (since.certainty) {
    case 'exact':
      return { words: days(counted(since.day)) };
    case 'approximate':
      return { words: `about ${days(counted(since.day))}` };
    case 'range':
      return since.latest === undefined ? { unknown: null } : { words: `at least ${days(counted(since.latest))}` };
    case 'disputed':
      return { words: `${days(Math.min(...since.readings.map((reading) => counted(reading.day))))} at least` };
    case 'unknown':
      return { unknown: null };
  }
}

/**
 * A day or moment of a computed answer (`2026-07-06`, `2026-07-06T16:30`), by the clocks of `zone`. `ends`: the hour at which a whole day ends, where that is before midnight.
 * Refuses `filing-malformed` for anything else.
 */
export function computedDate(number: string, field: string, text: string, zone: string | null, ends: HourOfDay | null = null): PaperDate {
  const [day = '', time] = text.split('T');
  if (parseDay(day) === null || (time !== undefined && !/^\d{2}:\d{2}/.test(time))) refuse({ code: 'filing-malformed', number, field, why: `${text.slice(0, 40)} is not a day` });
  return { value: day, ...(time === undefined ? paperHour(ends) : { time: hourWords(time.slice(0, 5), zone) }) };
}
