import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refused } from '../failure/failure.ts';
import { dayText, parseDay } from './day.ts';
import { dayWords, dayWordsLong } from './day-words.ts';
import { instantAt } from './instant.ts';
import { readTypedDate } from './read-typed-date.ts';

// Thursday 18 June 2026, 9 in the evening in New York: already Friday in UTC.
const now = { instant: instantAt({ day: parseDay('2026-06-18') ?? 0, time: '21:00' }, 'America/New_York'), zone: 'America/New_York' };
const read = (typed: string) => dayText(readTypedDate(typed, now).day);
const refusal = (typed: string) => {
  try {
    return { read: read(typed) };
  } catch (thrown) {
    if (thrown instanceof Refused && thrown.failure.code === 'date-unclear') return { why: thrown.failure.why, suggestions: thrown.failure.suggestions };
    throw thrown;
  }
};

test.each([
  ['18 June 2026', '2026-06-18'],
  ['June 18, 2026', '2026-06-18'],
  ['Thu 18 Jun 2026', '2026-06-18'],
  ['Thursday, June 18th, 2026', '2026-06-18'],
  ['2026-06-18', '2026-06-18'],
  ['2026/6/8', '2026-06-08'],
  ['18-Jun-2026', '2026-06-18'],
  ['the 1st of September 2026', '2026-09-01'],
  ['Sept. 1, 2026', '2026-09-01'],
  ['18/06/2026', '2026-06-18'],
  ['06.18.2026', '2026-06-18'],
  ['6/6/2026', '2026-06-06'],
  ['29 February 2028', '2028-02-29'],
  ['  JUNE   18   2026 ', '2026-06-18'],
  ['may 5 2026', '2026-05-05'],
])('%s is read as %s', (typed, day) => {
  expect(read(typed)).toBe(day);
  expect(readTypedDate(typed, now).against).toBeNull();
});

test.each([
  ['today', '2026-06-18'],
  ['tomorrow', '2026-06-19'],
  ['yesterday', '2026-06-17'],
  ['next monday', '2026-06-22'],
  ['Friday', '2026-06-19'],
  ['last friday', '2026-06-12'],
  ['next thursday', '2026-06-25'],
  ['this thursday', '2026-06-18'],
  ['last thursday', '2026-06-11'],
  ['3 days ago', '2026-06-15'],
  ['in 2 weeks', '2026-07-02'],
  ['a month ago', '2026-05-18'],
  ['June 20', '2026-06-20'],
  ['28 December', '2026-12-28'],
  ['5 Jan', '2026-01-05'],
  ['the day after tomorrow', '2026-06-20'],
])('%s is read against the day it is where the person is: %s', (typed, day) => {
  expect(read(typed)).toBe(day);
  expect(readTypedDate(typed, now)).toMatchObject({ asTyped: typed, against: { today: parseDay('2026-06-18'), zone: 'America/New_York' } });
});

test('a date without its year is of the running year, or of the year beside it where that is near', () => {
  const newYear = { instant: instantAt({ day: parseDay('2027-01-03') ?? 0, time: '12:00' }, 'America/New_York'), zone: 'America/New_York' };
  expect(dayText(readTypedDate('December 28', newYear).day)).toBe('2026-12-28');
  expect(dayText(readTypedDate('5 January', newYear).day)).toBe('2027-01-05');
});

test('day and month in numbers that could be either way round are refused with both dates', () => {
  expect(refusal('6/7/2026')).toEqual({ why: 'Day and month could be either way round.', suggestions: ['7 June 2026', '6 July 2026'] });
  expect(refusal('06-07')).toMatchObject({ suggestions: ['7 June', '6 July'] });
  expect(refusal('6/7/26')).toMatchObject({ suggestions: ['7 June 2026', '6 July 2026'] });
  expect(refusal('18 June 26')).toEqual({ why: 'Write the year with four digits.', suggestions: ['18 June 2026'] });
});

test('a weekday that may be of this week or of the next is refused with both days', () => {
  expect(refusal('next friday')).toEqual({ why: 'Two days could be meant: Fri 19 Jun 2026 or Fri 26 Jun 2026.', suggestions: ['Fri 19 Jun 2026', 'Fri 26 Jun 2026'] });
  expect(refusal('last monday')).toMatchObject({ suggestions: ['Mon 8 Jun 2026', 'Mon 15 Jun 2026'] });
  expect(refusal('this monday')).toMatchObject({ suggestions: ['Mon 15 Jun 2026', 'Mon 22 Jun 2026'] });
  expect(refusal('thursday')).toMatchObject({ suggestions: ['Thu 18 Jun 2026', 'Thu 25 Jun 2026'] });
});

test('a day that does not exist is refused, naming what would be right', () => {
  expect(refusal('31 June 2026')).toEqual({ why: 'June 2026 has 30 days.', suggestions: ['30 June 2026', '1 July 2026'] });
  expect(refusal('2026-02-29')).toEqual({ why: 'February 2026 has 28 days.', suggestions: ['28 February 2026', '1 March 2026'] });
  expect(refusal('30 February')).toMatchObject({ why: 'February 2026 has 28 days.' });
  expect(refusal('2026-13-01')).toMatchObject({ why: 'A year has twelve months.' });
});

test('a weekday that is not the date’s is refused with the day meant by each', () => {
  expect(refusal('Fri 18 June 2026')).toEqual({ why: '18 June 2026 is a Thursday.', suggestions: ['Thu 18 Jun 2026', 'Fri 19 Jun 2026'] });
  expect(refusal('Monday, June 18, 2026')).toMatchObject({ suggestions: ['Thu 18 Jun 2026', 'Mon 15 Jun 2026'] });
});

test.each(['', 'soon', 'next week', 'monkey', '18', '18 Juneteenth 2026', '2026', '1/2/3/4', 'in 99999 days', '32/13/2026'])('%j is refused', (typed) => {
  expect(refusal(typed)).toHaveProperty('why');
});

test('whatever this program writes it reads back as the same day, and what it suggests it reads', () => {
  fc.assert(
    fc.property(fc.integer({ min: parseDay('1900-01-01') ?? 0, max: parseDay('2100-12-31') ?? 0 }), (day) => {
      for (const words of [dayWords(day), dayWordsLong(day), dayText(day)]) expect(readTypedDate(words, now).day).toBe(day);
    }),
  );
  fc.assert(
    fc.property(fc.nat(40), fc.nat(40), fc.integer({ min: 1, max: 9999 }), (a, b, year) => {
      const refused = refusal(`${a}/${b}/${year}`);
      if ('suggestions' in refused) for (const one of refused.suggestions) expect(() => readTypedDate(one, now)).not.toThrow();
    }),
  );
});

test('any text is read or refused, never a crash', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-z ,./-]{1,20}$/)), (typed) => void refusal(typed)));
});
