import { refuse } from '../failure/failure.ts';
import type { Now } from './clock.ts';
import { addMonths, dateExists, dateOf, dayOf, daysInMonth, weekdayOf, weekdays, type Day } from './day.ts';
import { dayWords, monthNames } from './day-words.ts';
import { momentAt } from './instant.ts';

/** A typed date as it was read, to be read back before it is kept (domain.md §7 U13). */
export interface TypedDate {
  readonly day: Day;
  /** What was typed, kept beside what it was read as. */
  readonly asTyped: string;
  /** What was not typed and came from today's date: the year, or the whole day of a relative word. Null where the date stood by itself. */
  readonly against: { readonly today: Day; readonly zone: string } | null;
}

/** Why a text is refused that is no date at all; whatever else is wrong with one is said in other words. */
export const noDate = 'This is not read as a date.';

/**
 * Reads a date as people type it: `18 June 2026`, `Thu, June 18, 2026`, `June 18`, `2026-06-18`, `18/06/2026`, `friday`, `3 days ago`. Relative
 * words and a missing year are read against the day it is in `now.zone`. Refuses `date-unclear` with suggestions
 * that this function reads, where day and month, or two weeks, could be either, the year has two digits, the weekday is another, or the day does not exist.
 */
export function readTypedDate(typed: string, now: Now): TypedDate {
  const asTyped = typed;
  const today = momentAt(now.instant, now.zone).day;
  const text = typed
    .trim()
    .toLowerCase()
    .replaceAll(/[,\s]+/g, ' ')
    .replaceAll(/\b(\d{1,2})(st|nd|rd|th)\b/g, '$1');
  if (text === '') return unclear(typed, 'Nothing was typed.', []);
  const relative = relativeDay(typed, text, today);
  if (relative !== null) return { day: relative, asTyped, against: { today, zone: now.zone } };
  const { rest, weekday } = withoutWeekday(text);
  const read = numeric(typed, rest) ?? named(typed, rest, today);
  if (read === null) return unclear(typed, noDate, [suggestion(today)]);
  if (weekday !== null && weekdayOf(read.day) !== weekdays[weekday]) {
    const nearest = read.day + (((weekday - weekdays.indexOf(weekdayOf(read.day)) + 10) % 7) - 3);
    return unclear(typed, `${suggestion(read.day)} is a ${weekdayNames[weekdays.indexOf(weekdayOf(read.day))] ?? ''}.`, [dayWords(read.day), dayWords(nearest)]);
  }
  return { day: read.day, asTyped, against: read.yearAssumed ? { today, zone: now.zone } : null };
}

/** Years outside are slips of the finger. */
const [firstYear, lastYear] = [1800, 2200] as const;

interface Read {
  readonly day: Day;
  readonly yearAssumed: boolean;
}

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const weekdayPattern = '(mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|r|rs|rsday|urday)?';
const weekdayIndex = (word: string): number => weekdayNames.findIndex((name) => name.toLowerCase().startsWith(word.slice(0, 3)));
const isWeekdayWord = (word: string): boolean => new RegExp(`^${weekdayPattern}\\.?$`).test(word);

/** `18 June 2026`: a form this file reads whatever the country. */
function suggestion(day: Day): string {
  const { year, month, day: number } = dateOf(day);
  return `${number} ${monthNames[month - 1] ?? ''} ${year}`;
}

function unclear(typed: string, why: string, suggestions: readonly string[]): never {
  return refuse({ code: 'date-unclear', typed, why, suggestions });
}

function withoutWeekday(text: string): { rest: string; weekday: number | null } {
  const [first = '', ...others] = text.split(' ');
  return others.length > 0 && isWeekdayWord(first) ? { rest: others.join(' '), weekday: weekdayIndex(first) } : { rest: text, weekday: null };
}

/** Numbers only. The year first is one reading; otherwise day and month must not both be possible as month. */
function numeric(typed: string, text: string): Read | null {
  const parts = /^(\d{1,4})([-/. ])(\d{1,2})(?:\2(\d{1,4}))?$/.exec(text);
  if (parts === null) return null;
  const [first, second, third] = [parts[1] ?? '', parts[3] ?? '', parts[4]];
  if (first.length === 4 && third !== undefined && third.length <= 2) return { day: existing(typed, Number(first), Number(second), Number(third)), yearAssumed: false };
  if (first.length > 2) return unclear(typed, 'Write the month as a word, or the year first.', []);
  const [a, b] = [Number(first), Number(second)];
  const year =
    third === undefined ? null : third.length === 4 && Number(third) >= firstYear && Number(third) <= lastYear ? Number(third) : third.length === 2 ? 2000 + Number(third) : null;
  const readings = [
    [a, b],
    [b, a],
  ].filter(([month = 0, day = 0]) => month >= 1 && month <= 12 && day >= 1 && day <= 31);
  // Only days that exist are suggested; where the year is missing, in a year without a leap day.
  const possible = readings.filter(([month = 0, day = 0]) => dateExists(year ?? 2001, month, day));
  const words = [...new Set(possible.map(([month = 1, day = 1]) => `${day} ${monthNames[month - 1] ?? ''}${year === null ? '' : ` ${year}`}`))];
  if (third === undefined) return unclear(typed, 'Day and month cannot be told apart from numbers alone.', words);
  if (third.length !== 4) return unclear(typed, 'Write the year with four digits and the month as a word.', words);
  if (readings.length === 2 && a !== b) return unclear(typed, 'Day and month could be either way round.', words);
  const [month, day] = readings[0] ?? [];
  return month === undefined || day === undefined ? unclear(typed, 'No month has that number.', []) : { day: existing(typed, Number(third), month, day), yearAssumed: false };
}

