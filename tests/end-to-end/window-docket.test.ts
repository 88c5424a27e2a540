import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { noWindow, openFakeWindow, type FakeWindow } from '../fakes/fake-window.ts';

describe('the docket in the window', () => {
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  let window: FakeWindow | undefined;
  const open = async (): Promise<FakeWindow> => {
    window = await openFakeWindow({});
    window.page.setDefaultTimeout(10_000);
    await window.page.getByRole('grid', { name: 'Due, by file-by date' }).waitFor();
    return window;
  };
  afterEach(() => window?.close());

  test('what changed stands there until the person says that they looked, and again only what is newer', async () => {
    const { page, vault } = await open();
    const aside = page.getByRole('complementary', { name: 'Waiting and new' });
    await aside.getByRole('heading', { name: 'Last changes' }).waitFor();
    await aside.getByRole('button', { name: 'I have looked' }).click();
    await aside.getByRole('heading', { name: /^Changed since you looked/ }).waitFor();
    await aside.getByText('Nothing has changed since.').waitFor();
    await page.reload();
    await aside.getByText('Nothing has changed since.').waitFor();
    const note = vault.records.all().find((record) => record.kind === 'note');
    await page.evaluate((number) => {
      location.hash = `#/edit/${number}`;
    }, note?.number);
    await page.getByLabel('Title', { exact: true }).fill('What the Bureau said since');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: /What the Bureau said since/ }).waitFor();
    await page.evaluate(() => {
      location.hash = '#/docket';
    });
    await aside.getByText(/What the Bureau said since/).waitFor();
    expect(await aside.getByText('Nothing has changed since.').count()).toBe(0);
  });

  test('what is blocked says by what', async () => {
    const { page } = await open();
    const blocked = page
      .getByRole('complementary')
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'Blocked' }) });
    await blocked
      .getByText(/waits for (STEP|REQ|DEC|ORD)-\d+/)
      .first()
      .waitFor();
  });

  test('one letter tells how a date was found and what was assumed, and Esc leads back to the line', async () => {
    const { page } = await open();
    await page.getByRole('grid').getByRole('row').filter({ hasText: 'DL-012' }).click();
    await page.keyboard.press('a');
    const dialog = page.getByRole('dialog', { name: /^DL-012/ });
    await dialog.getByRole('heading', { name: 'What was assumed' }).waitFor();
    await dialog.getByRole('table').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  test('the docket of one model leaves out what is about others', async () => {
    const { page } = await open();
    const grid = page.getByRole('grid');
    const all = Number(await grid.getAttribute('aria-rowcount'));
    await page.getByRole('combobox', { name: 'Model' }).click();
    await page.getByRole('option', { name: /Heron 2/ }).click();
    await expect.poll(async () => Number(await grid.getAttribute('aria-rowcount'))).toBeLessThan(all);
    await grid.getByText('DL-012').waitFor();
  });
});
