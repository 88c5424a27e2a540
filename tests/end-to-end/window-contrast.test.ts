import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { entire, half, long } from '../fault/seeded.ts';
import { noWindow, type FakeWindow } from '../fakes/fake-window.ts';
import { pages } from './all-pages.ts';
import { faults } from './faults.ts';
import { goTo, openStill } from './open-at.ts';

const few = [pages.docket, pages.deadline, pages['new order']];

describe('where the system asks for more contrast', () => {
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  let window: FakeWindow | undefined;
  afterEach(() => window?.close());

  test.each(half(['light', 'dark'] as const, false))('every text of a page has 7 to 1 in %s, at once and without a reload', async (scheme) => {
    window = await openStill(1280, 800, { appearance: scheme });
    const { page } = window;
    const thin = (): Promise<string[]> => faults(page, { rules: ['color-contrast-enhanced'] });
    await goTo(window, pages.docket);
    expect(await thin()).not.toEqual([]);
    await page.emulateMedia({ reducedMotion: 'reduce', contrast: 'more' });
    await window.rest();
    // In CI every fourth page in light and another fourth in dark.
    const told = Object.values(pages).filter((_, at) => entire || at % 4 === (scheme === 'light' ? 0 : 2));
    for (const address of long ? told : few) {
      await goTo(window, address);
      expect(await thin(), address).toEqual([]);
    }
    await page.emulateMedia({ reducedMotion: 'reduce', contrast: 'no-preference' });
    await goTo(window, pages.docket);
    expect(await thin()).not.toEqual([]);
  });
});
