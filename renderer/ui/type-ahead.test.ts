import { expect, test } from 'vitest';
import type { GridLine } from './grid-lines.ts';
import { rowThatBegins } from './type-ahead.ts';

const lines: readonly GridLine<string>[] = [
  { kind: 'group', group: { key: 'a', title: 'Today' }, count: 2 },
  { kind: 'row', row: 'Answer the request', index: 0 },
  { kind: 'row', row: 'Brief on the stay', index: 1 },
  { kind: 'group', group: { key: 'b', title: 'Later' }, count: 1 },
  { kind: 'row', row: 'answer to the complaint', index: 2 },
];
const find = (typed: string, from = 0) => rowThatBegins(lines, typed, from, (row) => row);

test('what is typed finds the next row that begins so, around the end, in any case', () => {
  expect([find('ans'), find('ans', 2), find('ANSWER', 5 - 1), find('b', 3)]).toEqual([1, 4, 4, 2]);
});

test('a word inside a title is found where no title begins so, and a heading never', () => {
  expect([find('stay'), find('comp'), find('today'), find('xyz')]).toEqual([2, 4, -1, -1]);
});
