import { expect, test } from 'vitest';
import { drillDue, lostKey } from './lost-key.ts';

const now = Date.UTC(2031, 5, 1);

test('a recovery drill is due when there was none, and again after a year', () => {
  expect(drillDue(null, now)).toBe(true);
  expect(drillDue(Date.UTC(2030, 5, 1), now)).toBe(false);
  expect(drillDue(Date.UTC(2030, 4, 30), now)).toBe(true);
  expect(drillDue(Date.UTC(2046, 0, 1), now), 'the clock was ahead when it was done').toBe(true);
});

test('a vault that one person opens is at risk first for that, then for a key that was never tried, then for one that was not tried for a year', () => {
  const of = (...states: ('person' | 'former' | 'recovery')[]) =>
    states.map((state, index) => ({ slot: `${index}`, name: `Person ${index}`, state, publicKey: null, since: 0, compartments: [], formerly: [] }));
  const tried = (drilledAt: number | null) => ({ sheet: '3F9A-77C2', confirmedAt: 0, drilledAt });
  // Somebody who left and the recovery key are no second opener.
  expect(lostKey({ people: of('person', 'former', 'recovery'), recovery: tried(now) }, now)).toBe('alone');
  const two = of('person', 'person', 'recovery');
  expect(lostKey({ people: two, recovery: tried(null) }, now)).toBe('never-tried');
  expect(lostKey({ people: two, recovery: null }, now)).toBe('never-tried');
  expect(lostKey({ people: two, recovery: tried(Date.UTC(2030, 4, 30)) }, now)).toBe('due');
  expect(lostKey({ people: two, recovery: tried(Date.UTC(2030, 11, 30)) }, now)).toBe(null);
});
