import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOrder, type Placed } from './chronology.ts';
import { reported } from './sample-records.test-support.ts';

test('warning, order and switch-off stand in their order though none has a date', () => {
  const events = reported('chronology_event').map((one) => ({ id: one.id, number: one.number, at: one.fields.at }));
  const ids = inOrder([...events].reverse()).map((one) => one.id);
  const place = (id: string) => ids.indexOf(id);
  const story = ['event-test', 'event-warning', 'event-discussions', 'event-instruction', 'event-restriction', 'event-shutdown', 'event-harm'];
  expect(story.map(place)).toEqual(story.map(place).sort((a, b) => a - b));
  expect(place('event-supply-chain')).toBeLessThan(place('event-test'));
});

const events = fc
  .array(fc.record({ day: fc.option(fc.constantFrom('2026-06-01', '2026-06-02', '2026-06-03')), after: fc.nat(9), related: fc.boolean() }), { maxLength: 10 })
  .map((rows) =>
    rows.map((row, i): Placed => {
      const about = row.related ? { relative: [{ relation: 'after' as const, of: `e${String(row.after % Math.max(1, rows.length))}` }] } : {};
      return { id: `e${String(i)}`, number: `EVT-${String(i)}`, at: row.day === null ? { certainty: 'unknown', ...about } : { certainty: 'exact', day: row.day, ...about } };
    }),
  );

test('every event is placed once, whatever the relations say, circles too', () => {
  fc.assert(
    fc.property(events, (all) => {
      expect(
        inOrder(all)
          .map((one) => one.id)
          .sort(),
      ).toEqual(all.map((one) => one.id).sort());
    }),
    { numRuns: 200 },
  );
});

test('without relations the order is by day, and what has no day comes last', () => {
  fc.assert(
    fc.property(events, (all) => {
      const days = inOrder(
        all.map((one) => ({ ...one, at: one.at.certainty === 'exact' ? { certainty: 'exact' as const, day: one.at.day } : ({ certainty: 'unknown' } as const) })),
      ).map((one) => (one.at.certainty === 'exact' ? one.at.day : '9999'));
      expect(days).toEqual([...days].sort());
    }),
    { numRuns: 100 },
  );
});
