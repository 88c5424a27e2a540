import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { half } from '../fault/seeded.ts';
import { noWindow, type FakeWindow } from '../fakes/fake-window.ts';
import { openAt } from './open-at.ts';
import { kinds } from '../../shared/records/kinds.ts';
import { hasFocus } from './has-focus.ts';
import { faults } from './faults.ts';
import { toAddress } from './to-address.ts';

describe('a list filtered by what fields say', () => {
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  let window: FakeWindow | undefined;
  const open = async (...at: Parameters<typeof openAt>): Promise<FakeWindow> => (window = await openAt(...at));
  afterEach(() => window?.close());
  const lines = async (page: Page) => Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1;
  const chips = (page: Page) => page.getByRole('region', { name: 'Filters' }).getByRole('listitem');
  /** Puts a condition by the keys alone: the field by its first letters, the boxes by Tab and Space, Enter. */
  const put = async (page: Page, field: string, values: readonly string[]): Promise<void> => {
    await page.getByRole('button', { name: 'Filter by field' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await hasFocus(dialog.getByRole('combobox', { name: 'Field' }));
    await page.keyboard.type(field);
    for (const value of values) {
      const box = dialog.getByRole('checkbox', { name: value, exact: true });
      for (let at = 0; at < 30 && !((await box.count()) > 0 && (await box.evaluate((element) => element === document.activeElement))); at++) await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
    }
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
  };

  test('conditions are put by the keys alone, stand as chips, and are taken away one by one', async () => {
    const { page, vault } = await open('#/list/order');
    await page.getByRole('grid').waitFor();
    await page.getByText('All', { exact: true }).last().click();
    await page.getByText(/^9 orders/).waitFor();
    const all = await lines(page);
    const orders = vault.records.all().filter((record) => record.kind === 'order');
    const seen = orders.filter((record) => ['original', 'copy'].includes(String(record.fields['formSeen'])));
    const unsaid = seen.filter((record) => record.fields['publicity'] === undefined);
    expect(all).toBe(orders.length);
    await put(page, 'Form we', ['Original', 'Copy']);
    await expect.poll(() => lines(page)).toBe(seen.length);
    await chips(page).getByText('Form we have seen: Original or Copy').waitFor();
    await put(page, 'Publicity', ['Not recorded']);
    await expect.poll(() => chips(page).count()).toBe(2);
    if (unsaid.length === 0) await page.getByText('Nothing fits the filter.').waitFor();
    else await expect.poll(() => lines(page)).toBe(unsaid.length);
    expect(seen.length).toBeGreaterThan(unsaid.length);
    await page.getByRole('button', { name: 'Take away the filter Form we have seen: Original or Copy' }).click();
    await page.getByRole('button', { name: 'Take away the filter Publicity: not recorded' }).click();
    await expect.poll(() => lines(page)).toBe(all);
  });

  test('days are typed as people write them and read back, and what cannot be one is said beside the field', async () => {
    const { page } = await open('#/list/order');
    await page.getByRole('grid').waitFor();
    await page.getByRole('button', { name: 'Filter by field' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Field' }).fill('Date on');
    await page.keyboard.press('Tab');
    await dialog.getByLabel('From').fill('1 June 2026');
    await dialog.getByText('Mon 1 Jun 2026').waitFor();
    await dialog.getByLabel('Until').fill('03/04/2026');
    await dialog.getByRole('button', { name: 'Show these' }).click();
    await dialog.getByText(/3 April 2026 or 4 March 2026|4 March 2026 or 3 April 2026/).waitFor();
    await dialog.getByLabel('Until').fill('31 May 2026');
    await dialog.getByRole('button', { name: 'Show these' }).click();
    await dialog.getByText('The later day comes first.').waitFor();
    await dialog.getByLabel('Until').fill('30 June 2026');
    await dialog.getByRole('button', { name: 'Show these' }).click();
    await chips(page)
      .getByText(/Mon\s1\sJun\s2026 to Tue\s30\sJun\s2026/)
      .waitFor();
  });

  test('a filter is kept in a saved view, changed by its chip, and what leaves is the rows that fit it', async () => {
    const { page, vault } = await open('#/list/order');
    const grid = page.getByRole('grid', { name: 'Orders' });
    await grid.waitFor();
    const sealed = vault.records.all().filter((record) => record.kind === 'order' && record.fields['publicity'] === 'public');
    expect(sealed.length).toBeGreaterThan(0);
    await put(page, 'Publicity', ['Public']);
    await expect.poll(() => lines(page)).toBe(sealed.length);
    const menu = page.getByRole('dialog', { name: 'View' });
    await page.getByRole('button', { name: 'View', exact: true }).click();
    await menu.getByLabel('Save this view as').fill('Public orders');
    await menu.getByRole('button', { name: 'Save view' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Export' }).click();
    await page
      .getByRole('dialog')
      .getByText(new RegExp(`The ${sealed.length} rows? shown`))
      .waitFor();
    await page.keyboard.press('Escape');
    await page.reload();
    await grid.waitFor();
    expect(await chips(page).count()).toBe(0);
    await page.getByRole('button', { name: 'View', exact: true }).click();
    await menu.getByRole('button', { name: 'Public orders', exact: true }).click();
    await page.keyboard.press('Escape');
    await expect.poll(() => lines(page)).toBe(sealed.length);
    await chips(page)
      .getByRole('button', { name: /^Change the filter/ })
      .click();
    const dialog = page.getByRole('dialog');
    await expect.poll(() => dialog.getByRole('checkbox', { name: 'Public', exact: true }).isChecked()).toBe(true);
    await dialog.getByRole('checkbox', { name: 'Not recorded' }).check();
    await dialog.getByRole('button', { name: 'Show these' }).click();
    await chips(page)
      .getByText(/Public or not recorded/)
      .waitFor();
  });

  test('a list of thousands is filtered in the vault, counted and walked to its end', { timeout: 120_000 }, async () => {
    const { page } = await open('#/docket', { more: 5000 });
    await toAddress(page, '#/list/deadline');
    await page.getByText('All', { exact: true }).last().click();
    const grid = page.getByRole('grid', { name: 'Deadlines' });
    await grid.waitFor();
    await put(page, 'Whose', ['Ours']);
    await expect.poll(() => lines(page)).toBeGreaterThan(2000);
    await put(page, 'Privilege', ['Attorney-client']);
    await page.getByText('Nothing fits the filter.').waitFor();
    await page.getByRole('button', { name: 'Clear the filter' }).click();
    await expect.poll(() => lines(page)).toBeGreaterThan(5000);
  });

  test.each(half(['light', 'dark'] as const, true))('the dialog and the chips have no fault of accessibility in %s', async (scheme) => {
    const { page, vault } = await open('#/list/order');
    vault.appearance(scheme);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.reload();
    await page.getByRole('grid').waitFor();
    await put(page, 'Publicity', ['Public', 'Not recorded']);
    await put(page, 'Privilege', ['Not privileged']);
    await expect.poll(() => chips(page).count()).toBe(2);
    expect(await faults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
    await chips(page).first().getByRole('button').first().click();
    await page.getByRole('dialog').getByRole('combobox', { name: 'Field' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  test('the docket is filtered over its kinds by the keys alone; choosing all and what leaves are the lines that fit', async () => {
    const { page, vault } = await open('#/docket');
    const grid = page.getByRole('grid', { name: 'Due, by file-by date' });
    await grid.waitFor();
    const states = kinds.deadline.states as Readonly<Record<string, { closed?: true }>>;
    const deadlines = vault.records.all().filter((record) => record.kind === 'deadline' && states[record.state]?.closed !== true);
    const ours = deadlines.filter((record) => record.fields['side'] === 'ours');
    expect(ours.length).toBeGreaterThan(0);
    expect(ours.length).toBeLessThan(deadlines.length);
    const chooseAll = async (): Promise<void> => {
      await grid.getByRole('row').nth(2).focus();
      await page.keyboard.press('Control+a');
    };
    await put(page, 'Kind', ['Deadline']);
    await chips(page).getByText('Kind: Deadline').waitFor();
    await grid.waitFor();
    await chooseAll();
    await page.getByText(`${deadlines.length} chosen`).waitFor();
    await page.getByRole('button', { name: 'Choose none' }).click();
    await put(page, 'Deadline: Whose', ['Ours']);
    await grid.waitFor();
    await chooseAll();
    await page.getByText(`${ours.length} chosen`).waitFor();
    await page.getByRole('button', { name: 'Export…' }).click();
    await page
      .getByRole('dialog')
      .getByText(new RegExp(`The ${ours.length} rows? shown`))
      .waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    // A page that was left is found again as it was.
    await toAddress(page, '#/list/order');
    await page.getByRole('heading', { name: 'Orders', exact: true }).waitFor();
    await page.goBack();
    await expect.poll(() => chips(page).count()).toBe(2);
    // So is it by a window that starts anew, and nobody takes it for the whole.
    const whole = await page.getByRole('region', { name: 'Filters' }).getByRole('status').innerText();
    expect(whole).toMatch(new RegExp(`^Filtered: ${ours.length} of \\d+$`));
    await page.reload();
    await expect.poll(() => chips(page).count()).toBe(2);
    await page.getByText(whole, { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect.poll(() => chips(page).count()).toBe(0);
    await put(page, 'With', ['Not recorded']);
    await chips(page).getByText('With: not recorded').waitFor();
  });

  test('the requests are filtered, and where nothing fits the page says so and shows all again', async () => {
    const { page, vault } = await open('#/requests');
    const grid = page.getByRole('grid');
    await grid.waitFor();
    const requests = vault.records.all().filter((record) => record.kind === 'evidence_request');
    const letters = requests.filter((record) => record.fields['instrument'] === 'informal_letter');
    expect(letters.length).toBeGreaterThan(0);
    expect(letters.length).toBeLessThan(requests.length);
    await put(page, 'Form', ['Letter']);
    await chips(page).getByText('Form: Letter').waitFor();
    await page.getByText(`Filtered: ${letters.length} of ${requests.length}`, { exact: true }).waitFor();
    // The row that is shown below is not chosen by that.
    expect(await page.locator('[role=row] [data-chosen=true]').count()).toBe(0);
    await grid.getByRole('row').nth(2).focus();
    await page.keyboard.press('Control+a');
    await page.getByText(`${letters.length} chosen`).waitFor();
    await page.getByRole('button', { name: 'Choose none' }).click();
    await put(page, 'Privilege', ['Attorney-client']);
    await page.getByText('Nothing fits the filter.').waitFor();
    await page.getByRole('button', { name: 'Clear the filter' }).click();
    await grid.waitFor();
    await expect.poll(() => chips(page).count()).toBe(0);
  });

  test.each(half(['light', 'dark'] as const, false))('docket and requests with their filters have no fault of accessibility in %s', async (scheme) => {
    const { page, vault } = await open('#/docket');
    vault.appearance(scheme);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.reload();
    for (const [address, field, value] of [
      ['#/docket', 'Kind', 'Deadline'],
      ['#/requests', 'Form', 'Letter'],
    ] as const) {
      await toAddress(page, address);
      await page.getByRole('grid').waitFor();
      await put(page, field, [value]);
      await expect.poll(() => chips(page).count()).toBe(1);
      await page.getByRole('grid').waitFor();
      expect(await faults(page), address).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(1280);
    }
  });
});
