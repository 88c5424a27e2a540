import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayText, parseDay } from '../../calendar/day.ts';
import { momentAt } from '../../calendar/instant.ts';
import { bindingInstant } from '../binding-hour.ts';
import type { DateFact } from '../date-fact.ts';
import type { Deadline } from './deadline.ts';
import { notInTime } from './met-in-time.ts';

type Fields = Deadline['fields'];
const at = (day: string, time?: string, zone?: string): DateFact => ({ certainty: 'exact', day, ...(time !== undefined && { time }), ...(zone !== undefined && { zone }) });
const due = (date: DateFact): Fields => ({ title: 'Answer', method: 'manual', side: 'ours', date });
const tenInNewYork = due(at('2026-11-27', '10:00', 'America/New_York'));

test('an act at 11:00 is not in time for 10:00 of the same day', () => {
  expect(notInTime(at('2026-11-27', '11:00', 'America/New_York'), tenInNewYork)).toBe(
    'Fri 27 Nov 2026, 11:00 a.m. (America/New_York), after Fri 27 Nov 2026, 10:00 a.m. (America/New_York)',
  );
  expect(notInTime(at('2026-11-27', '10:00', 'America/New_York'), tenInNewYork)).toBeNull();
});

test('hours are compared as instants: 15:59 in Berlin is in time for 10:00 in New York, 16:01 is not', () => {
  expect(notInTime(at('2026-11-27', '15:59', 'Europe/Berlin'), tenInNewYork)).toBeNull();
  expect(notInTime(at('2026-11-27', '16:01', 'Europe/Berlin'), tenInNewYork)).toContain('after');
});

test('a day that ends in New York is not over when another has begun in Berlin', () => {
  const endOfDay = due(at('2026-11-27', '23:59', 'America/New_York'));
  expect(notInTime(at('2026-11-28', '05:30', 'Europe/Berlin'), endOfDay)).toBeNull();
  expect(notInTime(at('2026-11-28', '06:01', 'Europe/Berlin'), endOfDay)).toContain('after 2026-11-27');
});

test('on the last day an act without an hour, or without the clocks of its hour, is not shown to be in time', () => {
  expect(notInTime(at('2026-11-27'), tenInNewYork)).toContain('at an hour that is not recorded; it was due by Fri 27 Nov 2026, 10:00 a.m. (America/New_York)');
  expect(notInTime(at('2026-11-27', '09:00'), tenInNewYork)).toContain('whose clocks show an hour is not recorded');
  expect(notInTime(at('2026-11-26'), tenInNewYork)).toBeNull();
  expect(notInTime(at('2026-11-27'), due(at('2026-11-27')))).toBeNull();
  expect(notInTime(at('2026-11-28'), due(at('2026-11-27')))).toBe('on 2026-11-28, after 2026-11-27');
});

test('an act is in time exactly while the binding instant has not passed, whatever the clocks', () => {
  const zones = ['America/New_York', 'Europe/Berlin', 'Australia/Sydney', 'Pacific/Kiritimati', 'Asia/Kolkata', 'America/Los_Angeles'];
  const hours = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:30`);
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.constantFrom(...zones), hours, fc.integer({ min: -1500, max: 1500 }), (there, here, time, minutes) => {
      // No clock changes in these weeks, so that every moment is one instant.
      const limit = bindingInstant('2026-07-15', { time, zone: there }, there);
      const moment = momentAt(limit + minutes * 60_000, here);
      const acted = at(dayText(moment.day), moment.time ?? '00:00', here);
      expect(parseDay(acted.certainty === 'exact' ? acted.day : '')).toBe(moment.day);
      expect(notInTime(acted, due(at('2026-07-15', time, there))) === null).toBe(minutes <= 0);
    }),
  );
});
