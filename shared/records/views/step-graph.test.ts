import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dated } from './sample-records.test-support.ts';
import { chainOf, stepGraph, type Waiting } from './step-graph.ts';

/** Steps that wait only for earlier ones, or for a record outside the plan. */
const plan = fc
  .array(fc.array(fc.nat(40), { maxLength: 4 }), { maxLength: 40 })
  .map((all) =>
    all.map((waits, i): Waiting => ({ id: `s${i}`, dependsOn: waits.map((one) => (one < i ? `s${one}` : one > 35 ? `request-${one}` : '')).filter((id) => id !== '') })),
  );

test('every step stands once, no two in one place, and every line goes from left to right', () => {
  fc.assert(
    fc.property(plan, (steps) => {
      const { places, edges, columns, rows } = stepGraph(steps);
      const at = new Map(places.map((place) => [place.id, place]));
      expect(at.size).toBe(places.length);
      for (const step of steps) expect(at.has(step.id)).toBe(true);
      expect(new Set(places.map(({ column, row }) => `${column} ${row}`)).size).toBe(places.length);
      expect(edges.length).toBe(steps.reduce((sum, step) => sum + new Set(step.dependsOn).size, 0));
      for (const { from, to } of edges) expect(at.get(from)?.column).toBeLessThan(at.get(to)?.column ?? 0);
      for (const place of places) expect(place.column < columns && place.row < rows).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test('the same steps stand in the same places, and a circle does not hang', () => {
  const steps: Waiting[] = [
    { id: 'a', dependsOn: ['b'] },
    { id: 'b', dependsOn: ['a'] },
    { id: 'c', dependsOn: ['c'] },
  ];
  expect(stepGraph(steps)).toEqual(stepGraph(steps));
  expect(stepGraph(steps).places).toHaveLength(3);
});

test('a chain is all that a step waits for and all that waits for it', () => {
  const { edges } = stepGraph([
    { id: 'b', dependsOn: ['a'] },
    { id: 'c', dependsOn: ['b'] },
    { id: 'd', dependsOn: ['a'] },
  ]);
  expect([...chainOf(edges, 'b')].sort()).toEqual(['a', 'b', 'c']);
  expect([...chainOf(edges, 'a')].sort()).toEqual(['a', 'b', 'c', 'd']);
});

test('the invented plan says what each of its steps waits for', () => {
  const steps = dated('remediation_step').map((one) => ({ id: one.id, dependsOn: one.fields.dependsOn ?? [] }));
  const graph = stepGraph(steps);
  expect(graph.edges.length).toBe(steps.reduce((sum, one) => sum + one.dependsOn.length, 0));
});
