import { expect, test } from 'vitest';
import { coverage } from './font-coverage.ts';
import { filingFonts, houseFonts, readFont, spareFonts } from './fonts.ts';
import { pressFiles } from './press-files.ts';

const files = pressFiles(import.meta.dirname);
const has = (font: (typeof filingFonts)[number], text: string) => {
  const known = coverage(readFont(files, font));
  return [...text].map((letter) => known.has(letter.codePointAt(0) ?? 0));
};

test('the house faces have Latin, Greek or Cyrillic letters and no Han', () => {
  expect(houseFonts.map((font) => has(font, 'aé§¶“–漢')).every((found) => found.join() === 'true,true,true,true,true,true,false')).toBe(true);
});

test('each spare font has the script it is there for', () => {
  const samples = ['لي', 'שם', '漢か', '한국'];
  expect(spareFonts.map((font, i) => has(font, samples[i] ?? '').every(Boolean))).toEqual([true, true, true, true]);
});

test('a font that is not the pinned one is refused', () => {
  const [first] = houseFonts;
  if (first === undefined) throw new Error('there are house fonts');
  expect(() => readFont(files, { ...first, sha256: '0'.repeat(64) })).toThrow('not the pinned one');
});

test('a file without a character map is refused', () => {
  expect(() => coverage(new Uint8Array(64))).toThrow('no cmap table');
});
