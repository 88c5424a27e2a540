import type { Page } from 'playwright-core';
import { passphrase } from './sample-vault.ts';
import { toAddress } from './to-address.ts';

/** Opens the sample vault on the unlock page of a window, and brings it to its docket: after a lock it stands where it stood before. */
export async function unlockPage(page: Page): Promise<void> {
  await page.locator('input[type=password]').first().fill(passphrase);
  await page.keyboard.press('Enter');
  await page.locator('main h1').first().waitFor({ timeout: 60_000 });
  await toAddress(page, '#/docket');
  await page.getByRole('heading', { name: 'Docket' }).waitFor();
}
