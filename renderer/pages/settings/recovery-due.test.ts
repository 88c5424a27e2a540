import { expect, test } from 'vitest';
import { drillDue } from './recovery-due.ts';

test('a recovery drill is due when there was none, and again after a year', () => {
  const now = Date.UTC(2031, 5, 1);
  expect(drillDue(null, now)).toBe(true);
  expect(drillDue(Date.UTC(2030, 5, 1), now)).toBe(false);
  expect(drillDue(Date.UTC(2030, 4, 30), now)).toBe(true);
});
