import { expect, test } from 'vitest';
import { partOf } from './list-on-paper.ts';

const order = {
  numbers: ['A-1', 'A-2', 'A-3', 'A-4', 'A-5'],
  headings: [
    { at: 0, words: 'Overdue' },
    { at: 2, words: 'Today' },
    { at: 4, words: 'Later' },
  ],
};

test('of chosen rows each stands under the heading it has on the page, and a heading over none of them is left out', () => {
  expect(partOf(order, ['A-5', 'A-2'])).toEqual({
    numbers: ['A-2', 'A-5'],
    headings: [
      { at: 0, words: 'Overdue' },
      { at: 1, words: 'Later' },
    ],
  });
  expect(partOf(order, ['A-3', 'A-4'])).toEqual({ numbers: ['A-3', 'A-4'], headings: [{ at: 0, words: 'Today' }] });
  expect(partOf(order)).toEqual(order);
});
