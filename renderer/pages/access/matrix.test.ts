import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Row } from './access-page.tsx';
import { matrixOf } from './matrix.ts';

const way = fc.record({
  who: fc.integer({ min: 1, max: 9 }),
  model: fc.integer({ min: 1, max: 9 }),
  surface: fc.constantFrom('weights', 'api', null),
  from: fc.integer({ min: 1, max: 99 }),
});
const rowsOf = (ways: readonly { who: number; model: number; surface: string | null; from: number }[]): Row[] =>
  ways.map(({ who, model, surface, from }) => ({
    from: `DET-${from}`,
    who: `Person ${who}`,
    whoNumber: `PER-${who}`,
    sort: who % 3 === 0 ? 'group' : 'person',
    model: `Model ${model}`,
    modelNumber: `MODEL-${model}`,
    version: '',
    surface,
    planned: 'none',
    actual: 'unknown',
    when: '',
    proofs: [],
    waiver: '',
    still: 'may',
  }));
const most = { people: 4, columns: 6, cells: 18 };

test('every way of everybody who is drawn stands in the matrix once, and it is no larger than can be drawn', () => {
  fc.assert(
    fc.property(fc.array(way, { maxLength: 40 }), (ways) => {
      const rows = rowsOf(ways);
      const { columns, people, waysOf, more } = matrixOf(rows, most);
      const drawn = new Set(people.map(({ whoNumber }) => whoNumber));
      const shown = people.flatMap((person) => columns.flatMap(([key]) => waysOf(person, key)));
      expect(shown.length).toBe(rows.filter(({ whoNumber }) => drawn.has(whoNumber)).length);
      expect(new Set(shown)).toEqual(new Set(rows.filter(({ whoNumber }) => drawn.has(whoNumber))));
      expect(more).toBe(new Set(rows.map(({ whoNumber }) => whoNumber)).size - people.length);
      if (people.length <= 1) return;
      expect(columns.length).toBeLessThanOrEqual(most.columns);
      expect(people.length * columns.length).toBeLessThanOrEqual(most.cells);
    }),
  );
});

test('nobody and nothing is left out where all of it fits, persons after groups by name', () => {
  fc.assert(
    fc.property(fc.array(way, { maxLength: 40 }), (ways) => {
      const rows = rowsOf(ways);
      const { columns, people, more } = matrixOf(rows);
      expect(more).toBe(0);
      expect(columns.map(([key]) => key)).toEqual([...new Set(rows.map((row) => `${row.modelNumber} ${row.version} ${row.surface ?? ''}`))].sort());
      expect(people.map(({ sort, who }) => `${sort} ${who}`)).toEqual([...new Set(rows.map(({ sort, who }) => `${sort} ${who}`))].sort());
    }),
  );
});
