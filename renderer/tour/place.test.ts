import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeOf } from './place.ts';

const window = { width: 1280, height: 800 };
const note = { width: 340, height: 180 };

test('a note stands beside what it is about', () => {
  expect(placeOf(note, { left: 0, top: 0, width: 208, height: 775 }, window)).toEqual({ left: 220, top: 12 });
  expect(placeOf(note, { left: 800, top: 4, width: 400, height: 32 }, window)).toEqual({ left: 800, top: 48 });
  expect(placeOf(note, { left: 900, top: 775, width: 380, height: 25 }, window)).toEqual({ left: 900, top: 583 });
  expect(placeOf(note, { left: 208, top: 40, width: 1072, height: 735 }, window)).toEqual({ left: 928, top: 583 });
});

test('a note is whole in the window, wherever and however large what it is about', () => {
  const at = fc.integer({ min: -200, max: 2000 });
  fc.assert(
    fc.property(fc.option(fc.record({ left: at, top: at, width: fc.integer({ min: 0, max: 3000 }), height: fc.integer({ min: 0, max: 3000 }) })), (about) => {
      const { left, top } = placeOf(note, about, window);
      expect(left >= 12 && left + note.width <= window.width - 12 && top >= 12 && top + note.height <= window.height - 12).toBe(true);
    }),
  );
});
