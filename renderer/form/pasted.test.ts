import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pasted } from './pasted.ts';

test.each([
  ['“The Director’s order” – dated', '“The Director’s order” – dated'],
  ['15\u00a0CFR\u00a0§\u00a0744.22', '15 CFR § 744.22'],
  ['cross\u00adborder', 'crossborder'],
  ['ORD\u2011003', 'ORD-003'],
  ['\ufeffTitle\u200b', 'Title'],
  ['one\r\ntwo\u000bthree', 'one\ntwo\nthree'],
  ['Item\tAnswer\r\n1\tnone\r\n', 'Item\tAnswer\n1\tnone\n'],
  ['\uf0b7\tfirst', '•\tfirst'],
  ['cell\u0007', 'cell'],
])('%j is kept as %j', (text, kept) => {
  expect(pasted(text, false)).toBe(kept);
});

test('a table pasted into one line becomes one line', () => {
  expect(pasted('Item\tAnswer\r\n1\tnone\r\n', true)).toBe('Item Answer 1 none');
});

test('joiners of scripts that need them stay, and pasting what was kept changes nothing', () => {
  expect(pasted('می\u200cخواهم', false)).toBe('می\u200cخواهم');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, oneLine) => {
      expect(pasted(pasted(text, oneLine), oneLine)).toBe(pasted(text, oneLine));
    }),
  );
});
