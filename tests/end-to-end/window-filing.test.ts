import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { noWindow, type FakeWindow } from '../fakes/fake-window.ts';
import { openAt } from './open-at.ts';

describe('a filing in the window', () => {
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  let window: FakeWindow | undefined;
  const open = async (address: string): Promise<FakeWindow> => {
    window = await openAt(address);
    await window.page.getByRole('heading', { name: 'Make a PDF' }).waitFor();
    return window;
  };
  afterEach(() => window?.close());

  test('is chosen, checked, looked at page by page, and kept with its digest, in one flow and by keys alone', async () => {
    const { page } = await open('#/press/status-report/MODEL-003');
    await page.getByRole('combobox', { name: 'Filing', exact: true }).focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '4. Approve' }).waitFor();
    await page.getByRole('button', { name: 'Show the pages' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('img', { name: /page 1/i }).waitFor();
    await page.getByRole('button', { name: 'Next page' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('img', { name: /page 2/i }).waitFor();
    await page.getByRole('button', { name: 'Make the PDF' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Saved as Status report.pdf').waitFor();
    await page.getByText('EX-020').waitFor();
    await page.getByText('9f2c41d07be3a6').first().waitFor();
  });

  test('setting the pages can be stopped, and another choice takes the old pages away', async () => {
    const { page, vault } = await open('#/press/status-report/MODEL-003');
    vault.pagesStand = true;
    await page.getByRole('button', { name: 'Show the pages' }).click();
    await page.getByRole('button', { name: 'Cancel' }).first().click();
    vault.pagesStand = false;
    await page.getByRole('button', { name: 'Show the pages', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Show the pages', exact: true }).click();
    await page.getByRole('img', { name: /page 1/i }).waitFor();
    await page.getByText('Sending out').click();
    await expect.poll(() => page.getByRole('img', { name: /page 1/i }).count()).toBe(0);
  });
});
