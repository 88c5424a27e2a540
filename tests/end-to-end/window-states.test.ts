import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { noWindow, openFakeWindow, type FakeWindow } from '../fakes/fake-window.ts';
import { entire, long } from '../fault/seeded.ts';
import { running } from './access/clipped.ts';
import { states, toState, type State } from './access/states.ts';
import { faults, standards } from './faults.ts';
import { toAddress } from './to-address.ts';

/** Every second state in CI, the one in light and the next in dark, and every one in both by hand; else a few. */
const told = states.flatMap((state, at) => {
  const schemes = ['light', 'dark'] as const;
  const own = schemes[(at >> 1) % 2] ?? 'light';
  return (entire ? schemes : at % (long ? 2 : 35) === 0 ? [own] : []).map((scheme) => ({ state, scheme, name: state.name }));
});

describe('what stands on a page after somebody did something there', () => {
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  const kept = new Map<string, FakeWindow>();
  const opened = (state: State, scheme: 'light' | 'dark'): Promise<FakeWindow> => openFakeWindow({ ...state.setting, appearance: scheme }, state.address ?? undefined);
  /** The window in which the last such state stood, once nothing is open in it any more. */
  const again = async (state: State, scheme: 'light' | 'dark'): Promise<FakeWindow> => {
    const key = JSON.stringify([scheme, state.setting]);
    const window = kept.get(key) ?? (await opened(state, scheme));
    kept.set(key, window);
    for (let left = 3; left > 0 && (await window.page.locator('[role=dialog], [role=menu], [role=listbox]').count()) > 0; left--) await window.page.keyboard.press('Escape');
    await toAddress(window.page, '#/nowhere');
    return window;
  };
  afterAll(() => Promise.all([...kept.values()].map((one) => one.close())));

  test.each(told)('$name, in $scheme: axe finds no fault, nothing moves where less motion is wanted, and nothing scrolls sideways', async ({ state, scheme }) => {
    const window = await (state.passes ? again : opened)(state, scheme);
    try {
      const { page } = window;
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: scheme });
      await toState(window, state);
      expect(await faults(page, { tags: standards })).toEqual([]);
      expect(await running(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    } finally {
      if (!state.passes) await window.close();
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
