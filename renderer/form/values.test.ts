import fc from 'fast-check';
import { expect, test } from 'vitest';
import { at, patchOf, pruned, put } from './values.ts';

test('a value put at a path is found there, and nothing else moves', () => {
  const before = { clauses: [{ number: '1' }, { number: '2' }], title: 'Order' };
  const after = put(before, ['clauses', 1, 'terms', 0, 'term'], 'access');
  expect(at(after, ['clauses', 1, 'terms', 0, 'term'])).toBe('access');
  expect(at(after, ['clauses', 0])).toBe(before.clauses[0]);
  expect(before.clauses[1]).toEqual({ number: '2' });
});

test('putting and reading agree for any path', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 3 })), { minLength: 1, maxLength: 5 }), fc.string(), (path, value) => {
      expect(at(put({}, ['root', ...path], value), ['root', ...path])).toBe(value);
    }),
  );
});

test('what was left empty is not saved as a blank', () => {
  expect(pruned({ title: 'Order', note: '  ', clauses: [{ number: '', quotation: '' }], group: {}, flag: false, count: 0, list: [] })).toEqual({
    title: 'Order',
    flag: false,
    count: 0,
  });
  expect(pruned({ note: '' })).toBeUndefined();
});

test('a patch names what changed, and null takes a field away', () => {
  expect(patchOf({ title: 'a', note: 'b', rows: [1] }, { title: 'a', rows: [1, 2], owner: 'c' })).toEqual({ note: null, rows: [1, 2], owner: 'c' });
});
