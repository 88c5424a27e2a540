import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { half } from '../fault/seeded.ts';
import { noWindow, type FakeWindow } from '../fakes/fake-window.ts';
import { faults, standards } from './faults.ts';
import { goTo, openStill, reloadIn } from './open-at.ts';

describe('help', () => {
  let window: FakeWindow;
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  beforeAll(async () => {
    if (noWindow === null) window = await openStill(1280, 800);
  });
  afterAll(() => window?.close());

  test('F1 opens the topic of the page, and Back leads to the page again', async () => {
    const { page } = window;
    for (const [address, title] of [
      ['#/docket', 'Docket'],
      ['#/record/ORD-005', 'An order'],
      ['#/list/deadline', 'Deadlines'],
      ['#/analysis/harm', 'Harm'],
      ['#/new/deadline', 'Enter and edit a record'],
      ['#/settings', 'Settings'],
    ] as const) {
      await goTo(window, address);
      await page.keyboard.press('F1');
      await page.getByRole('heading', { level: 2, name: title, exact: true }).waitFor();
      expect(await page.getByRole('navigation', { name: 'Contents of help' }).getByRole('link', { name: title, exact: true }).getAttribute('aria-current')).toBe('page');
      await page.goBack();
      await page.waitForFunction((wanted) => location.hash === wanted, address);
    }
    expect(window.faults).toEqual([]);
  });

  test('over a dialog F1 leaves what is typed in it', async () => {
    const { page } = window;
    await goTo(window, '#/docket');
    await page.getByRole('button', { name: 'As of now' }).click();
    await page.getByLabel('On which day').fill('9 June 2026');
    await page.keyboard.press('F1');
    const help = page.getByRole('dialog', { name: 'Docket' });
    await help.getByText('What it does not do').waitFor();
    expect(await faults(page, { tags: standards })).toEqual([]);
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    expect(await page.getByLabel('On which day').inputValue()).toBe('9 June 2026');
    await page.keyboard.press('Escape');
  });

  test('is searched by words, from the keyboard alone', async () => {
    const { page } = window;
    await goTo(window, '#/help');
    await page.keyboard.press('Control+f');
    await page.keyboard.type('clawback');
    await page.getByText('place', { exact: false }).first().waitFor();
    await page.keyboard.press('Tab');
    for (let tabs = 0; tabs < 80 && (await page.evaluate(() => document.activeElement?.textContent)) !== 'Clawback notice'; tabs++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: 'A record', exact: true }).waitFor();
    await page.getByRole('textbox', { name: 'Find in help' }).fill('zebra crossing');
    await page.getByText('Nothing in help fits “zebra crossing”.').waitFor();
  });

  test('says what is new in this very build, and the words of the program', async () => {
    const { page } = window;
    await goTo(window, '#/help/whats-new');
    await page.getByText(/^This is Cordon 0\.1\.0\./).waitFor();
    expect(await page.locator('main article li').count()).toBeGreaterThan(20);
    await goTo(window, '#/help/glossary');
    await page.getByRole('link', { name: 'File-by date', exact: true }).click();
    await page.getByRole('heading', { level: 2, name: 'A deadline', exact: true }).waitFor();
  });

  test('the tour is five stops, walked by keys, with the focus kept and given back', async () => {
    const { page } = window;
    await goTo(window, '#/help');
    const start = page.getByRole('button', { name: 'Take the tour' });
    await start.press('Enter');
    const note = page.getByRole('dialog');
    for (const [step, title] of ['What waits for you', 'The case, room by room', 'Find anything, do anything', 'What was known on any day', 'Saved, sealed, locked'].entries()) {
      await page
        .getByRole('dialog', { name: title })
        .getByText(`${step + 1} of 5`)
        .waitFor();
      if (step === 2) {
        expect(await faults(page, { tags: standards })).toEqual([]);
        await page.keyboard.press('ArrowLeft');
        await page.keyboard.press('ArrowRight');
        for (let tabs = 0; tabs < 5; tabs++) await page.keyboard.press('Tab');
        expect(await note.evaluate((one) => one.contains(document.activeElement))).toBe(true);
        await note.getByRole('button', { name: 'Next' }).focus();
      }
      await page.keyboard.press('Enter');
    }
    await note.waitFor({ state: 'detached' });
    // Asked for anew from the search window, and skipped: the docket has the focus again, and the next letter is heard there.
    await page.keyboard.press('Control+k');
    await page.keyboard.type('tour');
    await page.getByRole('option', { name: 'Take the tour' }).click();
    await page.getByRole('dialog', { name: 'What waits for you' }).waitFor();
    await page.keyboard.press('Escape');
    await note.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBeNull();
    expect(window.faults).toEqual([]);
  });

  test.each(['light', 'dark'] as const)('in %s has no fault of accessibility at 1280, 1024 and 200 % zoom', async (scheme) => {
    await goTo(window, '#/help/marks');
    await reloadIn(window, scheme);
    const sizes = [
      [1280, 800],
      [1024, 700],
      [720, 450],
    ] as const;
    for (const [width, height] of half(sizes, scheme === 'light')) {
      await window.page.setViewportSize({ width, height });
      for (const address of ['#/help/marks', '#/help/evidence-of-a-filing', '#/help/glossary']) {
        await goTo(window, address);
        expect(await faults(window.page, { tags: standards }), `${address} at ${width}`).toEqual([]);
        expect(await window.page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${address} at ${width}`).toBeLessThanOrEqual(0);
        if (process.env['CORDON_PICTURES']) await window.page.screenshot({ path: `${process.env['CORDON_PICTURES']}/help-${address.slice(7)}-${width}-${scheme}.png` });
      }
    }
    await window.page.setViewportSize({ width: 1280, height: 800 });
    expect(window.faults).toEqual([]);
  });
});
