import { expect, test } from 'vitest';
import { namesIn } from './names.ts';

test.each([
  ['Ottermole LLP, Harrow & Finch', ['Ottermole LLP', 'Harrow & Finch']],
  ['Ottermole, LLP; Acme, Inc.', ['Ottermole, LLP', 'Acme, Inc.']],
  ['Acme, Inc., Quill, L.L.C.', ['Acme, Inc.', 'Quill, L.L.C.']],
  [' ; a,, b ;', ['a', 'b']],
  ['Inc., a', ['Inc.', 'a']],
  ['', []],
])('“%s” are the names %j', (typed, names) => {
  expect(namesIn(typed)).toEqual(names);
  expect(namesIn(names.join('; '))).toEqual(names);
});
