import { expect, test } from 'vitest';
import { timeLeft } from './time-left.ts';

test('what is left is reckoned from what was done, and said only once it can be', () => {
  expect(timeLeft(0, 4000, 0.25)).toBe(12_000);
  expect(timeLeft(0, 1000, 0.25)).toBeNull();
  expect(timeLeft(0, 60_000, 0.01)).toBeNull();
  expect(timeLeft(0, 60_000, null)).toBeNull();
  expect(timeLeft(0, 60_000, 1)).toBe(0);
});
