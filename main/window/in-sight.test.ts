import { expect, test } from 'vitest';
import { inSight } from './in-sight.ts';

const screen = { x: 0, y: 25, width: 1920, height: 1055 };
const window = { x: 100, y: 100, width: 1280, height: 840 };

test('a window on a screen that is there is in sight, also where it hangs over an edge', () => {
  expect(inSight(window, [screen])).toBe(true);
  expect(inSight({ ...window, x: 1700 }, [screen])).toBe(true);
  expect(inSight({ ...window, x: -1100 }, [screen])).toBe(true);
});
test('a window on a screen that is gone is not', () => {
  expect(inSight({ ...window, x: 2400 }, [screen])).toBe(false);
  expect(inSight({ ...window, x: 2400 }, [screen, { ...screen, x: 1920 }])).toBe(true);
  expect(inSight(window, [])).toBe(false);
});
test('a window whose upper edge cannot be reached is not, wherever the rest of it stands', () => {
  expect(inSight({ ...window, y: -60 }, [screen])).toBe(false);
  expect(inSight({ ...window, y: 1075 }, [screen])).toBe(false);
  expect(inSight({ ...window, x: 1850 }, [screen])).toBe(false);
});
