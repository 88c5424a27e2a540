import { expect, test } from 'vitest';
import { lookingAt } from '../binding-hour.ts';
import { loadOf, shade, type LoadLine } from './deadline-load.ts';

const row = (due: string | null, ours = true): LoadLine => ({ due, ours });
const today = lookingAt(Date.UTC(2026, 10, 25, 12), 'UTC');

test('deadlines are counted on the day by which they are to be done, in weeks from the day on which they begin', () => {
  const load = loadOf([row('2026-11-25'), row('2026-11-27'), row('2026-11-27'), row('2026-12-01')], today, 'Mon', 4);
  expect(load.weeks.map(({ start, ours }) => [start, ours])).toEqual([
    ['2026-11-23', 3],
    ['2026-11-30', 1],
    ['2026-12-07', 0],
    ['2026-12-14', 0],
  ]);
  expect(load.most).toBe(2);
  expect(load.busiest?.start).toBe('2026-11-23');
  expect(load.weeks[0]?.days[3]).toMatchObject({ day: '2026-11-26', holiday: 'Thanksgiving Day', off: true, past: false });
  expect(load.weeks[0]?.days[0]?.past).toBe(true);
  expect(loadOf([], today, 'Sun', 2).weeks.map((week) => week.start)).toEqual(['2026-11-22', '2026-11-29']);
});

test('what is late, beyond the last week or without a date is counted beside it, and what others owe is no load of ours', () => {
  const load = loadOf([row('2026-11-20'), row('2026-11-20', false), row('2027-11-20'), row(null), row('2026-11-26', false)], today, 'Mon', 2);
  expect(load).toMatchObject({ late: 1, awaited: 1, later: 1, undated: 1, most: 0, busiest: null });
  expect(load.weeks[0]).toMatchObject({ ours: 0, theirs: 1 });
});

test('an hour stands on its day, and the darkest step is the fullest day', () => {
  expect(loadOf([row('2026-11-27T16:30')], today, 'Mon', 1).weeks[0]?.days[4]?.ours).toBe(1);
  expect([0, 1, 2, 4, 8].map((count) => shade(count, 8))).toEqual([0, 1, 1, 2, 4]);
});

test('what is due by an hour is late when the hour is, and not before it is where the day goes on', () => {
  const berlin = (day: number, hour: number) => lookingAt(Date.UTC(2026, 10, day, hour), 'Europe/Berlin');
  const line: LoadLine = { due: '2026-11-25', hour: { time: '17:00', zone: 'America/Los_Angeles' }, ours: true };
  // 17:00 in Los Angeles is 02:00 of the 26th in Berlin.
  expect(loadOf([line], berlin(25, 23), 'Mon', 1)).toMatchObject({ late: 0, busiest: { ours: 1 } });
  expect(loadOf([line], berlin(26, 0), 'Mon', 1).weeks[0]?.days[3]?.ours).toBe(1);
  expect(loadOf([line], berlin(26, 2), 'Mon', 1)).toMatchObject({ late: 1, busiest: null });
});

test('what others owe is past by the hour too: until then it stands on its day, after it beside the weeks', () => {
  const berlin = (day: number, hour: number) => lookingAt(Date.UTC(2026, 10, day, hour), 'Europe/Berlin');
  const line: LoadLine = { due: '2026-11-25', hour: { time: '17:00', zone: 'America/New_York' }, ours: false };
  expect(loadOf([line], berlin(25, 21), 'Mon', 1)).toMatchObject({ awaited: 0, weeks: [{ theirs: 1 }] });
  expect(loadOf([line], berlin(25, 23), 'Mon', 1)).toMatchObject({ awaited: 1, late: 0, weeks: [{ theirs: 0 }] });
});