/** A month in words: `18 june 2026`, `june 18 2026`, `18-jun-2026`, with or without the year. */
function named(typed: string, text: string, today: Day): Read | null {
  const parts = /^(?:(\d{1,2})[- ](?:of )?([a-z]+)\.?|([a-z]+)\.?[- ](\d{1,2}))(?:[- ](\d{1,4}))?$/.exec(text.replace(/^the /, ''));
  if (parts === null) return null;
  const month = monthOf(parts[2] ?? parts[3] ?? '');
  if (month === null) return null;
  const day = Number(parts[1] ?? parts[4]);
  const year = parts[5];
  if (year === undefined) return { day: inNearYear(typed, month, day, today), yearAssumed: true };
  if (year.length !== 4) return unclear(typed, 'Write the year with four digits.', year.length === 2 ? [`${day} ${monthNames[month - 1] ?? ''} 20${year}`] : []);
  return { day: existing(typed, Number(year), month, day), yearAssumed: false };
}

function monthOf(word: string): number | null {
  if (word === 'sept') return 9;
  const index = monthNames.findIndex((name) => name.toLowerCase() === word || name.slice(0, 3).toLowerCase() === word);
  return index < 0 ? null : index + 1;
}

function existing(typed: string, year: number, month: number, day: number): Day {
  if (year < firstYear || year > lastYear) return unclear(typed, `The year is not between ${firstYear} and ${lastYear}.`, []);
  if (month < 1 || month > 12) return unclear(typed, 'A year has twelve months.', []);
  if (dateExists(year, month, day)) return dayOf(year, month, day);
  const last = dayOf(year, month, daysInMonth(year, month));
  const name = `${monthNames[month - 1] ?? ''} ${year}`;
  return unclear(
    typed,
    `${name} has ${daysInMonth(year, month)} days.`,
    day < 1 ? [suggestion(dayOf(year, month, 1))] : [suggestion(last), suggestion(last + 1)].filter((one) => !one.endsWith(String(lastYear + 1))),
  );
}

/** How near a day of another year must be for its year to be meant: around New Year people mean the near one, else the running year. */
const nearDays = 120;

/** The day of that name in the running year, or in the year beside it where that day is near. A 29 February that none of them has is refused. */
function inNearYear(typed: string, month: number, day: number, today: Day): Day {
  const { year } = dateOf(today);
  const beside = [year - 1, year + 1].filter((y) => dateExists(y, month, day)).map((y) => dayOf(y, month, day));
  return beside.find((one) => Math.abs(one - today) <= nearDays) ?? existing(typed, year, month, day);
}

/** Words that name a day by its distance from today. Null where the text is none of them. */
function relativeDay(typed: string, text: string, today: Day): Day | null {
  switch (text) {
    case 'today':
      return today;
    case 'tomorrow':
      return today + 1;
    case 'yesterday':
      return today - 1;
    case 'day after tomorrow':
    case 'the day after tomorrow':
      return today + 2;
    case 'day before yesterday':
    case 'the day before yesterday':
      return today - 2;
  }
  const distance = /^(?:in (a|an|one|\d{1,4}) (day|week|month|year)s?|(a|an|one|\d{1,4}) (day|week|month|year)s? (ago|from now|from today))$/.exec(text);
  if (distance !== null) {
    const n = Number((distance[1] ?? distance[3] ?? '').replace(/^(a|an|one)$/, '1'));
    return moved(today, distance[5] === 'ago' ? -n : n, distance[2] ?? distance[4] ?? 'day');
  }
  const weekday = new RegExp(`^(?:(next|this|last|on) )?(${weekdayPattern})$`).exec(text);
  if (weekday === null) return null;
  return namedWeekday(typed, weekday[1], weekdayIndex(weekday[2] ?? ''), today);
}

/**
 * A weekday by its name. "Next Friday" is the first Friday after today to one person and the Friday of next week to another, "last Monday" the latest one or that of last week: where
 * the two are different days it is refused with both, and so is today's own weekday without a word beside it.
 */
function namedWeekday(typed: string, word: string | undefined, wanted: number, today: Day): Day {
  const own = weekdays.indexOf(weekdayOf(today));
  const ahead = (wanted - own + 7) % 7;
  const ofThisWeek = today - own + wanted;
  const readings: Readonly<Record<string, readonly [Day, Day]>> = {
    next: [today + (ahead === 0 ? 7 : ahead), ofThisWeek + 7],
    last: [ofThisWeek - 7, today + ahead - 7],
    this: [ofThisWeek, today + ahead],
  };
  const [one, other] = readings[word ?? ''] ?? [today + ahead, today + (ahead === 0 ? 7 : ahead)];
  return one === other ? one : unclear(typed, `Two days could be meant: ${dayWords(one)} or ${dayWords(other)}.`, [dayWords(one), dayWords(other)]);
}

function moved(today: Day, n: number, unit: string): Day {
  switch (unit) {
    case 'week':
      return today + 7 * n;
    case 'month':
      return addMonths(today, n);
    case 'year':
      return addMonths(today, 12 * n);
    default:
      return today + n;
  }
}
