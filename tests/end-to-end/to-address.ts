import type { Page } from 'playwright-core';

/** Brings a window to an address, without waiting for what it shows. */
export const toAddress = (page: Page, address: string): Promise<void> =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, address);
