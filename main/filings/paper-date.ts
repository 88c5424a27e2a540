import { parseDay } from '../../shared/calendar/day.ts';
import { dayWordsLong, timeWords } from '../../shared/calendar/day-words.ts';
import { refuse } from '../../shared/failure/failure.ts';
import type { DateFact } from '../../shared/records/date-fact.ts';
import { relativeWords } from '../../shared/records/date-words.ts';
import type { PaperDate } from './press/paper.ts';

const zones: Readonly<Record<string, string>> = {
  'America/New_York': 'Eastern',
  'America/Chicago': 'Central',
  'America/Denver': 'Mountain',
  'America/Los_Angeles': 'Pacific',
  UTC: 'UTC',
};

/** `4:30 p.m. Eastern`. */
export const hourWords = (time: string, zone?: string) => [timeWords(time), ...(zone === undefined ? [] : [zones[zone] ?? `(${zone})`])].join(' ');

/** A date as it is known, for the page. What is uncertain says so and is never estimated; what was never entered is null. `nameOf` names the records it lies before or after; those it cannot name are left out. */
export function paperDate(fact: DateFact | undefined, nameOf: (id: string) => string | undefined = () => undefined): PaperDate | null {
  if (fact === undefined) return null;
  switch (fact.certainty) {
    case 'exact':
      return { value: fact.day, ...(fact.time !== undefined && { time: hourWords(fact.time, fact.zone) }) };
    case 'approximate':
      return { value: fact.day, certainty: 'about' };
    case 'range':
      if (fact.earliest === undefined && fact.latest === undefined) return { unknown: doubt(fact, nameOf) };
      return { ...(fact.earliest !== undefined && { from: fact.earliest }), ...(fact.latest !== undefined && { to: fact.latest }) };
    case 'disputed':
      return { disputed: fact.readings.map((reading) => ({ by: reading.saidBy, value: reading.day })) };
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
  return 'unknown' in date ? { unknown: null } : { value: date.value };
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

/** A day or moment of a computed answer (`2026-07-06`, `2026-07-06T16:30`). Refuses `filing-malformed` for anything else. */
export function computedDate(number: string, field: string, text: string): PaperDate {
  const [day = '', time] = text.split('T');
  if (parseDay(day) === null || (time !== undefined && !/^\d{2}:\d{2}/.test(time))) refuse({ code: 'filing-malformed', number, field, why: `${text.slice(0, 40)} is not a day` });
  return { value: day, ...(time !== undefined && { time: timeWords(time.slice(0, 5)) }) };
}
