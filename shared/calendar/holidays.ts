import { unreachable } from '../failure/unreachable.ts';
import { dateOf, dayOf, isWeekend, parseDay, weekdayOf, weekdays, daysInMonth, dateExists, type Day, type Weekday } from './day.ts';
import type { HolidayDay, HolidayPack, HolidayRule, PackId } from './holiday-pack.ts';
import { euMemberState } from './packs/eu-member-state.ts';
import { ukEw } from './packs/uk-ew.ts';
import { usCa } from './packs/us-ca.ts';
import { usDc } from './packs/us-dc.ts';
import { usFederal } from './packs/us-federal.ts';

export const packs: Readonly<Record<PackId, HolidayPack>> = { 'us-federal': usFederal, 'us-dc': usDc, 'us-ca': usCa, 'uk-ew': ukEw, 'eu-member-state': euMemberState };

/** A day on which a holiday is kept. `settled` false: kept on another day than its own, and whether that makes it a legal holiday is open. */
export interface KeptHoliday {
  readonly name: string;
  readonly settled: boolean;
  /** Kept on this day although the holiday itself falls on a weekend. */
  readonly instead: boolean;
}

const kept = new Map<PackId, Map<number, ReadonlyMap<Day, KeptHoliday>>>();

/** The holiday of `pack` kept on `day`, or null. */
export function holidayOn(pack: PackId, day: Day): KeptHoliday | null {
  return holidaysOfYear(pack, dateOf(day).year).get(day) ?? null;
}

/** Every day of `year` on which a holiday of `pack` is kept, weekend days included, in order. Computed once a year and pack. */
export function holidaysOfYear(pack: PackId, year: number): ReadonlyMap<Day, KeptHoliday> {
  let years = kept.get(pack);
  if (years === undefined) kept.set(pack, (years = new Map()));
  let found = years.get(year);
  if (found === undefined) years.set(year, (found = keptIn(packs[pack], year)));
  return found;
}

const unsettled = new Map<PackId, Map<number, readonly Day[]>>();

/** Whether a holiday of `pack` that is not settled is kept between the two days, both included. */
export function unsettledBetween(pack: PackId, from: Day, to: Day): boolean {
  let years = unsettled.get(pack);
  if (years === undefined) unsettled.set(pack, (years = new Map()));
  for (let { year } = dateOf(from), last = dateOf(to).year; year <= last; year++) {
    let days = years.get(year);
    if (days === undefined) years.set(year, (days = [...holidaysOfYear(pack, year)].filter(([, holiday]) => !holiday.settled).map(([day]) => day)));
    for (const day of days) if (day >= from && day <= to) return true;
  }
  return false;
}

function keptIn(pack: HolidayPack, year: number): ReadonlyMap<Day, KeptHoliday> {
  const own: { day: Day; holiday: HolidayDay | null }[] = [];
  // The year before and after too: 1 January on a Saturday is kept on 31 December of the year before.
  for (const y of [year - 1, year, year + 1]) {
    for (const holiday of pack.days) {
      const day = dayInYear(holiday.rule, y);
      if (day !== null && inForce(holiday, day) && !(holiday.except_years ?? []).includes(y)) own.push({ day, holiday });
    }
  }
  for (const text of pack.one_off) {
    const day = parseDay(text);
    if (day !== null) own.push({ day, holiday: null });
  }
  own.sort((a, b) => a.day - b.day);
  const found = new Map<Day, KeptHoliday>();
  for (const { day, holiday } of own) if (!found.has(day)) found.set(day, { name: holiday?.name ?? `${pack.name}: special holiday`, settled: true, instead: false });
  for (const { day, holiday } of own) {
    if (holiday === null || !isWeekend(day)) continue;
    const observance = pack.observed.find(
      (o) => o.holiday_on.some((on) => on === weekdayOf(day)) && (o.only === undefined || o.only.includes(holiday.id)) && day >= (dayOrNull(o.effective_from) ?? -Infinity),
    );
    if (observance === undefined) continue;
    const instead = insteadOf(day, observance.observed, found);
    if (!found.has(instead)) found.set(instead, { name: holiday.name, settled: observance.settled, instead: true });
  }
  return new Map([...found].filter(([day]) => dateOf(day).year === year).sort(([a], [b]) => a - b));
}

function insteadOf(day: Day, observed: HolidayPack['observed'][number]['observed'], taken: ReadonlyMap<Day, KeptHoliday>): Day {
  switch (observed) {
    case 'friday':
      return day - 1;
    case 'monday':
      return day + 1;
    case 'next-free-weekday': {
      let free = day + 1;
      while (isWeekend(free) || taken.has(free)) free++;
      return free;
    }
    default:
      return unreachable(observed);
  }
}

function dayInYear(rule: HolidayRule, year: number): Day | null {
  switch (rule.kind) {
    case 'fixed':
      return dateExists(year, rule.month, rule.day) ? dayOf(year, rule.month, rule.day) : null;
    case 'nth': {
      const first = dayOf(year, rule.month, 1);
      return first + daysUntil(first, rule.weekday) + (rule.n - 1) * 7;
    }
    case 'last': {
      const end = dayOf(year, rule.month, daysInMonth(year, rule.month));
      return end - ((7 - daysUntil(end, rule.weekday)) % 7);
    }
    case 'every':
      return year >= rule.from_year && (year - rule.from_year) % rule.years === 0 ? dayOf(year, rule.month, rule.day) : null;
    case 'easter':
      return easterSunday(year) + rule.offset;
    case 'table': {
      const text = rule.dates.find((date) => date.startsWith(`${year}-`));
      return text === undefined ? null : parseDay(text);
    }
    default:
      return unreachable(rule);
  }
}

const daysUntil = (from: Day, weekday: Weekday): number => (weekdays.indexOf(weekday) - weekdays.indexOf(weekdayOf(from)) + 7) % 7;

function inForce(holiday: HolidayDay, day: Day): boolean {
  return day >= (dayOrNull(holiday.effective_from) ?? -Infinity) && day <= (dayOrNull(holiday.effective_to) ?? Infinity);
}

const dayOrNull = (text: string | null): Day | null => (text === null ? null : parseDay(text));

/** Easter Sunday of the Gregorian calendar: the anonymous algorithm as Meeus gives it (Astronomical Algorithms, chapter 8). */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return dayOf(year, month, ((h + l - 7 * m + 114) % 31) + 1);
}

/** A holiday that a person entered: who declared it decides what it counts for. */
export interface EnteredHoliday {
  readonly date: string;
  readonly by: 'president' | 'congress' | 'state' | 'court';
  readonly source?: string;
}
