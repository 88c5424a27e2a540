import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { kinds } from '../../shared/records/kinds.ts';
import { noWindow, openFakeWindow, type FakeWindow } from '../fakes/fake-window.ts';
import { half, long } from '../fault/seeded.ts';
import { pages } from './all-pages.ts';
import { faults, faultsInBoth, showIn, standards } from './faults.ts';
import { goTo } from './open-at.ts';

/** The sizes in which the words on the page are set, as the browser computes them. */
const typeSizes = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = new Set<string>();
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const holder = node.parentElement;
      if (holder && node.textContent?.trim() && holder.getClientRects().length > 0 && !holder.closest('.hidden')) found.add(getComputedStyle(holder).fontSize);
    }
    return [...found];
  });
describe('the pages', () => {
  let window: FakeWindow;
  const sizes = new Set<string>();
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  beforeAll(async () => {
    if (noWindow !== null) return;
    window = await openFakeWindow({ appearance: 'system' });
    await window.page.emulateMedia({ reducedMotion: 'reduce' });
    await window.page.setViewportSize({ width: 1280, height: 800 });
    await window.page.waitForSelector('main h1');
  });
  afterAll(() => window?.close());

  // The next page is come to in the scheme in which the last one was left: half of them open in the light, half in the dark.
  test.each(half(Object.entries(pages), true).map(([name, address], at) => [name, address, at % 2 === 0 ? 'light' : 'dark'] as const))(
    '%s has no fault of accessibility in light and in dark, nothing blocked, and no horizontal scroll at 1280 × 800',
    async (_name, address, scheme) => {
      await showIn(window.page, scheme);
      await goTo(window, address);
      expect(long ? await faultsInBoth(window.page, scheme, { tags: standards }) : await faults(window.page, { tags: standards })).toEqual([]);
      expect(await window.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      expect(window.faults).toEqual([]);
      expect(await window.page.title()).toBe('Cordon');
      for (const size of await typeSizes(window.page)) sizes.add(size);
    },
  );

  test('no more than six sizes of type stand on all pages together', () => {
    expect([...sizes].sort()).toEqual([...sizes].sort().slice(0, 6));
    expect(sizes.size).toBeGreaterThan(2);
  });

  test.each(half(Object.keys(kinds), true))('a new %s can be entered from its definition alone', async (kind) => {
    await goTo(window, `#/new/${kind}`);
    expect(await window.page.locator('main form [id^="field-"]').count()).toBeGreaterThan(1);
    expect(window.faults).toEqual([]);
  });

  test('every page keeps its first act in reach at 1024 × 700 and at 200 % zoom', async () => {
    for (const [width, height] of [
      [1024, 700],
      [720, 450],
    ] as const) {
      await window.page.setViewportSize({ width, height });
      for (const address of half(['#/docket', '#/record/ORD-005', '#/record/MODEL-003', '#/requests', '#/record/PLAN-002'], width === 1024)) {
        await goTo(window, address);
        expect(await window.page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${address} at ${width}`).toBeLessThanOrEqual(0);
        expect(await faults(window.page, { tags: standards }), `${address} at ${width}`).toEqual([]);
      }
    }
    await window.page.setViewportSize({ width: 1440, height: 900 });
  });

  test('where the person spreads the letters, no date and no number of the docket is cut', async () => {
    await goTo(window, '#/docket');
    const cut = () =>
      window.page.evaluate(() =>
        [...document.querySelectorAll('main [role=gridcell] :is(a, span)')]
          .filter((one) => /\d/.test(one.textContent ?? '') && one.children.length === 0)
          .filter((one) => one.getBoundingClientRect().right > one.closest('[role=gridcell]')!.getBoundingClientRect().right + 1)
          .map((one) => one.textContent),
      );
    await window.page.evaluate(() => {
      const own = new CSSStyleSheet();
      own.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }');
      document.adoptedStyleSheets = [own];
    });
    await window.rest();
    expect(await cut()).toEqual([]);
    await window.page.evaluate(() => void (document.adoptedStyleSheets = []));
    await window.rest();
  });

  test('with forced colors the selected row, the current room and the chosen tab have an edge', async () => {
    await window.page.emulateMedia({ forcedColors: 'active' });
    await goTo(window, '#/requests');
    const edge = (selector: string) => window.page.evaluate((asked) => getComputedStyle(document.querySelector(asked) ?? document.body).outlineStyle, selector);
    expect(await edge('[role=row][aria-selected=true]')).toBe('solid');
    expect(await edge('nav [aria-current]')).toBe('solid');
    // A dialog stands apart from the page under it, where no shadow is drawn.
    await window.page.keyboard.press('Control+/');
    const border = await window.page
      .getByRole('dialog')
      .evaluate((one) => [getComputedStyle(one).borderTopStyle, getComputedStyle(one).borderTopColor, getComputedStyle(document.body).backgroundColor]);
    expect(border[0]).toBe('solid');
    expect(border[1]).not.toBe(border[2]);
    await window.page.keyboard.press('Escape');
    await window.page.emulateMedia({ forcedColors: 'none' });
  });

  test('with forced colors what was searched for and the bars are seen', async () => {
    await window.page.emulateMedia({ forcedColors: 'active' });
    const colors = (selector: string) =>
      window.page
        .locator(selector)
        .first()
        .evaluate((one) => ({ ground: getComputedStyle(one).backgroundColor, text: getComputedStyle(one).color, page: getComputedStyle(document.body).backgroundColor }));
    await goTo(window, '#/search?text=export');
    const mark = await colors('main mark');
    expect(mark.text).not.toBe(mark.ground);
    expect(mark.ground).not.toBe('rgba(0, 0, 0, 0)');
    await goTo(window, '#/requests');
    const bar = await colors('main [data-past]');
    expect(bar.ground).not.toBe(bar.page);
    await window.page.emulateMedia({ forcedColors: 'none' });
  });

  test('no list and no menu that opens is taller than the window', async () => {
    await window.page.setViewportSize({ width: 1024, height: 600 });
    const inside = async (role: 'menu' | 'listbox'): Promise<void> => {
      const box = await window.page.getByRole(role).last().boundingBox();
      expect(box?.y ?? -1, role).toBeGreaterThanOrEqual(0);
      expect((box?.y ?? 0) + (box?.height ?? 600), role).toBeLessThanOrEqual(600);
      await window.page.keyboard.press('Escape');
    };
    await goTo(window, '#/docket');
    await window.page.getByRole('button', { name: 'New', exact: true }).click();
    await window.page.getByRole('menuitem', { name: 'Restricted model', exact: true }).waitFor();
    await inside('menu');
    await goTo(window, '#/new/order');
    await window.page.getByRole('combobox', { name: 'Instrument', exact: true }).click();
    await window.page.getByRole('option', { name: 'Subpoena', exact: true }).waitFor();
    await inside('listbox');
    await window.page.setViewportSize({ width: 1440, height: 900 });
  });

  test('nothing moves where the person wants less motion, and something would where not', async () => {
    const moving = () =>
      window.page.evaluate(() => {
        const lasts = (durations: string): boolean => durations.split(',').some((one) => Number.parseFloat(one) > 0);
        return [...document.querySelectorAll('*')].filter((one) => lasts(getComputedStyle(one).transitionDuration) || lasts(getComputedStyle(one).animationDuration)).length;
      });
    for (const address of ['#/docket', '#/settings', '#/record/PLAN-002']) {
      await goTo(window, address);
      expect(await moving(), address).toBe(0);
    }
    await window.page.emulateMedia({ reducedMotion: 'no-preference' });
    await goTo(window, '#/settings');
    expect(await moving()).toBeGreaterThan(0);
    await window.page.emulateMedia({ reducedMotion: 'reduce' });
  });
});
