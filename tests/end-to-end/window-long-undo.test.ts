import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { long } from '../fault/seeded.ts';
import { askedPage } from './ask-page.ts';
import { notes, sampleVault } from './sample-vault.ts';
import { freshPlaces, noChromium, startChromium, type ChromiumApp } from './start-chromium.ts';
import { toAddress } from './to-address.ts';
import { unlockPage } from './unlock-page.ts';

/** Enough that an undo takes some seconds and can be watched. */
const many = 20_000;
const figure = many.toLocaleString('en-US');

describe('an undo over many records, watched in the window', () => {
  const missing = noChromium() ?? (long ? null : 'it takes some seconds by its nature; told where CORDON_LONG is 1, and undo by window-undo here');
  let app: ChromiumApp;
  let page: Page;
  let numbers: string[] = [];
  let act = '';
  beforeEach((context) => context.skip(missing !== null, missing ?? ''));
  beforeAll(async () => {
    if (missing !== null) return;
    const places = freshPlaces();
    await sampleVault(places.vaults, places.state, (records) => notes(records, many, 'ordinary'));
    app = await startChromium(places);
    page = app.page();
    page.setDefaultTimeout(30_000);
    await unlockPage(page);
    ({ numbers } = await askedPage(page, 'records.numbers', { kind: 'note' }));
    ({ act } = await askedPage(page, 'records.updateMany', { numbers, fields: {}, addTags: ['many'] }));
  }, 120_000);
  afterAll(() => app?.stop());

  const tagged = async (): Promise<number> => {
    const fields = [{ field: '@tag', values: [], words: 'many', unstated: false }];
    return (await askedPage(page, 'records.numbers', { kind: 'note', fields })).total;
  };
  const go = (address: string) => toAddress(page, address);
  const undo = async (): Promise<void> => {
    await page.locator('main').focus();
    await page.keyboard.press('Control+z');
  };
  const work = () => page.getByRole('progressbar', { name: new RegExp(`^Undoing the change of ${figure} records`) });

  test('it says how far it is and how long still, and cancelled keeps nothing; what was typed meanwhile is there', { timeout: 120_000 }, async () => {
    expect(await tagged()).toBe(many);
    const before = (await askedPage(page, 'records.history', { limit: 1 })).entries[0]?.seq;
    await undo();
    await work().waitFor();
    const bar = page.getByRole('contentinfo');
    await bar.getByText(new RegExp(`record [\\d,]+ of ${figure}`)).waitFor();
    await bar.getByText(/\d (?:s|min .*) left/).waitFor();
    await go('#/new/case');
    await page.getByLabel('Title', { exact: true }).fill('Typed while it ran');
    await bar.getByRole('button', { name: 'Cancel' }).click();
    await work().waitFor({ state: 'detached' });
    expect(await tagged()).toBe(many);
    expect((await askedPage(page, 'records.history', { limit: 1 })).entries[0]?.seq).toBe(before);
    await page.getByText(/^Draft sealed in the vault at/).waitFor();
    await page.reload();
    await page.waitForSelector('main h1');
    await go('#/docket');
    await page.getByRole('heading', { name: 'Docket' }).waitFor();
    await go('#/new/case');
    await expect.poll(() => page.getByLabel('Title', { exact: true }).inputValue()).toBe('Typed while it ran');
  });

  test('left alone it takes back all of it, and says so', { timeout: 120_000 }, async () => {
    await go('#/docket');
    await page.getByRole('heading', { name: 'Docket' }).waitFor();
    await undo();
    await page.getByText(`The change of ${figure} records was undone.`).waitFor({ timeout: 90_000 });
    expect(await tagged()).toBe(0);
    expect((await askedPage(page, 'records.history', { limit: 1 })).entries[0]?.act).not.toBe(act);
  });
});
