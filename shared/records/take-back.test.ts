import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyRecordOf } from './any-record.test-support.ts';
import { kindNamed } from './kinds.ts';
import type { AnyRecord } from './record.ts';
import { takeBack } from './take-back.ts';

const record = (fields: Record<string, unknown>, rest: Partial<AnyRecord> = {}): AnyRecord => ({
  id: 'n',
  kind: 'note',
  number: 'NOTE-001',
  caseId: 'c',
  state: 'open',
  audience: 'internal',
  privilege: 'none',
  tags: [],
  fields,
  ...rest,
});

test('what the change set is as it was, and what was set since stands', () => {
  const [before, after] = [record({ title: 'a', body: 'b' }), record({ title: 'A', body: 'b', source: 's' })];
  const now = record({ title: 'A', body: 'B', source: 's' }, { state: 'final', tags: ['x'] });
  expect(takeBack(before, after, now)).toEqual({ record: record({ title: 'a', body: 'B' }, { state: 'final', tags: ['x'] }), inTheWay: [] });
});

test('a field that was set again since stands in the way by its name, and so does a removal', () => {
  const [before, after] = [record({ title: 'a' }), record({ title: 'A' }, { state: 'final' })];
  expect(takeBack(before, after, record({ title: 'AA' }, { state: 'final' })).inTheWay).toEqual(['title']);
  expect(takeBack(before, after, record({ title: 'A' })).inTheWay).toEqual(['state']);
  expect(takeBack(before, after, record({ title: 'A' }, { state: 'final', removed: { at: 1, by: 'x', reason: 'y' } })).inTheWay).toEqual(['removed']);
});

test('set back by hand and set again the same way, nothing stands in the way', () => {
  const [before, after] = [record({ title: 'a' }), record({ title: 'A' })];
  expect(takeBack(before, after, record({ title: 'A', body: 'b' })).inTheWay).toEqual([]);
});

test('the last change of any record is taken back to exactly what stood before', () => {
  const two = fc.constantFrom('deadline', 'order', 'evidence_item', 'note').chain((name) => fc.tuple(anyRecordOf(kindNamed(name)!), anyRecordOf(kindNamed(name)!)));
  fc.assert(
    fc.property(two, ([before, other]) => {
      const after = { ...other, id: before.id, number: before.number, caseId: before.caseId };
      const back = takeBack(before, after, after);
      expect(back.inTheWay).toEqual([]);
      expect(back.record).toEqual(before);
    }),
    { numRuns: 50 },
  );
});
