import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, dayText } from '../calendar/day.ts';
import { instantAt, momentAt } from '../calendar/instant.ts';
import { bindingInstant, dayAfter, dueStanding, lookingAt } from './binding-hour.ts';

const zones = [
  'America/New_York',
  'America/Los_Angeles',
  'Europe/Berlin',
  'Europe/London',
  'Australia/Sydney',
  'Asia/Tokyo',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'UTC',
];
const at = (text: string, zone: string) => {
  const [date = '', time = ''] = text.split('T');
  const [y = 0, m = 0, d = 0] = date.split('-').map(Number);
  return instantAt({ day: dayOf(y, m, d), time }, zone);
};
const berlin = (text: string) => lookingAt(at(text, 'Europe/Berlin'), 'Europe/Berlin');

test('an hour of today that has passed is past, and is not until it has', () => {
  const ten = { time: '10:00', zone: 'Europe/Berlin' };
  expect(dueStanding('2026-06-18', ten, berlin('2026-06-18T10:00'))).toEqual({ passed: false, day: '2026-06-18' });
  expect(dueStanding('2026-06-18', ten, berlin('2026-06-18T10:01'))).toEqual({ passed: true, day: '2026-06-18' });
  expect(dueStanding('2026-06-18', null, berlin('2026-06-18T23:59')).passed).toBe(false);
  expect(dueStanding('2026-06-18', null, berlin('2026-06-19T00:00')).passed).toBe(true);
});

test('the hour is that of the place that counts: after midnight here it is not late while the day goes on there', () => {
  const losAngeles = { time: '17:00', zone: 'America/Los_Angeles' };
  // 17:00 in Los Angeles is 02:00 of the next day in Berlin.
  expect(dueStanding('2026-06-18', losAngeles, berlin('2026-06-19T01:30'))).toEqual({ passed: false, day: '2026-06-18' });
  expect(dueStanding('2026-06-18', losAngeles, berlin('2026-06-19T02:01'))).toEqual({ passed: true, day: '2026-06-18' });
  expect(dueStanding('2026-06-18', { time: '23:59', zone: 'America/Los_Angeles' }, berlin('2026-06-19T08:59')).passed).toBe(false);
  expect(dueStanding('2026-06-18', { time: '23:59:59', zone: 'America/Los_Angeles' }, berlin('2026-06-19T09:00')).passed).toBe(true);
});

test('an hour of tomorrow there that strikes today here stands under today', () => {
  const tokyo = { time: '09:00', zone: 'Asia/Tokyo' };
  const newYork = lookingAt(at('2026-06-18T12:00', 'America/New_York'), 'America/New_York');
  expect(dueStanding('2026-06-19', tokyo, newYork)).toEqual({ passed: false, day: '2026-06-18' });
});

const days = fc.integer({ min: dayOf(2025, 12, 1), max: dayOf(2027, 11, 30) }).map(dayText);
const times = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
const hours = fc.record({ time: times, zone: fc.option(fc.constantFrom(...zones), { nil: null }) });

test('whatever the zones, it is past exactly when its last instant is, and until then stands under no day later than that instant’s', () => {
  fc.assert(
    fc.property(days, fc.option(hours, { nil: null }), fc.constantFrom(...zones), fc.integer({ min: -40 * 3_600_000, max: 40 * 3_600_000 }), (due, hour, zone, off) => {
      const last = bindingInstant(due, hour, zone);
      const look = lookingAt(last + off, zone);
      const { passed, day } = dueStanding(due, hour, look);
      expect(passed).toBe(off > 0);
      const lastDay = dayText(momentAt(last, zone).day);
      expect(day <= lastDay && day <= due).toBe(true);
      // By the day after, it is past in every zone.
      if (look.today >= dayAfter(due, hour, zone)) expect(passed).toBe(true);
    }),
    { numRuns: 400 },
  );
});

test.each([
  // Put forward at 2:00: no clock shows 2:30; the earliest that it may be is 1:30, by a clock that was put forward too early.
  ['America/New_York', '2026-03-08', '02:30', '2026-03-08T06:30:00Z'],
  ['Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T00:30:00Z'],
  ['Europe/London', '2026-03-29', '01:30', '2026-03-29T00:30:00Z'],
  ['Australia/Sydney', '2026-10-04', '02:30', '2026-10-03T15:30:00Z'],
  // Put back: the first of the two.
  ['America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00Z'],
  ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30:00Z'],
  ['Europe/London', '2026-10-25', '01:30', '2026-10-25T00:30:00Z'],
  ['Australia/Sydney', '2026-04-05', '02:30', '2026-04-04T15:30:00Z'],
])('in %s on %s, when the clocks change, %s is %s', (zone, day, time, instant) => {
  expect(new Date(bindingInstant(day, { time, zone }, 'UTC')).toISOString().replace('.000', '')).toBe(instant);
});
