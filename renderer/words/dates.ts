import { dateOf, dayText, parseDay, weekdayOf } from '../../shared/calendar/day.ts';
import { monthNames } from '../../shared/calendar/day-words.ts';
import type { DateFact } from '../../shared/records/date-fact.ts';

/** How long a date is written: in lists (no year when it is this one), on records and in print (always), or without its weekday. */
export type Length = 'short' | 'full' | 'plain';

const nbsp = '\u00a0';
const monthOf = (text: string): string => (monthNames[Number(text.slice(5, 7)) - 1] ?? '').slice(0, 3);

/** `Thu 18 Jun 2026`, the year left out where it is that of `today`. Non-breaking, so that a date never splits over two lines. Gives the text itself where it is no day. */
export function dayWords(text: string, length: Length, today: string): string {
  const day = parseDay(text);
  if (day === null) return text;
  const { year, day: number } = dateOf(day);
  const parts = [number, monthOf(text)];
  if (length === 'plain') return parts.join(nbsp);
  const withYear = length === 'full' || String(year) !== today.slice(0, 4);
  return [weekdayOf(day), ...parts, ...(withYear ? [year] : [])].join(nbsp);
}

/** `Thursday 18 June 2026`, for the head of the docket. */
export function longDay(text: string): string {
  const day = parseDay(text);
  if (day === null) return text;
  const { year, month, day: number } = dateOf(day);
  const long = { Mon: 'Monday', Tue: 'Tuesday', Wed: 'Wednesday', Thu: 'Thursday', Fri: 'Friday', Sat: 'Saturday', Sun: 'Sunday' }[weekdayOf(day)];
  return `${long} ${number} ${monthNames[month - 1] ?? ''} ${year}`;
}

export const monthAndYear = (text: string): string => `${monthNames[Number(text.slice(5, 7)) - 1] ?? ''} ${text.slice(0, 4)}`;

/** Whole days from `from` to `to`; negative when `to` is earlier, zero where either is no day. */
export function daysBetween(from: string, to: string): number {
  const [a, b] = [parseDay(from), parseDay(to)];
  return a === null || b === null ? 0 : b - a;
}

export function addDays(text: string, days: number): string {
  const day = parseDay(text);
  return day === null ? text : dayText(day + days);
}

/** How far off a due day is, in the words of a docket: `2 days late`, `today`, `in 4 days`. */
export function distance(day: string, today: string): string {
  const days = daysBetween(today, day);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days > 1) return `in ${days.toLocaleString('en-US')} days`;
  return days === -1 ? '1 day late' : `${(-days).toLocaleString('en-US')} days late`;
}

/** `9 and 12 Jun`, but `30 May and 2 Jun`; the year of the later one where `length` wants it. */
function joined(a: string, b: string, word: string, length: Length, today: string): string {
  const end = length === 'full' || b.slice(0, 4) !== today.slice(0, 4) ? `${nbsp}${b.slice(0, 4)}` : '';
  const first = a.slice(0, 7) === b.slice(0, 7) ? String(Number(a.slice(8))) : dayWords(a, 'plain', today);
  return `${first} ${word} ${dayWords(b, 'plain', today)}${end}`;
}

/** A date with as much certainty as it has, in words: never blank, never a dash (look.md §7). */
export function factWords(fact: DateFact, length: Length, today: string): string {
  const year = (text: string): string => (length === 'full' || text.slice(0, 4) !== today.slice(0, 4) ? `${nbsp}${text.slice(0, 4)}` : '');
  const plain = (text: string): string => `${dayWords(text, 'plain', today)}${year(text)}`;
  switch (fact.certainty) {
    case 'exact':
      return fact.time === undefined ? dayWords(fact.day, length, today) : `${dayWords(fact.day, length, today)}, ${fact.time.slice(0, 5)}`;
    case 'approximate':
      return `about ${plain(fact.day)}`;
    case 'range':
      if (fact.earliest !== undefined && fact.latest !== undefined) return `between ${joined(fact.earliest, fact.latest, 'and', length, today)}`;
      if (fact.latest !== undefined) return `on or before ${plain(fact.latest)}`;
      return fact.earliest === undefined ? 'unknown' : `on or after ${plain(fact.earliest)}`;
    case 'disputed': {
      const days = [...new Set(fact.readings.map((reading) => reading.day))].sort();
      const [a, b] = days;
      if (days.length === 2 && a !== undefined && b !== undefined) return `disputed: ${joined(a, b, 'or', length, today)}`;
      return `disputed: ${days.map(plain).join(' or ')}`;
    }
    case 'unknown':
      return 'unknown';
  }
}

/** How a date lies to the record whose number follows: `after`, `within days of`. */
export const relativeWords = (relation: 'before' | 'after' | 'within', amount?: string): string =>
  relation === 'within' ? `within ${amount ?? 'an unstated time'} of` : `${amount === undefined ? '' : `${amount} `}${relation}`;

/** Why the date is uncertain, as far as the record says; empty where it does not. */
export function factReason(fact: DateFact): string {
  if (fact.certainty === 'disputed' && fact.reason === undefined)
    return fact.readings.map((reading) => `${reading.saidBy}: ${dayWords(reading.day, 'plain', reading.day)}`).join('; ');
  return fact.reason ?? '';
}

const clocks = new Map<string, Intl.DateTimeFormat>();
function clock(zone: string, seconds: boolean): Intl.DateTimeFormat {
  const key = `${zone} ${seconds}`;
  const made = clocks.get(key) ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', ...(seconds && { second: '2-digit' }) });
  clocks.set(key, made);
  return made;
}

/** `10:42`, what clocks in `zone` show at `instant`; with seconds where they are wanted. */
export const timeAt = (instant: number, zone: string, seconds = false): string => clock(zone, seconds).format(instant);

const civil = new Map<string, Intl.DateTimeFormat>();
/** The day `YYYY-MM-DD` in `zone` at `instant`. */
export function dayAt(instant: number, zone: string): string {
  const made = civil.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  civil.set(zone, made);
  return made.format(instant);
}

/** `Thu 9 Jun 2026, 18:00`, in `zone`. */
export const instantWords = (instant: number, zone: string, length: Length = 'full'): string =>
  `${dayWords(dayAt(instant, zone), length, dayAt(instant, zone))}, ${timeAt(instant, zone)}`;

/** The city that names a zone to people: `New York` for `America/New_York`. */
export const zoneCity = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
