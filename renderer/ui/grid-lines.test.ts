import { expect, test } from 'vitest';
import { gridLines } from './grid-lines.ts';

const groups = [
  { key: 'late', title: 'Late' },
  { key: 'none', title: 'None' },
  { key: 'soon', title: 'Soon' },
];

test('rows stand under their groups in the order in which they came, and a group without rows is left out', () => {
  const rows = ['soon 1', 'late 1', 'soon 2', 'late 2', 'elsewhere 1'];
  const lines = gridLines(rows, groups, (row) => row.split(' ')[0] ?? '');
  expect(lines.map((line) => (line.kind === 'group' ? `${line.group.title} ${line.count}` : `${line.index} ${line.row}`))).toEqual([
    'Late 2',
    '0 late 1',
    '1 late 2',
    'Soon 2',
    '2 soon 1',
    '3 soon 2',
  ]);
});

test('each row is asked for its group once, however many groups there are', () => {
  let asked = 0;
  gridLines(['a', 'b', 'c'], groups, () => (asked++, 'late'));
  expect(asked).toBe(3);
});
