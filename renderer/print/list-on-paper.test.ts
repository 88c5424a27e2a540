import { expect, test } from 'vitest';
import { partOf } from './list-on-paper.ts';

const numbers = ['A-1', 'A-2', 'A-3', 'A-4', 'A-5'];

test('chosen rows stand in the order of the page, whatever the order in which they were chosen; without a choice all of them do', () => {
  expect(partOf(numbers, ['A-5', 'A-2', 'B-1'])).toEqual(['A-2', 'A-5']);
  expect(partOf(numbers)).toEqual(numbers);
});
