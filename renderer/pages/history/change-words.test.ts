import { expect, test } from 'vitest';
import { changeWords, type Entry } from './change-words.ts';

const entry = (changes: Entry['changes']): Entry =>
  // Proof of the cast: nothing else of an entry is asked for here.
  ({ kind: 'assertion', verb: 'update', title: 'The warning prompted it', erased: false, changes }) as unknown as Entry;
const hedge = { field: 'attribution.hedge', label: 'Hedge', old: 'reportedly' };

test('a value that was taken out is told as taken out, not as a field without a word', () => {
  expect(changeWords(entry([{ ...hedge, new: null }]))).toBe('The warning prompted it: Hedge taken out');
  expect(changeWords(entry([{ ...hedge, new: 'allegedly' }]))).toBe('The warning prompted it: Hedge allegedly');
});

test('what else changed with it is counted', () => {
  expect(
    changeWords(
      entry([
        { ...hedge, new: null },
        { ...hedge, new: 'x' },
      ]),
    ),
  ).toBe('The warning prompted it: Hedge taken out and 1 other field');
});
