import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayText } from '../../calendar/day.ts';
import { overTime, type StateChange } from './over-time.ts';

const change = (day: string, number: string, state: string | null): StateChange => ({ day, number, state });

test('what was open and what was done is counted at the end of each day', () => {
  const changes = [
    change('2026-11-01', 'STEP-001', 'planned'),
    change('2026-11-01', 'STEP-002', 'planned'),
    change('2026-11-02', 'STEP-001', 'verified'),
    change('2026-11-04', 'STEP-002', null),
  ];
  expect(overTime(changes, ['verified'], '2026-11-04')).toEqual([
    { day: '2026-11-01', open: 2, done: 0 },
    { day: '2026-11-02', open: 1, done: 1 },
    { day: '2026-11-03', open: 1, done: 1 },
    { day: '2026-11-04', open: 0, done: 1 },
  ]);
});

test('a longer time is looked at by weeks that end today, and nothing is planned means nothing is shown', () => {
  const days = overTime([change('2026-09-01', 'STEP-001', 'planned')], [], '2026-11-24').map(({ day }) => day);
  expect([days.at(-1), days.at(-2), days.length]).toEqual(['2026-11-24', '2026-11-17', 13]);
  expect(overTime([], [], '2026-11-24')).toEqual([]);
});

test('the last count is of every record as it stands, and there are never more lines than can be read', () => {
  const changes = fc
    .array(fc.record({ day: fc.integer({ min: 20_000, max: 20_900 }).map(dayText), number: fc.constantFrom('A', 'B', 'C'), state: fc.constantFrom('planned', 'verified', null) }))
    .map((list) => list.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)));
  fc.assert(
    fc.property(changes, (list) => {
      const lines = overTime(list, ['verified'], dayText(20_900));
      if (list.length === 0) {
        expect(lines).toEqual([]);
        return;
      }
      const now = new Map(list.map(({ number, state }) => [number, state]));
      const standing = [...now.values()].filter((state) => state !== null);
      expect(lines.at(-1)).toEqual({
        day: dayText(20_900),
        open: standing.filter((state) => state !== 'verified').length,
        done: standing.filter((state) => state === 'verified').length,
      });
      expect(lines.length).toBeLessThanOrEqual(27);
    }),
  );
});
