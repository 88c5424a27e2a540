import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { noWindow, type FakeWindow } from '../fakes/fake-window.ts';
import { press } from '../../main/filings/press/press.ts';
import { apart, greyPages } from '../interop/page-picture-of.ts';
import { missing, written } from '../interop/pdf-tools.ts';
import { long } from '../fault/seeded.ts';
import { files, now } from '../interop/pressed-sample.ts';
import { faults } from './faults.ts';
import { openAt } from './open-at.ts';
import { toAddress } from './to-address.ts';
import { unless } from './unless.ts';

/** Two pages of a list, across the long side of the sheet. */
const shortList = {
  template: 'list-paper',
  profile: 'outgoing',
  instant: now,
  data: {
    name: 'Orders',
    banner: null,
    running: 'June 22, 2026',
    head: [['As of', 'June 22, 2026, 2:07 p.m. (America/New_York)']],
    columns: [
      { name: 'Number', width: 62 },
      { name: 'Title', share: 1 },
    ],
    parts: [{ title: 'In force', rows: Array.from({ length: 40 }, (_, i) => [`ORD-${100 + i}`, `An order, the ${i + 1}th of them`]) }],
    notes: [],
  },
} as const;

/** Some seconds by its nature. */
const inLong = unless(missing ?? (long ? null : 'told where CORDON_LONG is 1; a filing is printed as its PDF stands in window-filing here'));

