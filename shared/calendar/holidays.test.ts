import { expect, test } from 'vitest';
import { dayText, isWeekend, parseDay, weekdayOf } from './day.ts';
import { easterSunday, holidayOn, holidaysOfYear } from './holidays.ts';
import type { PackId } from './holiday-pack.ts';

const on = (pack: PackId, text: string) => holidayOn(pack, parseDay(text) ?? Number.NaN);
const names = (pack: PackId, year: number) => [...holidaysOfYear(pack, year)].map(([day, holiday]) => `${dayText(day)} ${holiday.name}${holiday.settled ? '' : ' (unsettled)'}`);

test('a Saturday holiday is kept on the Friday before, which is not settled; a Sunday holiday on the Monday after, which is', () => {
  expect(on('us-federal', '2026-07-03')).toEqual({ name: 'Independence Day', settled: false, instead: true });
  expect(on('us-federal', '2027-12-31')).toMatchObject({ name: "New Year's Day", settled: false });
  expect(on('us-federal', '2028-12-25')).toMatchObject({ name: 'Christmas Day', settled: true, instead: false });
  expect(on('us-federal', '2021-07-05')).toMatchObject({ settled: true, instead: true });
  expect(on('us-federal', '2026-07-02')).toBeNull();
});

test('a holiday counts only in the years in which it was one', () => {
  expect(on('us-federal', '2020-06-19')).toBeNull();
  expect(on('us-federal', '2021-06-18')).toMatchObject({ name: 'Juneteenth National Independence Day' });
  expect(on('us-federal', '1985-01-21')).toBeNull();
  expect(on('us-federal', '1970-02-23')).toBeNull();
  expect(on('us-federal', '1969-05-30')).toMatchObject({ name: 'Memorial Day' });
  expect(on('us-federal', '1975-10-27')).toMatchObject({ name: 'Veterans Day' });
  expect(on('us-federal', '1939-11-23')).toMatchObject({ name: 'Thanksgiving Day' });
});

test('the weekday a statute names is the weekday on which the holiday falls, 1971 to 2100', () => {
  const monday = new Set(["Washington's Birthday", 'Memorial Day', 'Labor Day', 'Columbus Day', 'Birthday of Martin Luther King, Jr.']);
  for (let year = 1971; year <= 2100; year++) {
    let federal = 0;
    for (const [day, { name, instead }] of holidaysOfYear('us-federal', year)) {
      if (monday.has(name)) expect(weekdayOf(day)).toBe('Mon');
      if (name === 'Thanksgiving Day') expect(weekdayOf(day)).toBe('Thu');
      if (instead) expect(isWeekend(day)).toBe(false);
      if (!instead) federal++;
    }
    expect(federal).toBe(year < 1986 ? 9 : year < 2021 ? 10 : 11);
  }
});

test('a British holiday on a weekend goes to the next weekday that is free', () => {
  expect(names('uk-ew', 2021).filter((name) => name.includes('-12-'))).toEqual([
    '2021-12-25 Christmas Day',
    '2021-12-26 Boxing Day',
    '2021-12-27 Christmas Day',
    '2021-12-28 Boxing Day',
  ]);
  // Christmas on a Sunday: Monday is Boxing Day already, so Tuesday.
  expect(names('uk-ew', 2022).filter((name) => name.includes('-12-'))).toEqual(['2022-12-25 Christmas Day', '2022-12-26 Boxing Day', '2022-12-27 Christmas Day']);
  expect(on('uk-ew', '2020-05-04')).toBeNull();
  expect(on('uk-ew', '2020-05-08')).not.toBeNull();
});

test('Easter falls where the almanac has it', () => {
  expect([1961, 2000, 2019, 2024, 2026, 2038].map((year) => dayText(easterSunday(year)))).toEqual([
    '1961-04-02',
    '2000-04-23',
    '2019-04-21',
    '2024-03-31',
    '2026-04-05',
    '2038-04-25',
  ]);
});

test('state days stand in their own packs', () => {
  expect(on('us-dc', '2026-04-16')).toMatchObject({ name: 'Emancipation Day' });
  expect(on('us-dc', '2029-01-20')).toMatchObject({ name: 'Inauguration Day' });
  expect(on('us-dc', '2026-01-20')).toBeNull();
  expect(on('us-ca', '2026-09-09')).toMatchObject({ name: 'Admission Day' });
  expect(on('us-ca', '2026-09-25')).toMatchObject({ name: 'Native American Day' });
});
