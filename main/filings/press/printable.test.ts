import { expect, test } from 'vitest';
import { printable, type Json } from './printable.ts';
import { pressFiles } from './press-files.ts';

const files = pressFiles(import.meta.dirname);
const made = (value: Json) => {
  const { value: clean, fonts, substituted } = printable(value, files);
  return { clean, families: fonts.map((font) => font.family), substituted };
};

test('what no font has is shown by its code point and counted', () => {
  expect(made(['plain', 'a 😀', { deep: 'ไทย' }])).toEqual({ clean: ['plain', 'a [U+1F600]', { deep: '[U+0E44][U+0E17][U+0E22]' }], families: [], substituted: 4 });
});

test('controls and characters that reorder the page are shown, never obeyed', () => {
  expect(made('a\u202eb\u0007c\u2068d\ud800e\ufefff').clean).toBe('a[U+202E]b[U+0007]c[U+2068]d[U+D800]e[U+FEFF]f');
});

test('line ends, joiners and soft hyphens stay as they are', () => {
  expect(made('a\nb\u200dc\u00add')).toEqual({ clean: 'a\nb\u200dc\u00add', families: [], substituted: 0 });
});

test('letters are composed, and a fifth mark on one letter is shown beside it', () => {
  expect(made('e\u0301').clean).toBe('é');
  expect(made(`q${'\u0316'.repeat(6)}`).clean).toBe(`q${'\u0316'.repeat(4)}[U+0316][U+0316]`);
});

test('fonts beyond those of the house are named only where the words need them', () => {
  expect(made('Ελλάδα, Київ, Đà Nẵng').families).toEqual([]);
  expect(made('שלום').families).toEqual(['Noto Serif Hebrew']);
  expect(made('ليلى').families).toEqual(['Noto Naskh Arabic']);
});
