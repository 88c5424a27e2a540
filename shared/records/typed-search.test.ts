import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typedSearch, wantedWords } from './typed-search.ts';

const parts = (text: string) => typedSearch(text).all.map((either) => either.map((part) => part.words.join(' ') + (part.open ? '*' : '')));
const left = (text: string) => typedSearch(text).not.map((part) => part.words.join(' '));

test('words must all be there, a phrase stands together, and either of two is enough', () => {
  expect(parts('stop "ship notice"  agency OR bureau OR office')).toEqual([['stop'], ['ship notice'], ['agency', 'bureau', 'office']]);
  expect(parts('restrict* e-mail')).toEqual([['restrict*'], ['e mail']]);
});

test('what has a minus before it is left out, and inside a word it is none', () => {
  expect([parts('notice -draft -"stop ship"'), left('notice -draft -"stop ship"')]).toEqual([[['notice']], ['draft', 'stop ship']]);
  expect(left('kind:order -heron')).toEqual(['heron']);
  expect(parts('stop-ship')).toEqual([['stop ship']]);
});

test('conditions are read where they mean something', () => {
  expect(typedSearch('kind:Orders notice').kinds).toEqual(['order']);
  expect(typedSearch('kind:ORD').kinds).toEqual(['order']);
  expect(typedSearch('kind:"Evidence requests"').kinds).toEqual(['evidence_request']);
  expect(typedSearch('kind:evidence_item').kinds).toEqual(['evidence_item', 'evidence_text']);
  expect(typedSearch('number:ORD-3 before:2026-07-01 after:2026-05-31 is:open')).toMatchObject({
    number: 'ORD-3',
    before: '2026-07-01',
    after: '2026-05-31',
    closed: false,
    all: [],
  });
  expect(typedSearch('title:notice').all).toEqual([[{ words: ['notice'], open: false, inTitle: true }]]);
});

test.each([
  ['kind:nonsense', [['kind nonsense']]],
  ['before:tomorrow', [['before tomorrow']]],
  ['before:2026-02-30', [['before 2026 02 30']]],
  ['is:here', [['is here']]],
  ['number:', [['number']]],
  ['OR notice', [['or'], ['notice']]],
  ['notice OR', [['notice'], ['or']]],
  ['a OR OR b', [['a'], ['or', 'b']]],
  ['-draft', [['draft']]],
  ['title:', [['title']]],
])('%s, which means nothing, is words', (typed, expected) => {
  expect(parts(typed).map((either) => either.map((one) => one.toLowerCase()))).toEqual(expected);
});

test('whatever is typed is understood, and every word of it is letters and digits', () => {
  const pieces = fc.constantFrom(
    '"',
    '-',
    'OR',
    'kind:',
    'order',
    'number:',
    'title:',
    'before:',
    '2026-07-01',
    'is:open',
    '*',
    '(',
    ')',
    'NEAR',
    '^',
    '\u0000',
    'é',
    '\ud800',
    ' ',
    'AND',
    'NOT',
    "'",
    ';--',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.array(pieces, { maxLength: 14 }).map((all) => all.join('')),
      ),
      (typed) => {
        const { all, not } = typedSearch(typed);
        for (const part of [...all.flat(), ...not]) {
          expect(part.words.length).toBeGreaterThan(0);
          for (const word of part.words) expect(word).toMatch(/^[\p{L}\p{M}\p{N}]+$/u);
        }
        for (const word of wantedWords(typed)) expect(word).toMatch(/^[\p{L}\p{M}\p{N}]+$/u);
      },
    ),
    { numRuns: 400 },
  );
});
