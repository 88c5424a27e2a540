import { expect, test } from 'vitest';
import { bestFits } from './fits.ts';

const authority = ['Not stated', 'Stated', 'Unknown'];
const same = (one: string): string => one;

test('the label itself goes before one that only holds it', () => {
  expect(bestFits(authority, 'stated', same)).toEqual(['Stated', 'Not stated']);
});
test('what begins so goes before what has a word that begins so, and that before what holds it', () => {
  expect(bestFits(['A reported order', 'In port', 'Port of entry'], 'port', same)).toEqual(['Port of entry', 'In port', 'A reported order']);
});
test('nothing typed keeps all in their own order', () => {
  expect(bestFits(authority, ' ', same)).toEqual(authority);
});
test('case and accents do not count, and signs are letters like others', () => {
  expect(bestFits(['Décision (b)(4)', 'Other'], 'DECISION (b)', same)).toEqual(['Décision (b)(4)']);
});
test('what fits nothing gives nothing', () => {
  expect(bestFits(authority, 'classified', same)).toEqual([]);
});
