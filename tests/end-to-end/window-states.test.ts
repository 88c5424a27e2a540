import { beforeEach, describe, expect, test } from 'vitest';
import { noWindow, openFakeWindow } from '../fakes/fake-window.ts';
import { entire, long } from '../fault/seeded.ts';
import { running } from './access/clipped.ts';
import { states, toState } from './access/states.ts';
import { faults, standards } from './faults.ts';

/** Every state in CI, the one in light and the next in dark, and both of each by hand; else a few. */
const told = states.flatMap((state, at) => {
  const schemes = ['light', 'dark'] as const;
  const own = schemes[at % 2] ?? 'light';
  return (entire ? schemes : long || at % 35 === 0 ? [own] : []).map((scheme) => ({ state, scheme, name: state.name }));
});

describe('what stands on a page after somebody did something there', () => {
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  test.each(told)('$name, in $scheme: axe finds no fault, nothing moves where less motion is wanted, and nothing scrolls sideways', async ({ state, scheme }) => {
    const window = await openFakeWindow({ ...state.setting, appearance: scheme });
    try {
      const { page } = window;
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: scheme });
      await toState(window, state);
      expect(await faults(page, { tags: standards })).toEqual([]);
      expect(await running(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    } finally {
      await window.close();
    }
  });

  test('a target too small and something that moves would be found', async () => {
    const window = await openFakeWindow();
    try {
      const { page } = window;
      await page.waitForSelector('main h1');
      await page.evaluate(() => {
        const row = document.createElement('div');
        row.innerHTML = '<button>a</button><button>b</button>';
        for (const one of row.querySelectorAll('button')) one.style.cssText = 'width: 10px; height: 10px; padding: 0; border: 0; font-size: 8px; overflow: hidden';
        document.querySelector('main')?.prepend(row);
        row.animate([{ opacity: 0.9 }, { opacity: 1 }], { duration: 60_000 });
      });
      expect((await faults(page, { tags: standards })).join(' ')).toContain('target-size');
      expect(await running(page)).toHaveLength(1);
    } finally {
      await window.close();
    }
  });
});