describe('import and export in the window', () => {
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  let window: FakeWindow | undefined;
  const open = async (address: string) => {
    window = await openAt(address);
    return window.page;
  };
  const picture = async (name: string) => {
    const folder = process.env['CORDON_PICTURES'];
    if (folder) await window?.page.screenshot({ path: path.join(folder, `${name}.png`) });
  };
  afterEach(() => window?.close());

  test('a table is matched to the fields of a kind, tried, and imported as one act', async () => {
    const page = await open('#/import/party');
    await page.getByText('Choose a file, or drop it here.').waitFor();
    await picture('import-empty');
    await page.getByLabel('Choose a file…').setInputFiles({ name: 'parties.csv', mimeType: 'text/csv', buffer: Buffer.from('Party,Type\nA,company\n') });
    await page.getByRole('heading', { name: 'Which column fills what' }).waitFor();
    expect(await page.getByRole('combobox', { name: 'What Party fills' }).inputValue()).toBe('Name (needed)');
    expect(await page.getByRole('combobox', { name: 'What Remark fills' }).inputValue()).toBe('Nothing: leave it out');
    await page.getByRole('combobox', { name: 'What Remark fills' }).click();
    await page.getByRole('option', { name: 'Note' }).click();
    await picture('import-mapping');
    await page.locator('#page').getByRole('button', { name: 'Try it' }).click();
    await page.getByText('2 records would be imported. Everything was checked and nothing was kept.').waitFor();
    await page.getByRole('button', { name: 'Import 2 records' }).click();
    await page.getByText('It is one act: undo takes all of it back.').waitFor();
    await picture('import-done');
    await page.getByRole('button', { name: 'Show them' }).click();
    await page.getByRole('heading', { name: 'Parties' }).waitFor();
  });

  test('a list leaves in a form and for an audience, and what was held back is told', async () => {
    const page = await open('#/list/order');
    await page.getByRole('button', { name: 'Export…' }).click();
    await page.getByRole('dialog').waitFor();
    await picture('export-dialog');
    await page.getByLabel('With what is privileged').check();
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByText('Write why. The release keeps it.').waitFor();
    await page.getByRole('combobox', { name: 'For' }).click();
    await page.getByRole('option', { name: 'Agency' }).click();
    // Beyond outside counsel nothing privileged goes, asked for or not.
    await expect.poll(() => page.getByLabel('With what is privileged').count()).toBe(0);
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByText('12 records went to list.xlsx.').waitFor();
    await page.getByText('2 entries held back').first().waitFor();
    await picture('export-done');
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  });

  inLong('a list is printed by the keys of printing as its PDF stands and as its pages were looked at; so is what stands on the other pages', async () => {
    const page = await open('#/list/order');
    const { pdf } = await press(shortList, files);
    if (window) window.vault.printer.paper = pdf;
    await page.getByRole('grid').waitFor();
    await page.keyboard.press('ControlOrMeta+p');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Show the pages' }).click();
    await dialog.getByRole('img', { name: /page 1/i }).waitFor();
    await picture('print-list');
    // The dialog of the browser, which nobody would close here.
    await page.evaluate(`window.print = () => document.body.setAttribute('data-asked', '')`);
    if (window) window.vault.paperSays = 'another';
    await dialog.getByRole('button', { name: 'Print…' }).click();
    await dialog.getByRole('alert').filter({ hasText: 'changed since its pages were looked at' }).waitFor();
    await dialog.getByRole('img', { name: /page 1/i }).waitFor();
    await picture('print-list-changed');
    expect([await page.locator('body[data-asked]').count(), await dialog.getByText('went to the printer').count()]).toEqual([0, 0]);
    await dialog.getByRole('button', { name: 'Print…' }).click();
    await page.locator('body[data-asked]').waitFor({ state: 'attached' });
    const printed = await page.pdf({ preferCSSPageSize: true });
    await dialog.getByText('went to the printer').waitFor();
    await picture('print-list-done');
    const [ours, theirs] = [greyPages(written('list.pdf', pdf), 2), greyPages(written('list-printed.pdf', printed), 2)];
    expect(theirs.map(({ width, height }) => `${width} × ${height}`)).toEqual(ours.map(({ width, height }) => `${width} × ${height}`));
    ours.forEach((one, i) => expect(apart(one, theirs[i]), `page ${i + 1}`).toBeLessThan(30));
    await page.keyboard.press('Escape');
    // Of several kinds the docket and what a search found: these leave on paper alone.
    for (const address of ['#/docket', '#/search?text=Heron']) {
      await toAddress(page, address);
      await (address === '#/docket' ? page.getByRole('grid') : page.getByRole('region', { name: 'Results' })).waitFor();
      await page.getByRole('heading', { level: 1 }).click();
      await page.keyboard.press('ControlOrMeta+p');
      await dialog.getByRole('button', { name: 'Show the pages' }).waitFor();
      expect(await dialog.getByRole('combobox', { name: 'As' }).inputValue()).toBe('On paper, by the printer');
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      await expect.poll(() => dialog.count()).toBe(0);
    }
  });

  test('evidence can be handed over by keys', async () => {
    const page = await open('#/evidence');
    await page.getByRole('button', { name: 'Export…' }).click();
    await page.getByRole('combobox', { name: 'As' }).click();
    await page.getByRole('option', { name: 'Hand-over, encrypted (age)' }).click();
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByText('Name at least one key.').waitFor();
    await page.getByText('Choose the case. Nothing of another one goes.').waitFor();
    await page.getByRole('combobox', { name: 'Case' }).click();
    await page.getByRole('option').first().click();
    await expect.poll(() => page.getByRole('combobox', { name: 'For' }).inputValue()).toBe('Outside counsel');
    await page.getByLabel('Public keys').fill('age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg');
    await picture('hand-over');
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByText('Beside it: list.minisig, list.verify.txt.').waitFor();
  });

  test('the table beside a figure leaves through the same exit', async () => {
    const page = await open('#/analysis/progress');
    const button = page.getByRole('button', { name: 'Export figure: answers owed to us' });
    await button.click();
    await page.getByRole('dialog', { name: 'Export figure: answers owed to us' }).waitFor();
    expect(await page.getByRole('combobox', { name: 'As', exact: true }).inputValue()).toBe('CSV table');
    await page.getByText('Counted today from the records that may go').waitFor();
    await picture('export-figure');
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByText('12 records went to list.csv.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await expect.poll(() => button.evaluate((it) => it === document.activeElement)).toBe(true);
    await toAddress(page, '#/list/deadline');
    await page.getByText('Year', { exact: true }).click();
    await page.getByRole('button', { name: 'Export figure: load of deadlines' }).click();
    await page.getByRole('dialog', { name: 'Export figure: load of deadlines' }).waitFor();
  });
});
