import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { half, long } from '../fault/seeded.ts';
import { recoveryWords } from '../fakes/fake-people.ts';
import { noWindow, openFakeWindow, type FakeWindow } from '../fakes/fake-window.ts';
import { faults, faultsInBoth, showIn, standards } from './faults.ts';
import { goTo } from './open-at.ts';

/** Where to put pictures of what is tested, for whoever wants to look. */
const pictures = process.env['CORDON_PICTURES'];

const pressed = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).click();
const chooseBackup = async (page: Page): Promise<void> => {
  await pressed(page, 'Restore a backup');
  await pressed(page, 'Choose');
  await page.getByLabel('age key').waitFor();
};
const fillKeys = async (page: Page, identity: string): Promise<void> => {
  await page.getByLabel('Passphrase', { exact: true }).fill('correct horse battery staple');
  await page.getByLabel('age key').fill(identity);
  await pressed(page, 'Restore');
};
const renewed = async ({ page }: FakeWindow): Promise<void> => {
  await pressed(page, 'Make a new recovery key…');
  await page.getByRole('dialog').getByRole('button', { name: 'Make a new key' }).click();
  await page
    .getByRole('dialog')
    .getByRole('listitem')
    .filter({ hasText: recoveryWords[0] ?? '' })
    .first()
    .waitFor();
};

interface Moment {
  readonly name: string;
  /** Whether the vault is open; then on which page. */
  readonly address: string | null;
  readonly reach: (window: FakeWindow) => Promise<void>;
}
const moments: readonly Moment[] = [
  { name: 'unlock', address: null, reach: ({ page }) => page.locator('input[type=password]').first().waitFor() },
  { name: 'restore, nothing chosen', address: null, reach: ({ page }) => pressed(page, 'Restore a backup') },
  {
    name: 'restore, what is missing',
    address: null,
    async reach({ page }) {
      await pressed(page, 'Restore a backup');
      await pressed(page, 'Restore');
      await page.getByText('Choose the backup.').waitFor();
    },
  },
  { name: 'restore of a locked backup', address: null, reach: ({ page }) => chooseBackup(page) },
  {
    name: 'restore by recovery words',
    address: null,
    async reach({ page }) {
      await chooseBackup(page);
      await pressed(page, 'Use the recovery key');
    },
  },
  {
    name: 'restore refused',
    address: null,
    async reach({ page }) {
      await chooseBackup(page);
      await fillKeys(page, 'AGE-SECRET-KEY-WRONG');
      await page.getByText('It was locked for another key.').waitFor();
    },
  },
  {
    name: 'restore running',
    address: null,
    async reach({ page, vault }) {
      vault.records.keepingPace = 60_000;
      await chooseBackup(page);
      await fillKeys(page, 'AGE-SECRET-KEY-1QQQ');
      await page.getByRole('progressbar').waitFor();
    },
  },
  { name: 'create a vault', address: null, reach: ({ page }) => pressed(page, 'New vault…') },
  {
    name: 'a backup being saved, for a recipient',
    address: '#/settings',
    async reach({ page, vault }) {
      vault.records.keepingPace = 60_000;
      const settings = page.getByRole('region', { name: 'Settings' });
      await settings.getByRole('checkbox', { name: /^Lock it for/ }).check();
      await settings.getByRole('textbox', { name: /^age/i }).fill('age1qqq');
      await settings.getByRole('button', { name: 'Back up now' }).click();
      await page.getByRole('progressbar').waitFor();
    },
  },
  {
    name: 'a backup saved',
    address: '#/settings',
    async reach({ page }) {
      await page.getByRole('region', { name: 'Settings' }).getByRole('button', { name: 'Back up now' }).click();
      await page.getByText('is saved: 48 MB').waitFor();
    },
  },
  {
    name: 'intake running',
    address: '#/evidence',
    async reach({ page, vault }) {
      vault.records.intakePace = 60_000;
      await page.getByRole('button', { name: 'Take in files…' }).first().click();
      await page.getByRole('dialog').getByRole('combobox', { name: 'Case' }).click();
      await page.getByRole('option').first().click();
      await pressed(page, 'Take in');
      await page.getByRole('dialog').getByRole('progressbar').first().waitFor();
    },
  },
  { name: 'recovery words after a renewal', address: '#/settings', reach: renewed },
  {
    name: 'recovery words typed back after a renewal',
    address: '#/settings',
    async reach(window) {
      await renewed(window);
      await window.page.getByRole('dialog').getByRole('button').first().click();
    },
  },
];

describe('while a vault is kept', () => {
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  let window: FakeWindow | undefined;
  afterEach(() => window?.close());

  test.each(half(moments, true).map((one, at) => ({ ...one, scheme: at % 2 === 0 ? ('light' as const) : ('dark' as const) })))(
    '$name: no fault of accessibility in light and in dark',
    async ({ name, address, reach, scheme }) => {
      window = await openFakeWindow({ open: address !== null, appearance: 'system' }, address ?? undefined);
      const { page } = window;
      await page.setViewportSize({ width: 1280, height: 860 });
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.waitForSelector('h1');
      await showIn(page, scheme);
      if (address !== null) await goTo(window, address);
      await reach(window);
      // What runs is not waited for: nothing changes on the page meanwhile.
      await page.waitForTimeout(200);
      expect(long ? await faultsInBoth(page, scheme, { tags: standards }) : await faults(page, { tags: standards })).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
      if (pictures !== undefined) await page.screenshot({ path: path.join(pictures, `keeping ${name}.png`) });
    },
  );
});
