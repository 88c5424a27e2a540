import { expect, test } from 'vitest';
import type { FieldFilter } from '../../../shared/records/field-filter.ts';
import { withCondition } from './with-condition.ts';

const on = (more: Partial<FieldFilter>): FieldFilter => ({ field: 'received', values: [], unstated: false, ...more });
const from = on({ from: '2026-06-01' });
const until = on({ to: '2026-06-30' });
const range = on({ from: '2026-06-01', to: '2026-06-30' });

test('a beginning and an end on one date are one range, in whichever order they were put', () => {
  expect(withCondition([from], until)).toEqual([range]);
  expect(withCondition([until], from)).toEqual([range]);
});

test('anything else on a field takes the place of what stood there', () => {
  const later = on({ from: '2026-07-01' });
  expect(withCondition([from], later)).toEqual([later]);
  // It would end before it begins.
  expect(withCondition([until], later)).toEqual([later]);
  expect(withCondition([range], until)).toEqual([until]);
  expect(withCondition([on({ from: '2026-06-01', unstated: true })], until)).toEqual([until]);
  expect(withCondition([on({ values: ['exact'] })], until)).toEqual([until]);
});

test('a condition on another field stands beside it', () => {
  const other: FieldFilter = { field: 'effective', values: [], unstated: false, to: '2026-06-30' };
  expect(withCondition([from], other)).toEqual([from, other]);
});
