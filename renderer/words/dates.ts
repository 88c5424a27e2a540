import { dateExists, dateOf, dayOf, dayText, parseDay, weekdayOf, weekdays, type Day } from '../../shared/calendar/day.ts';
import { monthNames, timeWords } from '../../shared/calendar/day-words.ts';
import { figure, writing, type Clock, type DayForm } from './writing.ts';

/**
 * How long a date is written: in lists (no year when it is this one), on records and in print (always), or without its weekday (no year when it is this
 * one). A form with the year first always has it.
 */
export type Length = 'short' | 'full' | 'plain';

const nbsp = '\u00a0';
const shortMonths = monthNames.map((name) => name.slice(0, 3));
const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** A day with the month in words, without its weekday: `18 Jun 2026`, `Jun 18, 2026`, `2026-06-18`. */
export function inForm(day: Day, form: DayForm, withYear: boolean, months: readonly string[] = shortMonths): string {
  const { year, month, day: number } = dateOf(day);
  const name = months[month - 1] ?? '';
  if (form === 'iso') return dayText(day);
  if (form === 'month-first') return `${name}${nbsp}${number}${withYear ? `,${nbsp}${year}` : ''}`;
  return `${number}${nbsp}${name}${withYear ? `${nbsp}${year}` : ''}`;
}

/** The weekday before a day: `Thu 18 Jun`, but `Thu, Jun 18`. */
const withWeekday = (weekday: string, rest: string, form: DayForm): string => `${weekday}${form === 'month-first' ? ',' : ''}${nbsp}${rest}`;

/**
 * `Thu 18 Jun 2026`, or as the person wants days written; the year left out where it is that of `today`. Non-breaking, so that a date never splits over
 * two lines. Gives the text itself where it is no day.
 */
export function dayWords(text: string, length: Length, today: string, form: DayForm = writing().days): string {
  const day = parseDay(text);
  if (day === null) return text;
  const rest = inForm(day, form, length === 'full' || text.slice(0, 4) !== today.slice(0, 4));
  return length === 'plain' ? rest : withWeekday(weekdayOf(day), rest, form);
}

/** `Thursday 18 June 2026`, for the head of the docket. */
export function longDay(text: string, form: DayForm = writing().days): string {
  const day = parseDay(text);
  return day === null ? text : withWeekday(weekdayNames[weekdays.indexOf(weekdayOf(day))] ?? '', inForm(day, form, true, monthNames), form).replaceAll(nbsp, ' ');
}

/** A date as the law's sentences write it: `Thu 18 Jun 2026`. */
const lawsDate = /\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4})\b/g;

/** A zone as records print it behind an hour: ` (America/New_York)`. */
const printedZone = / \(([A-Z][A-Za-z]+(?:\/[A-Z][A-Za-z_-]+)+)\)/g;

/** An hour as the law's sentences write it: `4:30 p.m.`, `12:00 noon`. */
const lawsHour = /\b(?:12:00 noon|(1[0-2]|[1-9]):([0-5]\d) ([ap])\.m\.)/g;

/** An hour `HH:MM`, seconds left out: `16:30`, `4:30 p.m.`; non-breaking. */
export const hourWords = (time: string, hours: Clock = writing().hours): string => (hours === '24' ? time.slice(0, 5) : timeWords(time).replaceAll(' ', nbsp));

/** The hour of a moment `YYYY-MM-DDTHH:MM`; empty where it is a whole day. */
export const hourIn = (moment: string): string => (moment.length > 10 ? hourWords(moment.slice(11, 16)) : '');

/** A moment as a rule gives it: its day, and its hour where it has one: `Thu 18 Jun 2026, 16:30`. */
export function whenWords(moment: string, length: Length, today: string): string {
  const [day, hour] = [dayWords(moment.slice(0, 10), length, today), hourIn(moment)];
  return hour === '' ? day : `${day}, ${hour}`;
}

/** A sentence of the law's evaluator with its dates and hours as the person wants them. What is no day, or not on that weekday, is left as it stands: it is somebody's words. */
export function inWriting(sentence: string, form: DayForm = writing().days, hours: Clock = writing().hours): string {
  const timed = sentence.replace(lawsHour, (found, hour: string | undefined, minute: string | undefined, half: string | undefined, at: number) => {
    const time = hour === undefined ? '12:00' : `${String((Number(hour) % 12) + (half === 'p' ? 12 : 0)).padStart(2, '0')}:${minute ?? ''}`;
    // The point of “p.m.” at the end of a sentence is that of the sentence too.
    const ends = hours === '24' && found.endsWith('.') && at + found.length === sentence.length;
    return `${hourWords(time, hours)}${ends ? '.' : ''}`;
  });
  const placed = timed.replace(printedZone, (_found, zone: string) => ` in ${zoneCity(zone).replaceAll(' ', nbsp)}`);
  return placed.replace(lawsDate, (found, weekday: string, number: string, month: string, year: string) => {
    const [y, m, d] = [Number(year), shortMonths.indexOf(month) + 1, Number(number)];
    if (!dateExists(y, m, d) || weekdayOf(dayOf(y, m, d)) !== weekday) return found;
    return withWeekday(weekday, inForm(dayOf(y, m, d), form, true), form);
  });
}

/** `Jun 2026`, where months stand beside each other. */
export const shortMonthAndYear = (text: string): string => `${shortMonths[Number(text.slice(5, 7)) - 1] ?? ''} ${text.slice(0, 4)}`;

/** Whole days from `from` to `to`; negative when `to` is earlier, zero where either is no day. */
export function daysBetween(from: string, to: string): number {
  const [a, b] = [parseDay(from), parseDay(to)];
  return a === null || b === null ? 0 : b - a;
}

/** How far off a due day is, in the words of a docket: `2 days late`, `today`, `in 4 days`. */
export function distance(day: string, today: string): string {
  const days = daysBetween(today, day);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days > 1) return `in ${figure(days)} days`;
  return days === -1 ? '1 day late' : `${figure(-days)} days late`;
}

const clocks = new Map<string, Intl.DateTimeFormat>();
function clock(zone: string, seconds: boolean): Intl.DateTimeFormat {
  const key = `${zone} ${seconds}`;
  const made = clocks.get(key) ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', ...(seconds && { second: '2-digit' }) });
  clocks.set(key, made);
  return made;
}

/** `10:42`, or `10:42 a.m.`: what clocks in `zone` show at `instant`; with seconds where they are wanted. */
export function timeAt(instant: number, zone: string, seconds = false): string {
  const time = clock(zone, seconds).format(instant);
  if (!seconds || writing().hours === '24') return seconds ? time : hourWords(time);
  const [hour = '0', ...rest] = time.split(':');
  return `${Number(hour) % 12 || 12}:${rest.join(':')}${nbsp}${Number(hour) < 12 ? 'a.m.' : 'p.m.'}`;
}

const civil = new Map<string, Intl.DateTimeFormat>();
/** The day `YYYY-MM-DD` in `zone` at `instant`. */
export function dayAt(instant: number, zone: string): string {
  const made = civil.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  civil.set(zone, made);
  return made.format(instant);
}

/** `Thu 9 Jun 2026, 18:00`, or as the person wants it, in `zone`. */
export const instantWords = (instant: number, zone: string, length: Length = 'full'): string =>
  `${dayWords(dayAt(instant, zone), length, dayAt(instant, zone))}, ${timeAt(instant, zone)}`;

/** The city that names a zone to people: `New York` for `America/New_York`. */
export const zoneCity = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
