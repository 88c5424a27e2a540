import { daysAfter } from '../../shared/calendar/day.ts';
import { expect, test } from 'vitest';
import type { DateFact } from '../../shared/records/date-fact.ts';
import { factReason, factWords } from './date-facts.ts';
import { dayAt, dayWords, daysBetween, distance, instantWords, longDay, timeAt, zoneCity } from './dates.ts';

const today = '2026-06-18';
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const short = (fact: DateFact): string => plain(factWords(fact, 'short', today));

test.each<[DateFact, string]>([
  [{ certainty: 'exact', day: '2026-06-18' }, 'Thu 18 Jun'],
  [{ certainty: 'exact', day: '2027-06-18' }, 'Fri 18 Jun 2027'],
  [{ certainty: 'exact', day: '2026-05-07', time: '10:15' }, 'Thu 7 May, 10:15'],
  [{ certainty: 'approximate', day: '2026-04-30' }, 'about 30 Apr'],
  [{ certainty: 'range', latest: '2026-06-12' }, 'on or before 12 Jun'],
  [{ certainty: 'range', earliest: '2026-05-30' }, 'on or after 30 May'],
  [{ certainty: 'range', earliest: '2026-06-09', latest: '2026-06-12' }, 'between 9 and 12 Jun'],
  [{ certainty: 'range', earliest: '2026-05-30', latest: '2026-06-02' }, 'between 30 May and 2 Jun'],
  [
    {
      certainty: 'disputed',
      readings: [
        { day: '2026-06-12', saidBy: 'our gateway' },
        { day: '2026-06-09', saidBy: 'the Bureau' },
      ],
    },
    'disputed: 9 or 12 Jun',
  ],
  [{ certainty: 'unknown' }, 'unknown'],
])('a date is never surer than it is: %j reads “%s”', (fact, words) => {
  expect(short(fact)).toBe(words);
});

test('a date on a record always has its year', () => {
  expect(plain(factWords({ certainty: 'exact', day: '2026-06-18' }, 'full', today))).toBe('Thu 18 Jun 2026');
  expect(plain(factWords({ certainty: 'approximate', day: '2026-04-30' }, 'full', today))).toBe('about 30 Apr 2026');
});

test('a date never splits over two lines', () => {
  expect(dayWords('2026-06-18', 'full', today)).not.toContain(' ');
});

test('a disputed date says who says what where no reason is given', () => {
  expect(
    plain(
      factReason({
        certainty: 'disputed',
        readings: [
          { day: '2026-06-09', saidBy: 'the Bureau' },
          { day: '2026-06-12', saidBy: 'our gateway' },
        ],
      }),
    ),
  ).toBe('the Bureau: 9 Jun 2026; our gateway: 12 Jun 2026');
});

test.each([
  ['2026-06-16', '2 days late'],
  ['2026-06-17', '1 day late'],
  ['2026-06-18', 'today'],
  ['2026-06-19', 'tomorrow'],
  ['2026-06-22', 'in 4 days'],
])('%s is %s', (day, words) => {
  expect(distance(day, today)).toBe(words);
});

test('days are counted over the change of summer time and of the year', () => {
  expect(daysBetween('2026-10-31', '2026-11-02')).toBe(2);
  expect(daysAfter('2026-12-31', 1)).toBe('2027-01-01');
});

test('an instant is told by the clocks of the zone that binds', () => {
  const instant = Date.UTC(2026, 5, 10, 2, 30);
  expect(dayAt(instant, 'America/New_York')).toBe('2026-06-09');
  expect(timeAt(instant, 'America/New_York')).toBe('22:30');
  expect(plain(instantWords(instant, 'Europe/Berlin'))).toBe('Wed 10 Jun 2026, 04:30');
  expect(zoneCity('America/New_York')).toBe('New York');
  expect(longDay('2026-06-18')).toBe('Thursday 18 June 2026');
});
