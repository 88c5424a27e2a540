import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StatusReportData } from '../../main/filings/press/paper.ts';
import { noWindow, type FakeWindow } from '../fakes/fake-window.ts';
import { apart, greyPages, moved } from '../interop/page-picture-of.ts';
import { information, missing, written } from '../interop/pdf-tools.ts';
import { orderFor, plainWords, pressOrder } from '../interop/pressed-sample.ts';
import { openAt } from './open-at.ts';
import { unless } from './unless.ts';

/** Two drawings of the same page are less apart than this, of 255: up to 23 were seen, 39 where one was moved by a point, 122 between two pages. */
const samePage = 30;

/** A paper of a few pages with everything that stands on every page: heads, feet, page x of y. */
function shortPaper() {
  const order = orderFor('status-report', 'outgoing', plainWords);
  // Proof of the cast: a status report was asked for.
  const data = order.data as StatusReportData;
  return pressOrder({
    ...order,
    data: { ...data, deadlines: [], pastDeadlines: [], issues: [], requests: data.requests.slice(0, 2), steps: data.steps.slice(0, 2), gate: data.gate.slice(0, 2) },
  });
}

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

  unless(missing)('is printed as its PDF stands: the same pages, in the same places, and nothing else', async () => {
    const { page, vault } = await open('#/press/status-report/MODEL-003');
    const { pdf, pages } = await shortPaper();
    vault.printer.paper = pdf;
    // The dialog of the browser, which nobody would close here.
    await page.evaluate(`window.print = () => document.body.setAttribute('data-asked', '')`);
    await page.getByRole('button', { name: 'Print…' }).click();
    await page.locator('body[data-asked]').waitFor({ state: 'attached' });
    const printed = await page.pdf({ preferCSSPageSize: true });
    await page.getByText('went to the printer').waitFor();
    expect(vault.printer.printed).toEqual([true]);
    expect(await page.locator('img[alt=""]').count()).toBe(0);
    const file = written('printed.pdf', printed);
    const [ours, theirs] = [greyPages(written('paper.pdf', pdf), 2), greyPages(file, 2)];
    expect(theirs.map(({ width, height }) => `${width} × ${height}`)).toEqual(ours.map(({ width, height }) => `${width} × ${height}`));
    expect(information(file)).toMatch(new RegExp(`^Pages: +${pages}$`, 'm'));
    ours.forEach((one, i) => expect(apart(one, theirs[i]), `page ${i + 1}`).toBeLessThan(samePage));
    // The measure sees another page, and one that is moved by a point.
    expect(apart(ours[0], theirs[1])).toBeGreaterThan(2 * samePage);
    expect(apart(ours[0], moved(theirs[0], 2))).toBeGreaterThan(samePage);
  });

  test('pages that were looked at are told apart from the paper that would be made now, and it is not made before they are looked at anew', async () => {
    const { page, vault } = await open('#/press/status-report/MODEL-003');
    await page.getByRole('button', { name: 'Show the pages', exact: true }).click();
    await page.getByRole('img', { name: /page 1/i }).waitFor();
    const stale = page.getByText('has changed since these pages were set');
    const make = page.getByRole('button', { name: 'Make the PDF' });
    expect([await stale.count(), await make.isEnabled()]).toEqual([0, true]);
    const model = vault.records.get('MODEL-003');
    const from = vault.records.entries.length;
    vault.paperSays = 'another';
    vault.records.keep(Date.UTC(2026, 10, 24), null, [{ verb: 'update', record: { ...model, fields: { ...model.fields, name: 'Renamed elsewhere' } } }]);
    vault.tell('records.changed', { from, to: from + 1, puts: [vault.records.slim(vault.records.get('MODEL-003'))], removes: [] });
    await stale.waitFor();
    expect(await make.isEnabled()).toBe(false);
    await page.getByRole('button', { name: 'Show the pages anew' }).click();
    await expect.poll(async () => [await stale.count(), await make.isEnabled()]).toEqual([0, true]);
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
