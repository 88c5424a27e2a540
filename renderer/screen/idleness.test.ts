import { expect, test } from 'vitest';
import { idleMs, minutesLeft, type Clocks } from './idleness.ts';

const hour = 3_600_000;
const at = (wall: number, steady = wall): Clocks => ({ wall, steady });

test('a vault nobody sits at locks in its time, whatever becomes of the clock', () => {
  expect(idleMs(at(0), at(hour))).toBe(hour);
  expect(idleMs(at(10 * hour, 0), at(2 * hour, hour)), 'set back by nine hours meanwhile').toBe(hour);
  expect(idleMs(at(0), at(24 * hour, 5_000)), 'slept for a day, while the steady clock stood').toBe(24 * hour);
  expect(idleMs(at(5_000, 5_000), at(0, 5_000)), 'set back this moment').toBe(0);
});

test('minutes to the lock are counted down from the setting, and never more than it', () => {
  expect(minutesLeft(0, 15)).toBe(15);
  expect(minutesLeft(14 * 60_000 + 1, 15)).toBe(1);
  expect(minutesLeft(16 * 60_000, 15)).toBeLessThan(0);
});
