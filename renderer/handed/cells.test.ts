import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clipboardTable } from '../../main/exchange/clipboard-table.ts';
import { uncell } from '../../main/exchange/csv.ts';
import { cellsIn, csvOf, tableOf } from './cells.ts';

test('cells as Excel copies them are rows: line ends within quotes belong to their cell', () => {
  expect(cellsIn('Item\tWhat is asked\r\n1\t"two\nlines, ""quoted"""\r\n')).toEqual([
    ['Item', 'What is asked'],
    ['1', 'two\nlines, "quoted"'],
  ]);
  expect(cellsIn('a\t\n\tb')).toEqual([
    ['a', ''],
    ['', 'b'],
  ]);
});

test('quotes that part nothing belong to the text', () => {
  expect(cellsIn('"Covered model"\t"Access" means\nx\ty')).toEqual([
    ['"Covered model"', '"Access" means'],
    ['x', 'y'],
  ]);
  expect(cellsIn('"never closed\tb')).toEqual([['"never closed', 'b']]);
  // The marked table settles it.
  expect(cellsIn('"plain"\tb', [['plain', 'b']])).toEqual([['plain', 'b']]);
  expect(cellsIn('"a ""b"""\tb', [['"a ""b"""', 'b']])).toEqual([['"a ""b"""', 'b']]);
});

test('one cell and text with a tab are no table', () => {
  expect(tableOf('one cell', [['one cell']])).toBe(null);
  expect(tableOf('1.\tProvide the logs', null)).toBe(null);
  expect(tableOf('1.\tProvide\nwithout a tab', null)).toBe(null);
  expect(tableOf('a\nb', null)).toBe(null);
  expect(tableOf('a\nb', [['a'], ['b']])).toEqual([['a'], ['b']]);
  expect(tableOf('a\tb\nc\td', null)).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

test('where the plain form has other rows, as Word writes paragraphs in cells, the marked one is taken', () => {
  const marked = [
    ['1', 'first\nsecond'],
    ['2', 'third'],
  ];
  expect(tableOf('1\tfirst\nsecond\n2\tthird', marked)).toEqual(marked);
});

/** Whatever parts cells, rows and text, makes formulas, or is seldom thought of. */
const odd = fc.array(fc.constantFrom(...'"\t\n\r\'=+-@,; a<é', '\0', '＝', '\u2028', '𝒳'), { maxLength: 12 }).map((signs) => signs.join(''));

/** What the clipboard keeps of a text. */
const kept = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/\p{Cc}/gu, (one) => (one === '\n' || one === '\t' ? one : ''));

test('a table that was copied here is read back cell by cell', () => {
  const cells = fc.array(fc.array(odd, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(cells, (drawn) => {
      const width = Math.min(...drawn.map((row) => row.length));
      const rows = drawn.map((row) => row.slice(0, width));
      const header = ['a', 'b', 'c'].slice(0, width);
      const { text } = clipboardTable({ header, rows: () => rows });
      expect((tableOf(text, null) ?? []).map((row) => row.map(uncell))).toEqual([header, ...rows].map((row) => row.map(kept)));
    }),
    { numRuns: 100 },
  );
});

test('no text is too odd to be read, and a CSV of the cells has as many rows', () => {
  fc.assert(
    fc.property(odd, (text) => {
      const cells = cellsIn(text);
      expect(cells.length).toBeGreaterThan(0);
      expect(
        csvOf(cells)
          .replace(/"[^"]*"/g, '')
          .match(/\r\n/g)?.length,
      ).toBe(cells.length);
    }),
    { numRuns: 100 },
  );
});
