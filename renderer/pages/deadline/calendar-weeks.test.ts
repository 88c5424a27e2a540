import { expect, test } from 'vitest';
import { moved, weeksOf } from './calendar-weeks.ts';

test('a month begins on the Monday of its first week and ends on the Sunday of its last', () => {
  const weeks = weeksOf('2026-11-24', 'month');
  expect(weeks[0]?.[0]).toMatchObject({ text: '2026-10-26', inMonth: false });
  expect(weeks.at(-1)?.at(-1)).toMatchObject({ text: '2026-12-06', inMonth: false });
  expect(weeks.flat().filter((day) => day.inMonth)).toHaveLength(30);
});

test('a month that begins on a Monday has no day before it', () => {
  expect(weeksOf('2026-06-30', 'month')[0]?.[0]).toMatchObject({ text: '2026-06-01', inMonth: true });
});

test('weekends and federal holidays are off, and a holiday has its name', () => {
  const days = weeksOf('2026-11-24', 'week').flat();
  expect(days.filter((day) => day.off).map((day) => day.text)).toEqual(['2026-11-26', '2026-11-28', '2026-11-29']);
  expect(days.find((day) => day.text === '2026-11-26')?.holiday).toMatch(/Thanksgiving/);
});

test('a month on from the last day of January is the last of February', () => {
  expect(moved('2026-01-31', 'month', 1)).toBe('2026-02-28');
  expect(moved('2026-01-01', 'week', -1)).toBe('2025-12-25');
});
