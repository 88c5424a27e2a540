import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, dayText } from '../../calendar/day.ts';
import type { DateFact } from '../date-fact.ts';
import type { Happening } from './course.ts';
import { axisOf } from './axis.ts';

const happening = (at: DateFact, i = 0): Happening => ({
  id: `e${i}`,
  number: `EVT-${i}`,
  kind: 'event',
  words: '',
  at,
  hedge: null,
  told: null,
  unsourced: false,
  actors: [],
  known: [],
});
const day = fc.integer({ min: dayOf(2019, 1, 1), max: dayOf(2031, 12, 31) }).map(dayText);
const fact: fc.Arbitrary<DateFact> = fc.oneof(
  day.map((one): DateFact => ({ certainty: 'exact', day: one })),
  day.map((one): DateFact => ({ certainty: 'range', latest: one })),
  day.map((one): DateFact => ({ certainty: 'range', earliest: one })),
  fc.tuple(day, day).map((two): DateFact => ({ certainty: 'range', earliest: [...two].sort()[0], latest: [...two].sort()[1] })),
  fc.tuple(day, day).map((two): DateFact => ({ certainty: 'disputed', readings: two.map((one) => ({ day: one, saidBy: '' })) })),
  fc.constant<DateFact>({ certainty: 'unknown' }),
);

test('without a single date there is no axis', () => {
  expect(axisOf([happening({ certainty: 'unknown' })])).toBeNull();
});

test('a day is a point in its month, and an open end runs to the edge and says so', () => {
  const axis = axisOf([happening({ certainty: 'exact', day: '2026-06-16' }), happening({ certainty: 'range', latest: '2026-06-12' }, 1), happening({ certainty: 'unknown' }, 2)]);
  expect(axis).toMatchObject({ first: '2026-06-01', last: '2026-06-30', undated: 1 });
  expect(axis?.bars.find((bar) => bar.number === 'EVT-0')).toMatchObject({ x: 0.5, width: 0, look: 'day', openStart: false });
  expect(axis?.bars.find((bar) => bar.number === 'EVT-1')).toMatchObject({ x: 0, openStart: true, openEnd: false, look: 'range' });
});

test('nothing is hidden behind something else, nothing lies outside, and every date is drawn once', () => {
  fc.assert(
    fc.property(fc.array(fact, { maxLength: 40 }), (facts) => {
      const axis = axisOf(facts.map(happening));
      if (axis === null) {
        expect(facts.every((one) => one.certainty === 'unknown')).toBe(true);
        return;
      }
      expect(axis.bars.length + axis.undated).toBe(facts.length);
      for (const bar of axis.bars) {
        expect(bar.x).toBeGreaterThanOrEqual(0);
        expect(bar.x + bar.width).toBeLessThanOrEqual(1);
        for (const other of axis.bars) if (other !== bar && other.lane === bar.lane) expect(other.x >= bar.x + bar.width || bar.x >= other.x + other.width).toBe(true);
      }
      expect(axis.ticks.length).toBeLessThanOrEqual(18);
    }),
    { numRuns: 150 },
  );
});
