import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { dayOf, dayText, parseDay } from '../../shared/calendar/day.ts';
import { instantAt, momentAt } from '../../shared/calendar/instant.ts';
import { factWords } from './date-facts.ts';
import { bindingHour, hourWithZone, momentInZone, ownClock, readClockIn } from './hours.ts';

const today = '2026-06-18';
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const court = { time: '17:00', zone: 'America/New_York' };
afterEach(() => readClockIn('UTC'));

test.each([
  ['America/New_York', '17:00 in New York'],
  // Another name, the same clock.
  ['America/Detroit', '17:00 in New York'],
  ['Europe/Berlin', '17:00 in New York (23:00 in Berlin)'],
  ['Asia/Tokyo', '17:00 in New York (Fri 19 Jun, 06:00 in Tokyo)'],
  ['Pacific/Honolulu', '17:00 in New York (11:00 in Honolulu)'],
])('read in %s, five o’clock at the court is “%s”', (zone, words) => {
  readClockIn(zone);
  expect(plain(hourWithZone('2026-06-18', court, today))).toBe(words);
  expect(plain(momentInZone('2026-06-18T17:00', court.zone, 'full', today))).toBe(`Thu 18 Jun 2026, ${words}`);
});

test('an hour of which nobody said whose clocks show it says so', () => {
  readClockIn('Europe/Berlin');
  expect(plain(momentInZone('2026-06-18T17:00', null, 'short', today))).toBe('Thu 18 Jun, 17:00, zone not stated');
});

test('the end of the day is said only where the reader’s clock shows another hour then', () => {
  const end = { time: '23:59', zone: 'America/New_York' };
  readClockIn('America/New_York');
  expect(bindingHour('2026-06-18', end, today)).toBe('');
  expect(bindingHour('2026-06-18', undefined, today)).toBe('');
  readClockIn('Pacific/Honolulu');
  expect(plain(bindingHour('2026-06-18', end, today))).toBe('23:59 in New York (17:59 in Honolulu)');
});

test('a date that has an hour names its zone on a record, and in a list where it is not the reader’s', () => {
  const fact = { certainty: 'exact', day: '2026-06-18', time: '17:00', zone: 'America/New_York' } as const;
  readClockIn('America/New_York');
  expect([factWords(fact, 'full', today), factWords(fact, 'short', today)].map(plain)).toEqual(['Thu 18 Jun 2026, 17:00 in New York', 'Thu 18 Jun, 17:00']);
  readClockIn('Europe/Berlin');
  expect(plain(factWords(fact, 'short', today))).toBe('Thu 18 Jun, 17:00 in New York (23:00 in Berlin)');
});

test('the clock that is told beside it shows the same instant', () => {
  const zones = ['UTC', 'America/New_York', 'America/Los_Angeles', 'Europe/Berlin', 'Asia/Kolkata', 'Asia/Tokyo', 'Pacific/Apia', 'Australia/Lord_Howe'];
  const day = fc.integer({ min: dayOf(2000, 1, 1), max: dayOf(2060, 12, 31) }).map(dayText);
  const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
  fc.assert(
    fc.property(day, time, fc.constantFrom(...zones), fc.constantFrom(...zones), (on, at, there, here) => {
      readClockIn(here);
      const instant = instantAt({ day: parseDay(on) ?? 0, time: at }, there);
      const mine = momentAt(instant, here);
      const words = ownClock(on, { time: at, zone: there }, today);
      const same = mine.day === parseDay(on) && mine.time === at;
      if (same || here === there) expect(words).toBe('');
      else expect(words).toContain(mine.time ?? 'no time');
    }),
  );
});
