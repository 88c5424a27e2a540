/** A calendar day as a count of days since 1 January 1970. No zone, no hour: a date on paper. Proleptic Gregorian. */
export type Day = number;

export const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
export type Weekday = (typeof weekdays)[number];

export interface YearMonthDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** Days in 400 Gregorian years, and from 1 March 0000 to 1 January 1970: the two constants of the day count. */
const daysOfEra = 146_097;
const daysBefore1970 = 719_468;

/** The day of a date. The date must exist: `dateExists` says so. Years begin in March inside, so that the leap day comes last. */
export function dayOf(year: number, month: number, day: number): Day {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysOfEra + dayOfEra - daysBefore1970;
}

/** Year, month and day of `day`: the reverse of `dayOf`. */
export function dateOf(day: Day): YearMonthDay {
  const shifted = day + daysBefore1970;
  const era = Math.floor(shifted / daysOfEra);
  const dayOfEra = shifted - era * daysOfEra;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1 };
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** How many days the month has. `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0);
}

export function dateExists(year: number, month: number, day: number): boolean {
  return Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day) && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The day written `YYYY-MM-DD`, or null where the text is not of that form or names a day that does not exist. */
export function parseDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return dateExists(year, month, day) ? dayOf(year, month, day) : null;
}

/** `YYYY-MM-DD`. Throws where the year has not four digits: nothing in law does. */
export function dayText(day: Day): string {
  const { year, month, day: dayOfMonth } = dateOf(day);
  if (year < 0 || year > 9999) throw new Error('a day outside the years 0000 to 9999');
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

/** The day so many days after another, both `YYYY-MM-DD`; a text that is no day is given back as it is. */
export function daysAfter(text: string, days: number): string {
  const day = parseDay(text);
  return day === null ? text : dayText(day + days);
}

export function weekdayOf(day: Day): Weekday {
  // 1 January 1970 was a Thursday, the fourth of the list.
  return weekdays[(((day + 3) % 7) + 7) % 7] ?? 'Mon';
}

export function isWeekend(day: Day): boolean {
  const index = (((day + 3) % 7) + 7) % 7;
  return index >= 5;
}

/** Last day of the month that lies `months` after the month of `day`. */
export function lastDayOfMonth(day: Day, months = 0): Day {
  const { year, month } = shiftedMonth(day, months);
  return dayOf(year, month, daysInMonth(year, month));
}

/** The same day number `months` later (earlier when negative), clamped to the end of the month: 31 January + 1 = 28 or 29 February. */
export function addMonths(day: Day, months: number): Day {
  const { year, month } = shiftedMonth(day, months);
  return dayOf(year, month, Math.min(dateOf(day).day, daysInMonth(year, month)));
}

/** As `addMonths`, but the last day of a month leads to the last day of the target month, and the 29th or 30th to the last of February (29 CFR 4000.43(c)). */
export function addMonthsKeepingMonthEnd(day: Day, months: number): Day {
  const from = dateOf(day);
  return from.day === daysInMonth(from.year, from.month) ? lastDayOfMonth(day, months) : addMonths(day, months);
}

function shiftedMonth(day: Day, months: number): { year: number; month: number } {
  const from = dateOf(day);
  const total = from.year * 12 + (from.month - 1) + months;
  return { year: Math.floor(total / 12), month: (((total % 12) + 12) % 12) + 1 };
}
