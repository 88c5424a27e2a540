import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typedSearch as readAt, wantedWords as wordsAt } from './typed-search.ts';

/** Tuesday 24 November 2026, noon in New York. */
const now = { instant: Date.UTC(2026, 10, 24, 17), zone: 'America/New_York' };
const typedSearch = (text: string) => readAt(text, now);
const wantedWords = (text: string) => wordsAt(text, now);

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

test.each([
  ['before:18 June notice', { before: '2026-06-18', all: ['notice'] }],
  ['notice before:18 June 2027', { before: '2027-06-18', all: ['notice'] }],
  ['after:Thu, June 18, 2026 "stop ship"', { after: '2026-06-18', all: ['stop ship'] }],
  ['after:"last friday" before:tomorrow', { after: '2026-11-20', before: '2026-11-25', all: [] }],
  ['before:the day before yesterday', { before: '2026-11-22', all: [] }],
  ['after:3 days ago kind:order', { after: '2026-11-21', all: [] }],
  ['before:2026-07-01', { before: '2026-07-01', all: [] }],
  ['before:18/06/2026', { before: '2026-06-18', all: [] }],
  ['BEFORE:June 18 OR notice', { before: '2026-06-18', all: ['OR', 'notice'] }],
  ['before:tomorrow -draft', { before: '2026-11-25', all: [] }],
])('%s is read as people write days', (typed, { all, ...read }) => {
  const found = typedSearch(typed);
  expect(found).toMatchObject(read);
  expect(found.days.every(({ day, why }) => day !== null && why === '')).toBe(true);
  expect(parts(typed).flat()).toEqual(all);
});

test.each([
  ['before:06/07/2026', '06/07/2026', ['7 June 2026', '6 July 2026']],
  ['before:5 May 12 witnesses', '5 May 12', ['5 May 2012']],
  ['before:2026-02-30', '2026-02-30', ['28 February 2026', '1 March 2026']],
  ['after:"6/7"', '6/7', ['7 June', '6 July']],
  ['before:soon', 'soon', ['24 November 2026']],
])('%s could be two days, or none: it is told, and no day is taken', (typed, asTyped, instead) => {
  const { before, after, days } = typedSearch(typed);
  expect([before, after]).toEqual([null, null]);
  expect(days).toMatchObject([{ typed: asTyped, day: null, instead }]);
  expect(days[0]?.why).toMatch(/\.$/);
});

test('what might have been meant is read when it is taken', () => {
  for (const meant of typedSearch('before:06/07/2026').days.flatMap(({ instead }) => instead)) expect(typedSearch(`before:"${meant}"`).before).toMatch(/^2026-0[67]-0[67]$/);
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
