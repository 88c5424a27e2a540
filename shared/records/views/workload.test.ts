import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lookingAt } from '../binding-hour.ts';
import { workloadOf, type WorkLine } from './workload.ts';

const today = lookingAt(Date.UTC(2026, 10, 25, 12), 'UTC');
const line = (number: string, owner: string | null, due: string | null): WorkLine => ({ number, owner, due });

test('each person has what is theirs, week by week, and what nobody has stands last', () => {
  const load = workloadOf(
    [
      line('DL-1', null, '2026-11-26'),
      line('DL-2', 'Ana  Ruiz', '2026-11-25'),
      line('DL-3', 'ana ruiz', '2026-11-20'),
      line('DL-4', 'Ben', null),
      line('DL-5', 'Ana Ruiz', '2027-06-01'),
    ],
    today,
    'Mon',
    2,
  );
  expect(load.weeks).toEqual(['2026-11-23', '2026-11-30']);
  expect(load.people).toEqual([
    { owner: 'Ana Ruiz', late: ['DL-3'], weeks: [['DL-2'], []], later: ['DL-5'], undated: [], all: ['DL-2', 'DL-3', 'DL-5'] },
    { owner: 'Ben', late: [], weeks: [[], []], later: [], undated: ['DL-4'], all: ['DL-4'] },
    { owner: null, late: [], weeks: [['DL-1'], []], later: [], undated: [], all: ['DL-1'] },
  ]);
});

test('everything stands with one person, in one column', () => {
  const lines = fc.array(fc.record({ owner: fc.option(fc.constantFrom('A', 'b', ' B', '')), due: fc.option(fc.integer({ min: 0, max: 200 })) }), { maxLength: 60 });
  fc.assert(
    fc.property(lines, (drawn) => {
      const all = drawn.map(({ owner, due }, i) => line(`N-${i}`, owner, due === null ? null : new Date(Date.UTC(2026, 10, 1 + due)).toISOString().slice(0, 10)));
      const { people } = workloadOf(all, today, 'Sun');
      const cells = people.flatMap((one) => [...one.late, ...one.weeks.flat(), ...one.later, ...one.undated]);
      expect(cells.toSorted()).toEqual(all.map((one) => one.number).toSorted());
      expect(people.flatMap((one) => one.all).toSorted()).toEqual(cells.toSorted());
    }),
    { numRuns: 100 },
  );
});
