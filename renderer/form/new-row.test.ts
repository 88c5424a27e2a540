import { expect, test } from 'vitest';
import { kinds } from '../../shared/records/kinds.ts';
import { newRow } from './new-row.ts';

const { clauses, obligations } = kinds.order.fields;

test('a row that is added brings its number', () => {
  expect(newRow(clauses.fields ?? {}, 3, {})).toEqual({ number: '3' });
  expect(newRow(obligations.fields ?? {}, 2, {})).toEqual({ number: 'OB-2', state: 'open' });
});

test('a clause is in the order’s own words where its text is in hand, and nowhere else', () => {
  expect(newRow(clauses.fields ?? {}, 1, { textInHand: true })).toEqual({ number: '1', ownWords: true });
  expect(newRow(clauses.fields ?? {}, 1, { textInHand: false })).toEqual({ number: '1' });
});
