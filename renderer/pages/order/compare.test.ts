import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare, type Passage } from './compare.ts';

const before = (passages: readonly Passage[]): string => passages.map((one) => ('kept' in one ? one.kept : 'removed' in one ? one.removed : '')).join('');
const after = (passages: readonly Passage[]): string => passages.map((one) => ('kept' in one ? one.kept : 'added' in one ? one.added : '')).join('');

test('a redline holds both texts exactly, whatever they are', () => {
  const text = fc.array(fc.constantFrom('the', 'Models', 'access', ' ', ', ', '2.0', '“', 'and ', '\n'), { maxLength: 40 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, (old, now) => {
      const passages = compare(old, now);
      expect(before(passages)).toBe(old);
      expect(after(passages)).toBe(now);
    }),
  );
});

test('what was put in and taken out is marked word by word', () => {
  expect(compare('the models known as Heron 2.0 and Heron 2.1', 'the models known as Heron 2.0, Heron 2.1 and Heron 2.1 mini')).toEqual([
    { kept: 'the models known as Heron 2.0' },
    { added: ',' },
    { kept: ' ' },
    { added: 'Heron 2.1 ' },
    { kept: 'and Heron 2.1' },
    { added: ' mini' },
  ]);
});

test('texts that have little in common are shown whole', () => {
  expect(compare('You shall preserve all records.', 'Nothing of this remains in force any longer')).toHaveLength(2);
});
