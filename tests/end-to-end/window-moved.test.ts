import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { noWindow, openFakeWindow, type FakeWindow } from '../fakes/fake-window.ts';

describe('dates that would move', () => {
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  let window: FakeWindow | undefined;
  afterEach(() => window?.close());

  test('a closure shows what it would do, and the date moves only where counsel says so', async () => {
    window = await openFakeWindow();
    const { page, vault } = window;
    const number = vault.records.all().find((one) => one.fields['ruleId'] === 'frcp.34.response.30')?.number ?? '';
    const due = () => (vault.records.get(number).fields['answer'] as { due: string }).due;
    await page.getByRole('heading', { name: 'Docket' }).waitFor();
    await page.getByRole('link', { name: 'Deadlines' }).click();
    await page.getByRole('link', { name: 'Holidays and closures' }).click();
    await page.getByRole('button', { name: 'New closure' }).first().click();
    await page.getByLabel('Title', { exact: true }).fill('National day of mourning');
    await page.getByLabel('Day', { exact: true }).fill('7 December 2026');
    await page.getByRole('combobox', { name: 'What it is' }).click();
    await page.getByRole('option', { name: 'A legal holiday' }).click();
    await page.getByRole('combobox', { name: 'Declared by' }).click();
    await page.getByRole('option', { name: 'The President' }).click();
    await page.getByLabel('Source', { exact: true }).fill('Executive order of December 1, 2026');
    await page.getByRole('button', { name: 'Record closure' }).click();
    await page.getByRole('heading', { name: /National day of mourning/ }).waitFor();
    expect(due()).toBe('2026-12-07');

    await page.getByRole('link', { name: 'Deadlines' }).first().click();
    await page.getByRole('link', { name: '1 date would move' }).click();
    await page.getByRole('heading', { name: 'Dates that would move' }).waitFor();
    const row = page.getByRole('row').filter({ hasText: number });
    expect(await row.locator('del').allTextContents()).toHaveLength(2);
    expect((await row.locator('ins').allTextContents()).join(' ').replaceAll('\u00a0', ' ')).toContain('Tue 8 Dec');
    const approve = page.getByRole('button', { name: /^Record \d+ new dates?$/ });
    expect(await approve.isDisabled()).toBe(true);
    await page.getByRole('checkbox', { name: `Record the new date of ${number}` }).check();
    await page.getByLabel('Reason').fill('Mourning day is a legal holiday');
    if (process.env['CORDON_PICTURES']) await page.screenshot({ path: path.join(process.env['CORDON_PICTURES'], 'moved-dates.png') });
    await approve.click();
    await page.getByText('Every date follows from what is recorded.').waitFor();
    expect(due()).toBe('2026-12-08');
  });
});
