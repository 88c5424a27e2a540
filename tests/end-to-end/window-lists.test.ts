import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { noWindow, type FakeWindow } from '../fakes/fake-window.ts';
import { hasFocus } from './has-focus.ts';
import { goTo, oneWindow, openAt } from './open-at.ts';
import { toAddress } from './to-address.ts';

describe('lists in the window', () => {
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  let window: FakeWindow | undefined;
  const open = async (...at: Parameters<typeof openAt>): Promise<FakeWindow> => (window = await openAt(...at));
  afterEach(async () => {
    await window?.close();
    window = undefined;
  });
  /** For those who change nothing. */
  const look = oneWindow();
  const row = (page: Page, number: string) => page.getByRole('row').filter({ hasText: number });
  const chosen = (page: Page) => page.getByRole('row', { selected: true }).count();
  const allDeadlines = async (page: Page): Promise<void> => {
    await page.getByText('All', { exact: true }).last().click();
    await page.getByRole('grid', { name: 'Deadlines' }).getByRole('checkbox', { name: 'Choose all rows' }).waitFor();
  };

  test('rows are chosen by keys as in a file list, told to assistive technology, and let go with Esc', async () => {
    const { page } = await look('#/list/order');
    const grid = page.getByRole('grid', { name: 'Orders' });
    await grid.getByRole('row').nth(1).click();
    expect(await grid.getAttribute('aria-multiselectable')).toBe('true');
    await page.keyboard.press('Space');
    await expect.poll(() => chosen(page)).toBe(1);
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(() => chosen(page)).toBe(3);
    await page.getByRole('status').getByText('3 chosen').waitFor();
    await page.keyboard.press('Control+a');
    await expect.poll(() => chosen(page)).toBe((await grid.getByRole('row').count()) - 1);
    await page.keyboard.press('Escape');
    await expect.poll(() => chosen(page)).toBe(0);
    await page.getByPlaceholder('Filter orders').waitFor();
  });

  test('rows are chosen by pointer: Ctrl turns one over, Shift takes all between, a box chooses one', async () => {
    const { page } = await look('#/list/order');
    const rows = page.getByRole('grid', { name: 'Orders' }).getByRole('row');
    await rows.nth(2).click({ modifiers: ['ControlOrMeta'] });
    await rows.nth(4).click({ modifiers: ['Shift'] });
    await expect.poll(() => chosen(page)).toBe(3);
    await rows.nth(3).click({ modifiers: ['ControlOrMeta'] });
    await expect.poll(() => chosen(page)).toBe(2);
    await page.getByRole('button', { name: 'Choose none' }).click();
    await expect.poll(() => chosen(page)).toBe(0);
  });

  test('the owner of many is set in one act that one undo takes back; dates and determinations are not offered, with their reason', async () => {
    const { page, vault } = await open('#/list/remediation_step');
    const grid = page.getByRole('grid');
    await grid.getByRole('row').nth(1).click();
    const steps = vault.records.all().filter((record) => record.kind === 'remediation_step');
    const owners = () => vault.records.all().flatMap((record) => (record.kind === 'remediation_step' && record.fields['owner'] === 'Outside counsel' ? [record.number] : []));
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByRole('button', { name: 'Change…' }).click();
    const dialog = page.getByRole('dialog', { name: /^Change 2 / });
    await dialog.getByText('Changed one at a time').click();
    await dialog.getByText('A date is set on one record at a time, with its source.').first().waitFor();
    await dialog.getByRole('button', { name: 'Change 2 records' }).click();
    await dialog.getByText('Say what to change.').waitFor();
    await dialog.getByRole('combobox', { name: 'What to change' }).fill('With');
    await page.getByRole('option', { name: 'With', exact: true }).click();
    await dialog.getByRole('textbox', { name: 'With' }).fill('Outside counsel');
    const before = vault.records.entries.length;
    await dialog.getByRole('button', { name: 'Change 2 records' }).click();
    await page.getByText('2 records changed.').waitFor();
    expect(owners()).toHaveLength(2);
    expect(new Set(vault.records.entries.slice(before).map((entry) => entry.act)).size).toBe(1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(owners).toHaveLength(0);
    expect(vault.records.all().filter((record) => record.kind === 'remediation_step')).toHaveLength(steps.length);
  });

  test('a choice that holds a confirmed date is refused as one, and says which record and why', async () => {
    const { page, vault } = await open('#/list/deadline');
    await allDeadlines(page);
    const confirmed = vault.records.all().find((record) => record.kind === 'deadline' && record.state === 'confirmed')?.number ?? '';
    expect(confirmed).not.toBe('');
    await page.getByRole('checkbox', { name: 'Choose all rows' }).click();
    await page.getByRole('button', { name: 'Change…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'What to change' }).click();
    await page.getByRole('option', { name: 'Tags' }).click();
    await dialog.getByLabel('Tags to add').fill('spring');
    await dialog.getByRole('button', { name: /^Change \d+ records/ }).click();
    await dialog.getByText(/is not changed together with others/).waitFor();
    expect(vault.records.all().filter((record) => record.tags.includes('spring'))).toHaveLength(0);
  });

  test('the state of many is changed for those that can, each other one says why not, and one undo takes it back', async () => {
    const { page, vault } = await open('#/list/remediation_step');
    const steps = () => vault.records.all().filter((record) => record.kind === 'remediation_step');
    const before = new Map(steps().map((record) => [record.number, record.state]));
    await page.getByRole('checkbox', { name: 'Choose all rows' }).focus();
    await page.keyboard.press('Space');
    const { length: chosenRows } = await page.getByRole('row', { selected: true }).all();
    await page.getByRole('button', { name: 'Change state…' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /^Change the state of / });
    await hasFocus(dialog.getByRole('combobox', { name: 'New state' }));
    await page.keyboard.type('In prog');
    await page.keyboard.press('Enter');
    await dialog.getByText(/cannot and will stay as/).waitFor();
    const said = await dialog.getByRole('region', { name: 'Why these cannot' }).getByRole('listitem').allTextContents();
    const can = chosenRows - said.length;
    expect(can).toBeGreaterThan(0);
    expect(said.every((line) => /^STEP-\d+ .{10,}/.test(line))).toBe(true);
    // Signed, found or accepted by others: not among the states at all.
    await dialog.getByRole('combobox', { name: 'New state' }).click();
    await page.getByRole('option').first().waitFor();
    expect(await page.getByRole('option').allTextContents()).not.toContain('Verified');
    await page.keyboard.press('Escape');
    const entries = vault.records.entries.length;
    await dialog.getByRole('textbox', { name: 'Why' }).fill('the laboratory is open again');
    await page.keyboard.press('Control+Enter');
    await page.getByText(new RegExp(`${can} records? (are|is) now “In progress”`)).waitFor();
    const done = vault.records.entries.slice(entries);
    expect([done.length, new Set(done.map((entry) => entry.act)).size, new Set(done.map((entry) => entry.verb))]).toEqual([can, 1, new Set(['move'])]);
    await page.keyboard.press('Control+z');
    await expect.poll(() => new Map(steps().map((record) => [record.number, record.state]))).toEqual(before);
  });

  test('many are removed with one reason and come back with one undo; one under a hold keeps them all', async () => {
    const { page, vault } = await open('#/list/note');
    const before = vault.records.all().length;
    await page.getByRole('checkbox', { name: 'Choose all rows' }).click();
    await page.getByRole('button', { name: 'Remove…' }).click();
    await page.getByRole('dialog').getByLabel('Why').fill('entered twice');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Remove \d+ record/ })
      .click();
    await page.getByRole('dialog').getByText('nothing under a legal hold may be removed').waitFor();
    expect(vault.records.all().length).toBe(before);
    await page.getByRole('button', { name: 'Keep them' }).click();
    await page.getByRole('button', { name: 'Choose none' }).click();
    for (const number of ['NOTE-001', 'NOTE-002']) await row(page, number).click({ modifiers: ['ControlOrMeta'] });
    await page.getByRole('button', { name: 'Remove…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /^Remove \d+ record/ }).click();
    await dialog.getByText('Write why. The history keeps it.').waitFor();
    await dialog.getByLabel('Why').fill('entered twice');
    await dialog.getByRole('button', { name: /^Remove \d+ record/ }).click();
    await page.getByText(/records? removed\./).waitFor();
    expect(vault.records.all().length).toBe(before - 2);
    await page.keyboard.press('Control+z');
    await expect.poll(() => vault.records.all().length).toBe(before);
  });

  test('what leaves is the choice and nothing else, through the one exit', async () => {
    const { page } = await look('#/list/order');
    const rows = page.getByRole('grid', { name: 'Orders' }).getByRole('row');
    await rows.nth(1).click({ modifiers: ['ControlOrMeta'] });
    await rows.nth(2).click({ modifiers: ['ControlOrMeta'] });
    await page.getByRole('button', { name: 'Export…' }).click();
    await page
      .getByRole('dialog')
      .getByText(/The 2 rows shown/)
      .waitFor();
  });

  test('columns and states are chosen, kept under a name in the vault, and found again after a reload', async () => {
    const { page } = await open('#/list/order');
    const grid = page.getByRole('grid', { name: 'Orders' });
    await grid.waitFor();
    const heads = () => grid.getByRole('columnheader').allTextContents();
    const menu = page.getByRole('dialog', { name: 'View' });
    await page.getByRole('button', { name: 'View', exact: true }).click();
    await menu.getByRole('group', { name: 'Columns' }).getByRole('checkbox', { name: 'State' }).click();
    await menu.getByRole('group', { name: 'Columns' }).getByRole('checkbox', { name: 'Publicity' }).click();
    await menu.getByRole('button', { name: 'Save view' }).click();
    await menu.getByText('Give it a name.').waitFor();
    await menu.getByLabel('Save this view as').fill('Public ones');
    await menu.getByRole('button', { name: 'Save view' }).click();
    await page.keyboard.press('Escape');
    await expect.poll(heads).not.toContain('State');
    await expect.poll(heads).toContain('Publicity');
    await page.getByRole('button', { name: 'View: Public ones' }).waitFor();
    await page.reload();
    await grid.waitFor();
    await expect.poll(heads).toContain('State');
    await page.getByRole('button', { name: 'View', exact: true }).click();
    await menu.getByRole('button', { name: 'Public ones', exact: true }).click();
    await page.keyboard.press('Escape');
    await expect.poll(heads).not.toContain('State');
  });

  test('a long list is walked from end to end, counted in full, and only what is seen is read', { timeout: 120_000 }, async () => {
    const { page } = await open('#/docket', { more: 5000 });
    await toAddress(page, '#/list/deadline');
    await allDeadlines(page);
    const grid = page.getByRole('grid', { name: 'Deadlines' });
    await grid.getByRole('row').nth(1).click();
    await page.keyboard.press('End');
    const last = Number(await grid.getAttribute('aria-rowcount'));
    expect(last).toBeGreaterThan(5000);
    await row(page, 'DL-5099').waitFor();
    await row(page, 'DL-5099').getByText('of many, to see a long list').waitFor();
    await page.keyboard.press('Control+a');
    await page.getByText(`${(last - 1).toLocaleString('en-US')} chosen`).waitFor();
    await page.keyboard.press('Escape');
    // One has it in its number, one in its title.
    await page.getByPlaceholder('Filter by number or title').fill('4999 of many');
    await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe('3');
  });

  test('after a lock one stands where one stood: on the row of a list, as far down a page; what was searched for is not kept', async () => {
    const at = await open('#/list/order');
    const { page } = at;
    const stand = () =>
      page.evaluate(() => ({
        address: location.hash,
        record: document.activeElement?.getAttribute('data-record'),
        focus: document.activeElement?.textContent,
        top: Math.max(...[...document.querySelectorAll('#page *')].map(({ scrollTop }) => scrollTop)),
      }));
    const lockedAndOpened = async (): Promise<void> => {
      await page.keyboard.press('Control+l');
      await expect.poll(() => page.locator('#root').innerText()).toBe('');
      // As the host does: at the window's first address.
      await page.goto(new URL('/', page.url()).href);
      await page.fill('input[type=password]', 'correct horse battery staple');
      await page.keyboard.press('Enter');
      await page.locator('main h1').waitFor();
    };
    await page.getByRole('grid', { name: 'Orders' }).getByRole('row').nth(2).focus();
    const inList = await stand();
    expect(inList.record).toMatch(/^ORD-/);
    await lockedAndOpened();
    await expect.poll(stand).toEqual(inList);

    await goTo(at, '#/settings');
    await page.getByRole('button', { name: 'Notices of third parties' }).focus();
    await at.rest();
    const onPage = await stand();
    expect(onPage.top).toBeGreaterThan(300);
    await lockedAndOpened();
    await expect.poll(stand).toEqual(onPage);

    // What was chosen on a page, and the record that was open beside it.
    await goTo(at, '#/list/order');
    const grid = page.getByRole('grid', { name: 'Orders' });
    await page.getByPlaceholder('Filter orders').fill('ORD');
    await grid.getByRole('columnheader', { name: 'Number' }).click();
    await grid.getByRole('columnheader', { name: 'Number' }).click();
    await grid.getByRole('row').nth(2).focus();
    await page.keyboard.press(' ');
    await grid.getByRole('row').nth(1).focus();
    await page.keyboard.press('Control+Enter');
    await page.locator('#beside h2, #beside h1').first().waitFor();
    await page.locator('#beside').focus();
    const chosen = async () => ({
      order: await grid.getByRole('columnheader', { name: 'Number' }).getAttribute('aria-sort'),
      ticked: await grid.locator('[role=row][aria-selected=true][data-record]').evaluateAll((rows) => rows.map((one) => (one as HTMLElement).dataset['record'])),
      beside: await page.locator('#beside').getAttribute('aria-label'),
      focus: await page.evaluate(() => document.activeElement?.closest('#beside')?.id ?? document.activeElement?.getAttribute('data-record')),
    });
    const before = await chosen();
    expect(before).toMatchObject({ order: expect.stringMatching(/ending$/), ticked: [expect.stringMatching(/^ORD-/)], focus: 'beside' });
    await lockedAndOpened();
    await expect.poll(chosen).toEqual(before);
    // What was typed to filter by is kept nowhere; its field stands there once nothing is ticked.
    await grid.getByRole('row').nth(1).focus();
    await page.keyboard.press('Escape');
    expect(await page.locator('[data-find]').inputValue()).toBe('');

    await goTo(at, '#/list/deadline');
    expect(await page.locator('#beside').count()).toBe(0);
    await page.getByText('Month', { exact: true }).click();
    await page.getByRole('button', { name: 'Month after' }).click();
    const month = page.locator('main h2').first();
    const shown = await month.textContent();
    await lockedAndOpened();
    await expect.poll(() => month.textContent()).toBe(shown);
    expect(await page.getByRole('radio', { name: 'Month' }).isChecked()).toBe(true);
    // Whoever comes back to the page by himself finds it as it is for everybody.
    await goTo(at, '#/docket');
    await goTo(at, '#/list/deadline');
    expect(await page.getByRole('radio', { name: 'List' }).isChecked()).toBe(true);

    await toAddress(page, '#/search?text=heron');
    await page.getByRole('heading', { name: 'Search' }).waitFor();
    await lockedAndOpened();
    // The page says that nothing is searched for as soon as it stands.
    expect((await stand()).address).toMatch(/^#\/search(\?text=)?$/);
  });

  test('rows stand closer where the settings say compact, and the notices of third parties are there to read', async () => {
    const { page } = await open('#/settings');
    await page.getByRole('radiogroup', { name: 'Rows of lists' }).getByText('Compact rows').click();
    await page.getByRole('button', { name: 'Notices of third parties' }).click();
    await page.getByRole('region', { name: 'Notices of third parties' }).getByText('better-sqlite3-multiple-ciphers', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    const height = () =>
      page
        .getByRole('grid', { name: 'Orders' })
        .getByRole('row')
        .nth(1)
        .evaluate((line) => line.getBoundingClientRect().height);
    await toAddress(page, '#/list/order');
    await expect.poll(height).toBe(24);
    await toAddress(page, '#/settings');
    await page.getByRole('radiogroup', { name: 'Rows of lists' }).getByText('Regular rows').click();
    await toAddress(page, '#/list/order');
    await expect.poll(height).toBe(28);
  });
});
