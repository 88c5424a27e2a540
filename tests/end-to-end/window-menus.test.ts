import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { half } from '../fault/seeded.ts';
import { noWindow, type FakeWindow } from '../fakes/fake-window.ts';
import { faults } from './faults.ts';
import { goTo, openAt, reloadIn } from './open-at.ts';

describe('menus of rows and records in the window', () => {
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  let window: FakeWindow | undefined;
  const open = async (...at: Parameters<typeof openAt>): Promise<FakeWindow> => (window = await openAt(...at));
  afterEach(() => window?.close());
  const menu = (page: Page) => page.getByRole('menu');
  const names = (page: Page): Promise<string[]> => menu(page).getByRole('menuitem').locator('> span:first-child').allTextContents();
  const row = (page: Page, at = 0) => page.locator('[data-record]').nth(at);
  /** What stands on the keys that open a menu: the row that the roving focus is on. */
  const focusRow = async (page: Page): Promise<string> => {
    const one = page.locator('[role=row][data-record]').first();
    await one.focus();
    return (await one.getAttribute('data-record')) ?? '';
  };

  test('every grid and table of records has a menu: by the right button, the Menu key and Shift F10', async () => {
    const at = await open();
    const { page } = at;
    for (const address of ['#/docket', '#/list/deadline', '#/requests', '#/evidence', '#/filings', '#/list/order']) {
      await goTo(at, address);
      for (const key of ['Shift+F10', 'ContextMenu']) {
        const number = await focusRow(page);
        await page.keyboard.press(key);
        await menu(page).waitFor();
        expect(await menu(page).getAttribute('aria-label'), `${address} by ${key}`).toBe(`What can be done with ${number}`);
        expect(await names(page)).toEqual(expect.arrayContaining([`Open ${number}`, 'Show its history']));
        await page.keyboard.press('Escape');
        await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-record'))).toBe(number);
      }
      await row(page).click({ button: 'right', position: { x: 60, y: 8 } });
      await menu(page).waitFor();
      await page.keyboard.press('Escape');
    }
    for (const address of ['#/record/ORD-001/links', '#/record/ORD-001/history', '#/history']) {
      await goTo(at, address);
      const number = await row(page).getAttribute('data-record');
      await row(page).click({ button: 'right', position: { x: 4, y: 4 } });
      await menu(page).waitFor();
      expect(await menu(page).getAttribute('aria-label')).toBe(`What can be done with ${number}`);
      await page.keyboard.press('Escape');
      await expect.poll(() => menu(page).count()).toBe(0);
    }
    expect(at.faults).toEqual([]);
  });

  test('the head of a record has the acts that its buttons and the search window have, with the same words and keys', async () => {
    const at = await open('#/record/ORD-002');
    const { page } = at;
    await page.locator('[data-head] h1').click({ button: 'right' });
    await menu(page).waitFor();
    const inMenu = await names(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Change state' }).click();
    const inButtons = await menu(page).getByRole('menuitem').allTextContents();
    await page.keyboard.press('Escape');
    expect(inMenu.length).toBeGreaterThanOrEqual(inButtons.length);
    for (const one of inButtons)
      expect(
        inMenu.some((name) => name.endsWith(one)),
        one,
      ).toBe(true);
    await page.keyboard.press('Control+k');
    for (const name of inMenu) {
      await page.getByRole('combobox', { name: 'Search or give a command' }).fill(name);
      await page.getByRole('option').filter({ hasText: name }).first().waitFor();
    }
    await page.getByRole('combobox', { name: 'Search or give a command' }).fill('Edit ORD');
    expect(await page.getByRole('option', { name: /Edit ORD-002/ }).textContent()).toContain('F2');
  });

  test('the keys alone: opened, walked by arrows and by letter, a state changed with its reason, and the focus given back', async () => {
    const { page, vault } = await open('#/list/remediation_step');
    const number = await focusRow(page);
    await page.keyboard.press('Shift+F10');
    await menu(page).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain(`Open ${number}`);
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Erase…');
    await page.keyboard.press('c');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Copy as table');
    await page.keyboard.press('c');
    const act = await page.evaluate(() => document.activeElement?.textContent);
    expect(act).toMatch(/^Change state to /);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Why' }).fill('as the laboratory says');
    const before = vault.records.entries.length;
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => vault.records.entries.length).toBe(before + 1);
    expect(vault.records.entries.at(-1)).toMatchObject({ reason: 'as the laboratory says' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-record'))).toBe(number);
  });

  test('on chosen rows the menu has what can be done to all of them, and nothing of one', async () => {
    const { page } = await open('#/list/remediation_step');
    const first = await focusRow(page);
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByRole('status').getByText('2 chosen').waitFor();
    await page.keyboard.press('Shift+F10');
    await menu(page).waitFor();
    const bar = await page.getByRole('region', { name: 'What is done to the chosen ones' }).getByRole('button').allTextContents();
    expect(await names(page)).toEqual([...bar, 'Copy 2 chosen rows as table']);
    await menu(page)
      .getByRole('menuitem', { name: /^Remove…/ })
      .click();
    await page.getByRole('dialog', { name: /^Remove 2 / }).waitFor();
    await page.keyboard.press('Escape');
    // A row that is not among them has its own menu.
    await page
      .locator('[role=row][data-record]:not([data-chosen])')
      .first()
      .click({ button: 'right', position: { x: 60, y: 8 } });
    await menu(page).waitFor();
    expect(await menu(page).getAttribute('aria-label')).not.toContain('chosen');
    expect(await menu(page).getAttribute('aria-label')).not.toContain(first);
  });

  test('it is never cut at the edge of the window, however small that is', async () => {
    const { page } = await open('#/list/remediation_step');
    for (const [width, height] of [
      [1280, 800],
      [720, 450],
    ] as const) {
      await page.setViewportSize({ width, height });
      const rows = page.locator('[role=row][data-record]');
      const box = await rows.first().boundingBox();
      for (const [x, y] of [
        [(box?.x ?? 0) + 30, (box?.y ?? 0) + 4],
        [width - 3, (box?.y ?? 0) + 4],
        [width - 3, Math.min(height - 40, ((await rows.last().boundingBox())?.y ?? 0) + 4)],
      ] as const) {
        await page.mouse.click(x, y, { button: 'right' });
        await menu(page).waitFor();
        const at = await menu(page).boundingBox();
        expect(at && at.x >= 0 && at.y >= 0 && at.x + at.width <= width && at.y + at.height <= height, `${x} ${y} in ${width}`).toBe(true);
        // As near to the pointer as it is whole.
        expect(at && at.x === Math.min(x, width - at.width - 8) && at.y === Math.max(8, Math.min(y, height - at.height - 8))).toBe(true);
        await page.keyboard.press('Escape');
        await expect.poll(() => menu(page).count()).toBe(0);
      }
    }
  });

  test('in a past time and in a read-only vault it opens and looks, and offers no change', async () => {
    const looking = /^Open ORD-\d+ Open beside the list Show its history$/;
    const at = await open('#/list/order', { behind: true });
    await focusRow(at.page);
    await at.page.keyboard.press('Shift+F10');
    await menu(at.page).waitFor();
    expect((await names(at.page)).join(' ')).toMatch(looking);
    await at.close();
    const { page } = await open('#/history');
    await page.getByTitle('Show the case as of then').first().click();
    await page
      .getByText(/^As known on /)
      .first()
      .waitFor();
    await page.evaluate(() => void (location.hash = '#/list/order'));
    await page.getByRole('heading', { name: 'Orders' }).waitFor();
    await focusRow(page);
    await page.keyboard.press('Shift+F10');
    await menu(page).waitFor();
    expect((await names(page)).join(' ')).toMatch(looking);
    // Of that day a paper leaves, which says so on every page, and nothing that could be taken for today's.
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+e');
    const form = page.getByRole('dialog').getByRole('combobox', { name: 'As' });
    await form.click();
    expect(await page.getByRole('option').allTextContents()).toEqual(['Paper (PDF)', 'On paper, by the printer']);
    expect(at.faults).toEqual([]);
  });

  test('fields of text and what is marked keep the menu of the system', async () => {
    const { page } = await open('#/list/order');
    const prevented = (): Promise<unknown> => page.evaluate(() => (globalThis as { prevented?: boolean }).prevented);
    await page.evaluate(() => {
      addEventListener('contextmenu', (event) => {
        (globalThis as { prevented?: boolean }).prevented = event.defaultPrevented;
      });
    });
    await page.getByPlaceholder('Filter orders').click({ button: 'right' });
    await expect.poll(prevented).toBe(false);
    expect(await menu(page).count()).toBe(0);
    await row(page).click({ button: 'right', position: { x: 60, y: 8 } });
    await expect.poll(prevented).toBe(true);
  });

  test('axe finds nothing in it, in light and in dark', async () => {
    const at = await open('#/list/order');
    for (const scheme of half(['light', 'dark'] as const, false)) {
      await reloadIn(at, scheme);
      await at.page
        .locator('[role=row][data-record]')
        .first()
        .click({ button: 'right', position: { x: 60, y: 8 } });
      await menu(at.page).waitFor();
      expect(await faults(at.page), scheme).toEqual([]);
      if (process.env['CORDON_SHOTS']) await at.page.screenshot({ path: `${process.env['CORDON_SHOTS']}/menu-${scheme}.png` });
    }
  });
});
