import fc from 'fast-check';
import { expect, test } from 'vitest';
import { around, nearOf, pathBetween, type Relation, type RelationNode } from './relation-graph.ts';

const node = (i: number): RelationNode => ({ id: `r${i}`, number: `PTY-${i}`, kind: 'party', title: `Record ${i}` });
const tie = (from: number, to: number, role = 'about'): Relation => ({ from: `r${from}`, to: `r${to}`, role });

test('what lies around a record stands in columns by how many ties it is away', () => {
  const near = nearOf([0, 1, 2, 3, 4].map(node), [tie(0, 1), tie(2, 0), tie(1, 3), tie(3, 4), tie(1, 2), tie(9, 0)]);
  const { places, relations, left } = around(near, 'r0', 2, 100);
  expect(places.map(({ id, column, row }) => [id, column, row])).toEqual([
    ['r0', 0, 0],
    ['r1', 1, 0],
    ['r2', 1, 1],
    ['r3', 2, 0],
  ]);
  expect([relations.length, left]).toEqual([4, 0]);
  expect(around(near, 'r0', 3, 3)).toMatchObject({ left: 2, places: { length: 3 } });
  expect(around(near, 'nobody', 3, 3)).toEqual({ places: [], relations: [], left: 0, rows: 0 });
});

test('a path says which tie leads on at each step, whichever way it was recorded', () => {
  const near = nearOf([0, 1, 2, 3].map(node), [tie(0, 1, 'customer'), tie(2, 1, 'covers')]);
  expect(pathBetween(near, 'r0', 'r2')?.map(({ relation, to }) => [relation.role, to])).toEqual([
    ['customer', 'r1'],
    ['covers', 'r2'],
  ]);
  expect(pathBetween(near, 'r0', 'r3')).toBeNull();
  expect(pathBetween(near, 'r0', 'r0')).toEqual([]);
});

test('a path is as long as the column in which its end stands, and each of its ties is recorded', () => {
  const ties = fc.array(fc.tuple(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 14 })), { maxLength: 30 });
  fc.assert(
    fc.property(ties, fc.integer({ min: 0, max: 14 }), (drawn, to) => {
      const relations = drawn.map(([a, b]) => tie(a, b));
      const near = nearOf(
        Array.from({ length: 15 }, (_, i) => node(i)),
        relations,
      );
      const path = pathBetween(near, 'r0', `r${to}`);
      const place = around(near, 'r0', 20, 100).places.find((one) => one.id === `r${to}`);
      expect(path?.length).toBe(place?.column);
      for (const { relation } of path ?? []) expect(relations).toContain(relation);
    }),
    { numRuns: 200 },
  );
});

test('five thousand records are laid out in no time that is felt', () => {
  const nodes = Array.from({ length: 5_000 }, (_, i) => node(i));
  const relations = [...nodes.map((_, i) => tie(Math.floor(i / 10), i)), ...Array.from({ length: 10_000 }, (_, i) => tie(i % 5_000, (i * 37 + 11) % 5_000))];
  const began = performance.now();
  const near = nearOf(nodes, relations);
  const { places, left } = around(near, 'r0', 3, 160);
  pathBetween(near, 'r0', 'r4999');
  expect(performance.now() - began).toBeLessThan(1_000);
  expect([places.length, places.length + left <= 5_000]).toEqual([160, true]);
});
