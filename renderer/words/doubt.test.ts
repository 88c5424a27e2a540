import { expect, test } from 'vitest';
import { doubtWords } from './doubt.ts';
import { model } from './model.ts';

test('a hedge stands quoted and hearsay by name; what is not doubted has no words beside it', () => {
  expect(doubtWords({ hedge: 'reportedly', told: 'press' })).toEqual(['“reportedly”', 'reported by the press']);
  expect(doubtWords({ hedge: null, told: 'unconfirmed' })).toEqual(['unconfirmed']);
  expect(doubtWords({ hedge: null, told: null })).toEqual([]);
});

test('a condition that was waived is not counted as met, and an order that nobody confirmed not as one that binds', () => {
  expect(model.gateMet(2, 0, 8)).toBe('2 of 8 conditions met');
  expect(model.gateMet(7, 1, 8)).toBe('7 of 8 conditions met, 1 waived');
  expect(model.inForce(3, 0)).toBe('3 orders binding');
  expect(model.inForce(3, 1)).toBe('3 orders binding, 1 of them unconfirmed');
  expect(model.inForce(2, 2)).toBe('2 orders treated as binding, unconfirmed');
  expect(model.inForce(0, 0)).toBe('no order in force');
});
