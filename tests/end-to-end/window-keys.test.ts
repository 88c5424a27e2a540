import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { noWindow, type FakeWindow } from '../fakes/fake-window.ts';
import { faults } from './faults.ts';
import { goTo, openAt } from './open-at.ts';

describe('the keys of the window', () => {
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  let window: FakeWindow | undefined;
  const open = async (...at: Parameters<typeof openAt>): Promise<FakeWindow> => (window = await openAt(...at));
  afterEach(() => window?.close());
  const hash = (page: Page): Promise<string> => page.evaluate(() => location.hash);
  const firstRow = (page: Page) => page.locator('[role=row][data-record]').first();
  const focusName = (page: Page): Promise<string | null | undefined> => page.evaluate(() => document.activeElement?.getAttribute('data-line') ?? document.activeElement?.id);

  /** Each row of the table of keys (look.md §9) that works on a list or everywhere, as it is pressed and seen. */
  const table: readonly (readonly [keys: string, at: string, seen: (page: Page, at: FakeWindow) => Promise<unknown>])[] = [
    ['Control+k', '#/docket', (page) => page.getByRole('dialog', { name: 'Search and commands' }).waitFor()],
    ['Control+Shift+p', '#/docket', (page) => page.getByRole('dialog', { name: 'Search and commands' }).waitFor()],
    ['Control+f', '#/list/order', (page) => expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-find'))).toBe(true)],
    ['Control+Shift+f', '#/docket', (page) => expect.poll(() => hash(page)).toMatch(/^#\/search/)],
    ['Control+n', '#/list/order', (page) => expect.poll(() => hash(page)).toMatch(/^#\/new\/order/)],
    [
      'Control+s',
      '#/docket',
      (page) =>
        page
          .getByText(/^Saved /)
          .first()
          .waitFor(),
    ],
    ['Control+e', '#/list/order', (page) => page.getByRole('dialog', { name: /Export/ }).waitFor()],
    ['Control+p', '#/list/order', (page) => page.getByRole('dialog', { name: /^Print orders/ }).waitFor()],
    ['Control+p', '#/record/MODEL-001', (page) => expect.poll(() => hash(page)).toBe('#/press/status-report/MODEL-001')],
    ['F6', '#/docket', (page) => expect.poll(() => page.evaluate(() => document.activeElement?.closest('#page') !== null)).toBe(true)],
    ['Shift+F6', '#/docket', (page) => expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true)],
    ['Control+/', '#/docket', (page) => page.getByRole('dialog', { name: 'Keys' }).waitFor()],
    ['?', '#/docket', (page) => page.getByRole('dialog', { name: 'Keys' }).waitFor()],
    ['g d', '#/list/order', (page) => expect.poll(() => hash(page)).toBe('#/docket')],
    ['g o', '#/docket', (page) => expect.poll(() => hash(page)).toBe('#/list/order')],
    ['g m', '#/docket', (page) => expect.poll(() => hash(page)).toBe('#/list/restricted_model')],
    ['g r', '#/docket', (page) => expect.poll(() => hash(page)).toBe('#/requests')],
    ['g e', '#/docket', (page) => expect.poll(() => hash(page)).toBe('#/evidence')],
    ['g h', '#/docket', (page) => expect.poll(() => hash(page)).toBe('#/history')],
    ['n o', '#/docket', (page) => expect.poll(() => hash(page)).toMatch(/^#\/new\/order/)],
    ['i', '#/record/ORD-001', (page) => expect.poll(() => page.locator('#page aside').count()).toBe(0)],
    ['F2', '#/record/ORD-001', (page) => expect.poll(() => hash(page)).toBe('#/edit/ORD-001')],
    ['2', '#/record/ORD-001', (page) => expect.poll(() => hash(page)).toMatch(/^#\/record\/ORD-001\/./)],
    ['a', '#/docket', (page) => page.getByRole('dialog').waitFor()],
  ];

  test('each row of the table does what it says', async () => {
    const at = await open();
    const { page } = at;
    for (const [pressed, address, seen] of table) {
      await goTo(at, address);
      for (const key of pressed.split(' ')) await page.keyboard.press(key);
      await seen(page, at).catch((thrown: unknown) => {
        throw new Error(`${pressed} on ${address}: ${String(thrown)}`);
      });
      await page.keyboard.press('Escape');
      await expect.poll(() => page.getByRole('dialog').count(), { message: pressed }).toBe(0);
    }
    expect(at.faults).toEqual([]);
  });

  test('in a list: arrows, pages and ends move, Enter opens, Alt and an arrow goes back and forward', async () => {
    const at = await open('#/list/order');
    const { page } = at;
    await firstRow(page).focus();
    const start = await focusName(page);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focusName(page)).not.toBe(start);
    await page.keyboard.press('Home');
    await expect.poll(() => focusName(page)).toBe(start);
    await page.keyboard.press('PageDown');
    await expect.poll(() => focusName(page)).not.toBe(start);
    await page.keyboard.press('PageUp');
    await expect.poll(() => focusName(page)).toBe(start);
    await page.keyboard.press('End');
    await expect.poll(() => focusName(page)).not.toBe(start);
    await page.keyboard.press('Enter');
    await expect.poll(() => hash(page)).toMatch(/^#\/record\/ORD/);
    const there = await hash(page);
    await page.keyboard.press('Alt+ArrowLeft');
    await expect.poll(() => hash(page)).toBe('#/list/order');
    await page.keyboard.press('Alt+ArrowRight');
    await expect.poll(() => hash(page)).toBe(there);
  });

  test('Ctrl Enter opens beside the list, F6 goes there, and Esc closes it and gives the focus back', async () => {
    const at = await open('#/list/order');
    const { page } = at;
    await firstRow(page).focus();
    const number = (await firstRow(page).getAttribute('data-record')) ?? '';
    await page.keyboard.press('Control+Enter');
    const beside = page.getByRole('complementary', { name: `Beside the list: ${number}` });
    await beside.getByRole('link', { name: number }).first().waitFor();
    expect(await hash(page)).toBe('#/list/order');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await faults(page)).toEqual([]);
    if (process.env['CORDON_SHOTS']) await page.screenshot({ path: `${process.env['CORDON_SHOTS']}/beside.png` });
    await page.keyboard.press('F6');
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('#beside') !== null)).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => beside.count()).toBe(0);
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-record'))).toBe(number);
  });

  test('Del removes the row that has the focus, with its reason; Ctrl Z brings it back and Ctrl Y removes it again', async () => {
    const at = await open('#/list/note');
    const { page, vault } = at;
    await firstRow(page).focus();
    const number = (await firstRow(page).getAttribute('data-record')) ?? '';
    const isThere = (): boolean => vault.records.all().some((record) => record.number === number && !record.removed);
    await page.keyboard.press('Delete');
    const dialog = page.getByRole('dialog', { name: `Remove ${number}?` });
    await dialog.getByRole('textbox', { name: 'Why' }).fill('written twice');
    await page.keyboard.press('Control+Enter');
    await expect.poll(isThere).toBe(false);
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    expect(await hash(page)).toBe('#/list/note');
    await page.keyboard.press('Control+z');
    await expect.poll(isThere).toBe(true);
    await page.keyboard.press('Control+y');
    await expect.poll(isThere).toBe(false);
    await page.keyboard.press('Control+z');
    await expect.poll(isThere).toBe(true);
    expect(at.faults).toEqual([]);
  });

  test('in a field the keys are those of text', async () => {
    const at = await open('#/list/order');
    const { page } = at;
    const before = at.vault.records.entries.length;
    const filter = page.getByPlaceholder('Filter orders');
    await filter.click();
    await page.keyboard.type('going?');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+y');
    await page.keyboard.press('Delete');
    await at.rest();
    expect(await hash(page)).toBe('#/list/order');
    expect(at.vault.records.entries).toHaveLength(before);
  });

  test('a key that belongs to a word being composed saves no form, runs no command and closes no dialog', async () => {
    const at = await open('#/new/case');
    const { page } = at;
    const input = await page.context().newCDPSession(page);
    const compose = (text: string) => input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    /** As an input method passes it on: the key alone, and no letter of it. */
    const press = (key: string, windowsVirtualKeyCode: number, modifiers = 0) =>
      input.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, windowsVirtualKeyCode, modifiers });
    const control = 2;
    await page.getByLabel('Title', { exact: true }).focus();
    await compose('にほん');
    await press('Enter', 13);
    await press('Enter', 13, control);
    await input.send('Input.insertText', { text: '日本' });
    await at.rest();
    expect(at.vault.asked.filter((name) => name === 'records.create')).toEqual([]);
    expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('日本');
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Search and commands' }).waitFor();
    await compose('settings');
    await page
      .getByRole('option', { name: /Settings/ })
      .first()
      .waitFor();
    await press('Enter', 13);
    await press('Escape', 27);
    await at.rest();
    expect(await hash(page)).toBe('#/new/case');
    await input.send('Input.insertText', { text: 'settings' });
    await page.keyboard.press('Enter');
    await expect.poll(() => hash(page)).not.toBe('#/new/case');
  });

  test('keys are changed in Settings: pressed, told everywhere, refused where they clash, and reset', async () => {
    const at = await open('#/settings');
    const { page } = at;
    await page.getByRole('button', { name: 'Change keys…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Keys' });
    await dialog.getByRole('textbox', { name: 'Find an act or keys' }).fill('Undo');
    await dialog.getByRole('button', { name: 'Other keys for: Undo the last change, Ctrl Z' }).click();
    await page.keyboard.press('Control+k');
    await dialog.getByText('Ctrl K already does “Search and commands”.').waitFor();
    await page.keyboard.press('Control+c');
    await dialog.getByText(/Ctrl C belongs to the system/).waitFor();
    await page.keyboard.press('Control+j');
    await dialog.getByText('Undo the last change: Ctrl J from now on.').waitFor();
    expect(await faults(page)).toEqual([]);
    await dialog.getByRole('textbox', { name: 'Find an act or keys' }).fill('Orders');
    await dialog.getByRole('button', { name: 'Other keys for: Orders, G O' }).click();
    await page.keyboard.press('g');
    await page.keyboard.press('q');
    await dialog.getByText('Orders: G Q from now on.').waitFor();
    if (process.env['CORDON_SHOTS']) await page.screenshot({ path: `${process.env['CORDON_SHOTS']}/change-keys.png` });
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog.count()).toBe(0);
    await page.locator('main').focus();
    await page.keyboard.press('g');
    await page.keyboard.press('q');
    await expect.poll(() => hash(page)).toBe('#/list/order');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search or give a command' }).fill('Undo the last');
    expect(await page.getByRole('option', { name: /Undo the last change/ }).textContent()).toContain('CtrlJ');
    await page.keyboard.press('Escape');
    await goTo(at, '#/settings');
    await page.getByRole('button', { name: 'Change keys…' }).click();
    await dialog.getByRole('button', { name: 'Reset: Orders' }).click();
    await dialog.getByRole('button', { name: 'Other keys for: Orders, G O' }).waitFor();
    await dialog.getByRole('button', { name: 'Reset all' }).click();
    await dialog.getByRole('button', { name: 'Other keys for: Undo the last change, Ctrl Z' }).waitFor();
    expect(at.faults).toEqual([]);
  });

  test('the search window finds by initials, pins by keys and by the pointer, and remembers what was done last, in the vault', async () => {
    const at = await open('#/record/ORD-001');
    const { page } = at;
    const field = page.getByRole('combobox', { name: 'Search or give a command' });
    const group = (name: string) => page.getByRole('group', { name, exact: true });
    await page.keyboard.press('Control+k');
    expect(await group('On this page').getByRole('option').first().textContent()).not.toBe('');
    await page.keyboard.type('gtd');
    await page.getByRole('option', { name: 'Go to docket', selected: true }).waitFor();
    await page.keyboard.press('Control+d');
    await page.getByRole('status').filter({ hasText: 'Pinned' }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => hash(page)).toBe('#/docket');
    await page.keyboard.press('Control+k');
    await field.fill('dark');
    await page.getByRole('option', { name: /Dark/, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+k');
    await group('Pinned')
      .getByRole('option', { name: /Go to docket/ })
      .waitFor();
    await group('Used last').getByRole('option', { name: /Dark/ }).waitFor();
    // The record that was left a moment ago comes before all that others changed, once, and nothing of it stands outside the vault.
    await group('Opened last')
      .getByRole('option', { name: /^ORD-001/ })
      .waitFor();
    expect(await page.getByRole('option', { name: /^ORD-001/ }).count()).toBe(1);
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).toBe('{}');
    expect(await faults(page)).toEqual([]);
    if (process.env['CORDON_SHOTS']) await page.screenshot({ path: `${process.env['CORDON_SHOTS']}/palette-dark.png` });
    await group('Pinned').getByRole('option').first().hover();
    await group('Pinned').getByTitle('take the pin away').click();
    await expect.poll(() => group('Pinned').count()).toBe(0);
    await page.keyboard.press('Escape');
    // A day that could be two is told, and what was meant is one press.
    await page.keyboard.press('Control+Shift+f');
    await page.getByRole('textbox', { name: 'Search the vault' }).fill('before:06/07/2027 kind:deadline');
    await page.getByText(/Day and month could be either way round/).waitFor();
    await page.getByRole('button', { name: '6 July 2027' }).click();
    await page.getByText(/^Due before Tue.6.Jul.2027\.$/).waitFor();
    await page.getByRole('link', { name: /^DL-/ }).first().waitFor();
    expect(await faults(page)).toEqual([]);
    // A page's own button by its name.
    await goTo(at, '#/list/order');
    await page.keyboard.press('Control+k');
    await field.fill('new order');
    await page.getByRole('option', { name: /New order/, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => hash(page)).toMatch(/^#\/new\/order/);
    expect(at.faults).toEqual([]);
  });

  test('settings are found by words, put back one by one and all, taken from a file after a look, and told where they are fixed', async () => {
    const at = await open('#/docket');
    const { page, vault } = at;
    vault.fixed = { fixed: ['lockAfterMinutes'], damaged: false };
    await page.reload();
    await page.getByRole('grid').waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('settings backup');
    await page.getByRole('option', { name: /Settings: Backups/, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Backups');
    await page.keyboard.press('Control+f');
    await page.keyboard.type('idle');
    const lock = page.locator('[data-setting=lockAfterMinutes] input').first();
    await lock.waitFor();
    expect(await lock.isDisabled()).toBe(true);
    await page.getByText('Fixed for this computer by its administrator.').waitFor();
    expect(await page.getByRole('radiogroup', { name: 'Colors' }).count()).toBe(0);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('giraffe');
    await page.getByText('No setting is called “giraffe” or does that.').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('[data-setting=density]').getByText('Compact rows', { exact: true }).click();
    await page.getByRole('button', { name: 'Put back: Rows of lists, to Regular rows' }).click();
    await expect.poll(() => page.getByRole('button', { name: /^Put back: Rows/ }).count()).toBe(0);
    // Letters alone are switched off, and on again by the same box; keys with Ctrl stay.
    const letters = page.getByRole('checkbox', { name: /Letters without Ctrl are commands/ });
    await letters.click();
    await page.locator('main').focus();
    for (const key of ['g', 'o', '?']) await page.keyboard.press(key);
    await at.rest();
    expect([await hash(page), await page.getByRole('dialog').count()]).toEqual(['#/settings', 0]);
    await page.keyboard.press('Control+/');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    await letters.click();
    await page.locator('main').focus();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    await page.setInputFiles('input[type=file][accept*=json]', {
      name: 'settings.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ format: 'cordon-settings/1', settings: { dates: 'iso', lockAfterMinutes: 240, keys: { undo: 'Ctrl K' }, colour: 'red' } })),
    });
    const dialog = page.getByRole('dialog', { name: 'Take settings from a file' });
    await dialog.getByRole('row', { name: /Dates.*2026-06-18/ }).waitFor();
    expect(await dialog.getByRole('listitem').count()).toBe(3);
    if (process.env['CORDON_SHOTS']) await page.screenshot({ path: `${process.env['CORDON_SHOTS']}/settings-take.png` });
    await dialog.getByRole('button', { name: 'Set them so' }).click();
    await page.getByRole('button', { name: /^Put back: Dates/ }).waitFor();
    expect(await faults(page)).toEqual([]);
    if (process.env['CORDON_SHOTS']) await page.screenshot({ path: `${process.env['CORDON_SHOTS']}/settings.png` });
    await page.getByRole('button', { name: /^Put back 2 changed settings/ }).click();
    await page.getByText('Settings are as they come.').waitFor();
    await page.setInputFiles('input[type=file][accept*=json]', { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"format":"cordon/1"}') });
    await page.getByText(/This is no file of settings/).waitFor();
    expect(at.faults).toEqual([]);
  });

  test('at 200 % zoom Tab comes to every control of Settings, and none of them stands under anything', async () => {
    const at = await open('#/docket');
    const { page } = at;
    await page.setViewportSize({ width: 720, height: 450 });
    await goTo(at, '#/settings');
    await page.getByRole('textbox', { name: 'Find a setting' }).focus();
    const controls = await page.evaluate(() => {
      const all = [...document.querySelectorAll<HTMLElement>('[data-settings] :is(button, input, a[href], summary)')].filter(
        (one) => one.offsetParent !== null && !one.matches(':disabled, [type=file], [tabindex="-1"], [type=hidden]'),
      );
      // Of a group of radios one is a stop of Tab.
      const stops = all.filter((one) => !(one instanceof HTMLInputElement && one.type === 'radio') || one.checked);
      stops.forEach((one, i) => (one.dataset['stop'] = String(i)));
      return stops.length;
    });
    expect(controls).toBeGreaterThan(20);
    const reached = new Set<string>();
    const under: string[] = [];
    for (let i = 0; i < controls + 10; i++) {
      await page.keyboard.press('Tab');
      const seen = await page.evaluate(() => {
        const here = document.activeElement;
        if (!(here instanceof HTMLElement) || here.dataset['stop'] === undefined) return null;
        // A box that is drawn by its label is looked at there.
        const drawn = here instanceof HTMLInputElement && /radio|checkbox/.test(here.type) ? (here.labels?.[0] ?? here) : here;
        const { left, top, width, height } = drawn.getBoundingClientRect();
        const there = document.elementFromPoint(left + width / 2, top + height / 2);
        return { stop: here.dataset['stop'], free: there !== null && (drawn.contains(there) || there.contains(drawn)), name: here.ariaLabel ?? here.textContent };
      });
      if (seen === null) continue;
      reached.add(seen.stop);
      if (!seen.free) under.push(seen.name ?? '');
    }
    expect(under).toEqual([]);
    expect(reached.size).toBe(controls);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    if (process.env['CORDON_SHOTS']) await page.screenshot({ path: `${process.env['CORDON_SHOTS']}/settings-200.png` });
  });
});
