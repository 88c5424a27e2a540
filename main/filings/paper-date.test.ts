import { expect, test } from 'vitest';
import { ageOn, cellDate, computedDate, inPaper, inWords, paperDate } from './paper-date.ts';

test('an uncertain date says so and is never estimated', () => {
  expect(paperDate({ certainty: 'approximate', day: '2026-01-13' })).toEqual({ value: '2026-01-13', certainty: 'about' });
  expect(paperDate({ certainty: 'range', latest: '2026-06-12' })).toEqual({ to: '2026-06-12' });
  expect(
    paperDate({ certainty: 'unknown', reason: 'The report gives none.', relative: [{ relation: 'after', of: 'o', amount: 'days' }] }, (id) => (id === 'o' ? 'ORD-001' : undefined)),
  ).toEqual({
    unknown: 'days after ORD-001. The report gives none.',
  });
  expect(
    paperDate({
      certainty: 'disputed',
      readings: [
        { day: '2026-02-09', saidBy: 'us' },
        { day: '2026-02-06', saidBy: 'them' },
      ],
    }),
  ).toEqual({
    disputed: [
      { by: 'us', value: '2026-02-09' },
      { by: 'them', value: '2026-02-06' },
    ],
  });
  expect(paperDate(undefined)).toBeNull();
});

test('an exact date keeps its hour and the zone people call it by; a cell of a table shows the day alone', () => {
  const fact = { certainty: 'exact', day: '2026-06-30', time: '16:30', zone: 'America/New_York' } as const;
  expect(paperDate(fact)).toEqual({ value: '2026-06-30', time: '4:30 p.m. Eastern' });
  expect(cellDate(fact)).toEqual({ value: '2026-06-30' });
});

test('in a sentence a date is long and American', () => {
  expect(inWords({ certainty: 'exact', day: '2026-06-18' })).toBe('June 18, 2026');
  expect(inWords({ certainty: 'range', earliest: '2026-06-09', latest: '2026-06-12' })).toBe('between June 9, 2026 and June 12, 2026');
  expect(inWords(undefined)).toBe('an unknown date');
});

test('the age of what was not answered is as sure as the day it was asked', () => {
  expect(ageOn('2026-06-22', { certainty: 'exact', day: '2026-03-03' })).toEqual({ words: '111 days' });
  expect(ageOn('2026-06-22', { certainty: 'approximate', day: '2026-06-21' })).toEqual({ words: 'about 1 day' });
  expect(ageOn('2026-06-22', { certainty: 'range', latest: '2026-06-12' })).toEqual({ words: 'at least 10 days' });
  expect(ageOn('2026-06-22', { certainty: 'unknown' })).toEqual({ unknown: null });
});

test('a stored answer with a day that does not exist is refused with the deadline and the field', () => {
  expect(computedDate('DL-001', 'due', '2026-07-06T17:00', 'America/Los_Angeles')).toEqual({ value: '2026-07-06', time: '5:00 p.m. Pacific' });
  expect(computedDate('DL-001', 'due', '2026-07-06T17:00', null)).toEqual({ value: '2026-07-06', time: '5:00 p.m. (time zone not stated)' });
  expect(computedDate('DL-001', 'due', '2026-07-06', 'Europe/Berlin', { time: '16:00', zone: 'Europe/Berlin' })).toEqual({ value: '2026-07-06', time: '4:00 p.m. in Berlin' });
  expect(computedDate('DL-001', 'due', '2026-07-06', 'Europe/Berlin', { time: '23:59:59', zone: 'Europe/Berlin' })).toEqual({ value: '2026-07-06' });
  expect(() => computedDate('DL-001', 'due', '2026-02-30', null)).toThrow(
    expect.objectContaining({ failure: { code: 'filing-malformed', number: 'DL-001', field: 'due', why: '2026-02-30 is not a day' } }),
  );
});

test('days inside a sentence of the evaluator are written as papers write them', () => {
  expect(inPaper('5 business days after Mon 19 Oct 2026: Mon 26 Oct 2026.').replaceAll('\u00a0', ' ')).toBe('5 business days after Mon, Oct 19, 2026: Mon, Oct 26, 2026.');
});
