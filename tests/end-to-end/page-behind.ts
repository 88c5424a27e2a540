import { chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

const isOwn = (page: Page) => /^(app:\/\/cordon|https:\/\/app\.local)\/(#|$)/.test(page.url());

/** The app's page in a running browser or Electron, by the address at which it takes questions. A page that was there before the connection is not told of its successor, so each try connects anew. */
export async function pageBehind(address: string, timeoutMs = 60_000): Promise<Page> {
  let found: Page | undefined;
  const look = async (): Promise<boolean> => {
    const browser = await chromium.connectOverCDP(address);
    found = browser
      .contexts()
      .flatMap((context) => context.pages())
      .find(isOwn);
    if (!found) await browser.close();
    return found !== undefined;
  };
  await expect.poll(() => look().catch(() => false), { timeout: timeoutMs, interval: 300 }).toBe(true);
  if (!found) throw new Error('no page of the app');
  return found;
}
