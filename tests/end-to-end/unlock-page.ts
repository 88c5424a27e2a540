import type { Page } from 'playwright-core';
import { passphrase } from './sample-vault.ts';

/** Opens the sample vault on the unlock page of a window, and waits for its docket. */
export async function unlockPage(page: Page): Promise<void> {
  await page.locator('input[type=password]').first().fill(passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Docket' }).waitFor({ timeout: 60_000 });
}
