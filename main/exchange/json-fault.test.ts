import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonFault } from './json-fault.ts';

test('what JSON.stringify writes has no fault', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(0, 2, '\t'), (value, space) => {
      expect(jsonFault(JSON.stringify(value, null, space))).toBeNull();
    }),
  );
});

test('a text has a fault exactly when JSON.parse refuses it', () => {
  const damaged = fc.tuple(fc.jsonValue({ maxDepth: 3 }), fc.nat(), fc.constantFrom('', ',', '"', '}', '\\', '\u0001', '01')).map(([value, at, put]) => {
    const text = JSON.stringify(value);
    const place = at % (text.length + 1);
    return text.slice(0, place) + put + text.slice(place + 1);
  });
  const parses = (text: string): boolean => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  fc.assert(
    fc.property(damaged, (text) => {
      const fault = jsonFault(text);
      // A name that stands twice may hide another fault after it.
      if (!fault?.why.includes('twice')) expect(fault === null).toBe(parses(text));
    }),
    { numRuns: 500 },
  );
});

test('a fault is named by its line', () => {
  expect(jsonFault('{\n  "a": 1,\n  "b" 2\n}')).toEqual({ line: 3, why: 'a colon is expected here' });
  expect(jsonFault('[1,\n2')).toEqual({ line: 2, why: 'a comma or ] is expected here' });
  expect(jsonFault('')).toEqual({ line: 1, why: 'the text ends too early' });
});

test('a name that stands twice is a fault, because one of the two values would be lost', () => {
  expect(jsonFault('{"a": 1,\n "a": 2}')).toEqual({ line: 2, why: 'the name "a" stands here twice' });
});

test('a text of a hundred thousand brackets is refused, not followed', () => {
  expect(jsonFault('['.repeat(100_000))?.why).toBe('more than 64 levels deep');
});
