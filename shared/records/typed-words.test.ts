import { expect, test } from 'vitest';
import { holdsWords, typedWords } from './typed-words.ts';

test('what is typed is found in any order and case, and nothing typed is held by everything', () => {
  expect(typedWords('  Notice\u00a0to   Brightwater ')).toEqual(['notice', 'to', 'brightwater']);
  expect(holdsWords('DL-016 Notice to Brightwater', typedWords('bright dl-016'))).toBe(true);
  expect(holdsWords('DL-016 Notice to Brightwater', typedWords('bright dl-017'))).toBe(false);
  expect(holdsWords('', typedWords('  '))).toBe(true);
});
