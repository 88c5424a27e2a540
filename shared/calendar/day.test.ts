import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { addMonths, addMonthsKeepingMonthEnd, dateExists, dateOf, dayOf, dayText, isWeekend, lastDayOfMonth, parseDay, weekdayOf, weekdays } from './day.ts';

const day = (text: string) => {
  const found = parseDay(text);
  if (found === null) throw new Error(`no such day: ${text}`);
  return found;
};

test('every day from 1900 to 2100 has the number, text and weekday that Temporal gives it', () => {
  let date = Temporal.PlainDate.from('1900-01-01');
  const first = day('1900-01-01');
  const last = day('2100-12-31');
  for (let number = first; number <= last; number++) {
    const { year, month, day: dayOfMonth } = dateOf(number);
    if (year !== date.year || month !== date.month || dayOfMonth !== date.day || weekdays[date.dayOfWeek - 1] !== weekdayOf(number) || dayOf(year, month, dayOfMonth) !== number) {
      throw new Error(`${date.toString()} is read as ${dayText(number)} ${weekdayOf(number)}`);
    }
    date = date.add({ days: 1 });
  }
  expect(date.toString()).toBe('2101-01-01');
});

test('months added to every 7th day of 1900 to 2100 agree with Temporal, clamped to the end of the month', () => {
  const epoch = Temporal.PlainDate.from('1970-01-01');
  for (let number = day('1900-01-01'); number <= day('2100-12-31'); number += 7) {
    for (const months of [-25, -12, -1, 1, 3, 12, 120]) {
      expect(dayText(addMonths(number, months))).toBe(epoch.add({ days: number }).add({ months }).toString());
    }
  }
});

test('a month end sticks to month ends only under the counting that says so', () => {
  expect(dayText(addMonths(day('2027-02-28'), 3))).toBe('2027-05-28');
  expect(dayText(addMonthsKeepingMonthEnd(day('2027-02-28'), 3))).toBe('2027-05-31');
  expect(dayText(addMonthsKeepingMonthEnd(day('2027-01-29'), 1))).toBe('2027-02-28');
  expect(dayText(addMonthsKeepingMonthEnd(day('2027-01-28'), 1))).toBe('2027-02-28');
  expect(dayText(lastDayOfMonth(day('2026-05-11'), 1))).toBe('2026-06-30');
});

test('a day that does not exist is not read', () => {
  for (const text of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-6-18', '18-06-2026', '2026-06-18T10:00', '']) expect(parseDay(text)).toBeNull();
  expect(dateExists(2100, 2, 29)).toBe(false);
  expect(dateExists(2000, 2, 29)).toBe(true);
});

test('days before 1970 are counted backward and keep their weekday', () => {
  expect(dayOf(1969, 12, 31)).toBe(-1);
  expect(weekdayOf(-1)).toBe('Wed');
  expect(isWeekend(day('1969-12-28'))).toBe(true);
  expect(isWeekend(day('1969-12-29'))).toBe(false);
});
