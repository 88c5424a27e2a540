import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { noWindow, openFakeWindow, type FakeWindow } from '../fakes/fake-window.ts';
import type { FakeSetting } from '../fakes/fake-vault.ts';
import { faults } from './faults.ts';
import { toAddress } from './to-address.ts';

/** Chooses the first lines of the list of a kind. */
const chosen = async (page: Page): Promise<void> => {
  await page.getByRole('grid').getByRole('row').nth(2).focus();
  await page.keyboard.press('Control+a');
};
/** Opens the menu of a record and presses one of its acts. */
const fromMenu =
  (name: string) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'Change state', exact: true }).click();
    await page.getByRole('menuitem', { name, exact: true }).click();
  };
const pressed =
  (name: string | RegExp) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('button', { name }).first().click();
  };
const both =
  (...steps: readonly ((page: Page) => Promise<void>)[]) =>
  async (page: Page): Promise<void> => {
    for (const step of steps) await step(page);
  };

interface Opened {
  readonly name: string;
  readonly address: string;
  readonly openIt: (page: Page) => Promise<void>;
  readonly setting?: Partial<FakeSetting>;
}
const dialogs: readonly Opened[] = [
  { name: 'change the state of many', address: '#/list/remediation_step', openIt: both(chosen, pressed('Change state…')) },
  { name: 'set who has many', address: '#/docket', openIt: both(chosen, pressed('Set who has it…')) },
  { name: 'change fields of many', address: '#/list/remediation_step', openIt: both(chosen, pressed('Change…')) },
  { name: 'remove many', address: '#/list/remediation_step', openIt: both(chosen, pressed('Remove…')) },
  { name: 'asked again', address: '#/requests', openIt: both(chosen, pressed('Asked again…')) },
  { name: 'go on from an older state', address: '#/settings', openIt: pressed('Go on from this state…'), setting: { behind: true } },
  { name: 'why a state is changed', address: '#/record/STEP-013', openIt: fromMenu('Deferred') },
  { name: 'why a record is removed', address: '#/record/NOTE-001', openIt: fromMenu('Remove…') },
  { name: 'sequester', address: '#/record/NOTE-001', openIt: fromMenu('Sequester…') },
  { name: 'erase', address: '#/record/NOTE-001', openIt: fromMenu('Erase…') },
  { name: 'why a date', address: '#/docket', openIt: pressed(/^Why this date/) },
  { name: 'export a list', address: '#/list/order', openIt: pressed('Export…') },
  { name: 'another time', address: '#/docket', openIt: pressed('As of now') },
];

describe('dialogs while they are open', () => {
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  let window: FakeWindow | undefined;
  afterEach(() => window?.close());

  test.each(dialogs)('$name: no fault of accessibility in light and dark, and the focus goes back', { timeout: 60_000 }, async ({ address, openIt, setting = {} }) => {
    window = await openFakeWindow(setting);
    const { page, vault } = window;
    page.setDefaultTimeout(10_000);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.waitForSelector('h1');
    for (const scheme of ['light', 'dark'] as const) {
      vault.appearance(scheme);
      await page.reload();
      await page.waitForSelector('h1');
      await toAddress(page, address);
      await page.waitForTimeout(400);
      await openIt(page);
      const dialog = page.getByRole('dialog').first();
      await dialog.waitFor();
      await page.waitForTimeout(300);
      expect(await dialog.evaluate((one) => one.contains(document.activeElement)), 'the focus is in the dialog').toBe(true);
      expect(await faults(page), scheme).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.matches('button, a, [role=row]') ?? false), { message: 'the focus is back on what opened it' })
        .toBe(true);
    }
  });
});
