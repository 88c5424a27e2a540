import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noWindow, openFakeWindow, type FakeWindow } from '../fakes/fake-window.ts';
import { faults } from './faults.ts';
import { toAddress } from './to-address.ts';

/** Today is Tuesday 24 November 2026 in New York. */
describe('dates typed as people write them', () => {
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  let window: FakeWindow;
  beforeAll(async () => {
    if (noWindow !== null) return;
    window = await openFakeWindow();
    await window.page.waitForSelector('h1');
  });
  afterAll(() => window?.close());
  const field = () => window.page.getByRole('textbox', { name: 'Date', exact: true });
  const fresh = async (): Promise<void> => {
    await toAddress(window.page, '#/docket');
    await window.page.getByRole('heading', { name: 'Docket' }).waitFor();
    window.vault.drafts.clear();
    await toAddress(window.page, '#/new/deadline');
    await field().waitFor();
    await field().focus();
    await window.page.keyboard.press('ControlOrMeta+a');
    await window.page.keyboard.press('Delete');
  };
  /** What stands under the field as its reading. */
  const reading = async (): Promise<string> => {
    const under = window.page.locator('div:has(> div > div > input:focus) > p[role=status]');
    return (await under.count()) === 0 ? '' : ((await under.first().textContent()) ?? '').replaceAll('\u00a0', ' ');
  };
  const soon = { timeout: 4000 };

  test.each([
    ['14 June', 'Sun 14 Jun 2026'],
    ['June 14, 2027', 'Mon 14 Jun 2027'],
    ['2026-12-01', 'Tue 1 Dec 2026'],
    ['25/12/2026', 'Fri 25 Dec 2026'],
    ['friday', 'Fri 27 Nov 2026'],
    ['about 30 April 2027', 'About 30 Apr 2027'],
    ['by 12 June 2027', 'Sat 12 Jun 2027'],
    ['9 or 12 June 2027', 'Disputed: 9 or 12 Jun 2027'],
    ['between 1 May 2027 and 3 May 2027', 'Between 1 and 3 May 2027'],
    ['unknown', 'Unknown'],
  ])('%s is read back before anything is saved', async (typed, read) => {
    await fresh();
    await window.page.keyboard.type(typed);
    await expect.poll(reading, soon).toBe(read);
  });

  test('numbers that could be either way round are refused, both readings are offered, and one is taken by the keys', async () => {
    await fresh();
    const { page, vault } = window;
    const before = vault.records.entries.length;
    await page.keyboard.type('03/04/2026');
    const offered = page.getByRole('group', { name: 'Did you mean' });
    await offered.getByRole('button', { name: '4 March 2026' }).waitFor();
    expect(await offered.getByRole('button').allTextContents()).toEqual(['4 March 2026', '3 April 2026']);
    expect(await reading()).toBe('');
    expect(await faults(page)).toEqual([]);
    // Saved as it is, it is refused beside its field: nothing is written.
    await page.keyboard.press('ControlOrMeta+Enter');
    await page
      .getByText(/Day and month could be either way round/)
      .first()
      .waitFor();
    expect(vault.records.entries.length).toBe(before);
    await field().focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => field().inputValue()).toBe('3 April 2026');
    await expect.poll(reading, soon).toBe('Fri 3 Apr 2026');
    expect(await field().evaluate((element) => element === document.activeElement)).toBe(true);
    // A weekday of this week or of the next is no sure day either.
    await fresh();
    await page.keyboard.type('next friday');
    await offered.getByRole('button', { name: 'Fri 4 Dec 2026' }).waitFor();
    expect((await offered.getByRole('button').allTextContents()).map((text) => text.replaceAll('\u00a0', ' '))).toEqual(['Fri 27 Nov 2026', 'Fri 4 Dec 2026']);
  });

  test('the same in a part of a date, and with two figures for the year', async () => {
    await fresh();
    const { page } = window;
    await page.keyboard.type('by 3/4/26');
    const offered = page.getByRole('group', { name: 'Did you mean' });
    await offered.getByRole('button', { name: 'by 3 April 2026' }).click();
    await expect.poll(reading, soon).toBe('Fri 3 Apr 2026');
  });
});
