import type { Page } from 'playwright-core';
import { openFakeWindow, type FakeWindow } from '../fakes/fake-window.ts';
import type { FakeSetting } from '../fakes/fake-vault.ts';

/** Brings a window to an address, without waiting for what it shows. */
export const toAddress = (page: Page, address: string): Promise<void> =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, address);

/** A window over the samples at an address; what is not there after ten seconds does not come. */
export async function openAt(address: string, setting: Partial<FakeSetting> = {}): Promise<FakeWindow> {
  const window = await openFakeWindow(setting);
  window.page.setDefaultTimeout(10_000);
  await window.page.waitForSelector('h1');
  await toAddress(window.page, address);
  return window;
}

/** A window over the samples of a size of its own, in which nothing moves, on its first page. */
export async function openStill(width: number, height: number): Promise<FakeWindow> {
  const window = await openFakeWindow();
  await window.page.setViewportSize({ width, height });
  await window.page.emulateMedia({ reducedMotion: 'reduce' });
  await window.page.waitForSelector('main h1');
  return window;
}

/** Brings a window to a page and waits until that has settled. */
export async function goTo({ page }: FakeWindow, address: string): Promise<void> {
  await toAddress(page, address);
  await page.waitForSelector('main h1');
  await page.waitForTimeout(350);
}
