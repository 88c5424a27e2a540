import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { clockChange, instantAt, instantText, momentAt, zoneExists } from './instant.ts';
import { momentText, parseMoment } from './moment.ts';

const moment = (text: string) => {
  const found = parseMoment(text);
  if (found === null) throw new Error(`no such moment: ${text}`);
  return found;
};
const utc = (text: string, zone: string) => instantText(instantAt(moment(text), zone));

test('a wall time in a named zone is one instant', () => {
  expect(utc('2026-11-13T23:59:59', 'America/Los_Angeles')).toBe('2026-11-14T07:59:59Z');
  expect(utc('2026-10-05T17:00', 'America/New_York')).toBe('2026-10-05T21:00:00Z');
  expect(momentText(momentAt(instantAt(moment('2026-06-15T23:30'), 'America/Los_Angeles'), 'America/New_York'))).toBe('2026-06-16T02:30');
});

test('an hour that clocks skip is read on the clock before the change', () => {
  expect(utc('2026-03-08T02:30', 'America/New_York')).toBe('2026-03-08T07:30:00Z');
  expect(clockChange(moment('2026-03-08T02:30'), 'America/New_York')).toBe('skipped');
});

test('an hour that comes twice is the first, unless the later one is asked for', () => {
  expect(utc('2026-11-01T01:30', 'America/New_York')).toBe('2026-11-01T05:30:00Z');
  expect(instantText(instantAt(moment('2026-11-01T01:30'), 'America/New_York', 'later'))).toBe('2026-11-01T06:30:00Z');
  expect(clockChange(moment('2026-11-01T01:30'), 'America/New_York')).toBe('twice');
  expect(clockChange(moment('2026-11-01T03:30'), 'America/New_York')).toBeNull();
});

test('a day that a zone skipped altogether has no midnight', () => {
  // Samoa crossed the date line: 30 December 2011 did not happen there.
  expect(clockChange(moment('2011-12-30T12:00'), 'Pacific/Apia')).toBe('skipped');
});

test('a zone is a place, not an offset or a guess', () => {
  expect(zoneExists('America/New_York')).toBe(true);
  expect(zoneExists('Berlin')).toBe(false);
  expect(zoneExists('+02:00')).toBe(false);
  expect(zoneExists('')).toBe(false);
});

test('an instant is written as Temporal writes it', () => {
  fc.assert(
    fc.property(fc.integer({ min: -6_000_000_000_000, max: 7_000_000_000_000 }), (instant) => {
      expect(instantText(instant)).toBe(Temporal.Instant.fromEpochMilliseconds(instant).toString({ smallestUnit: 'second' }));
    }),
  );
});

test('an hour asked for again is the same instant, whatever was asked between', () => {
  const asked = Array.from({ length: 6000 }, (_, i) => ({ day: 18_000 + i, time: '16:30' }));
  const once = asked.map((one) => instantAt(one, 'America/New_York'));
  expect(asked.map((one) => instantAt(one, 'America/New_York'))).toEqual(once);
});
