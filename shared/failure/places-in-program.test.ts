import { describe, expect, test } from 'vitest';
import { faultPlace } from './fault.ts';
import { placesInProgram } from './places-in-program.ts';

const stack = `TypeError: cannot read tamarind of /home/tamarind/Case.cordon
    at at (/home/tamarind/case tamarind/x.ts:1:2) tamarind
    at answerOne (file:///home/tamarind/app/dist/vault-process/serve.ts:44:12)
    at async Object.records.list (C:\\Users\\tamarind\\Cordon\\list-page.tsx:7:1)
    at app://cordon/assets/index-Bx3.js:2:88123
    at new Promise (<anonymous>)
  tamarind`;

describe('where in the program a bug was thrown', () => {
  test('is function, file and line; no folder, no message', () => {
    const places = placesInProgram(stack);
    expect(places).toEqual(['answerOne serve.ts:44', 'Object.records.list list-page.tsx:7', 'index-Bx3.js:2']);
    expect(places.every((place) => faultPlace.safeParse(place).success)).toBe(true);
  });
  test('is at most so many places', () => {
    expect(placesInProgram('    at f (a.ts:1:1)\n'.repeat(20))).toHaveLength(6);
  });
  test('of a real error begins here', () => {
    expect(placesInProgram(new Error('tamarind').stack ?? '')[0]).toMatch(/places-in-program\.test\.ts:\d+$/);
  });
});
