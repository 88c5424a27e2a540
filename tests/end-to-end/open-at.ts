import { openFakeWindow, type FakeWindow } from '../fakes/fake-window.ts';
import type { FakeSetting } from '../fakes/fake-vault.ts';
import { toAddress } from './to-address.ts';

/** A window over the samples, at an address where one is given; what is not there after ten seconds does not come. */
export async function openAt(address?: string, setting: Partial<FakeSetting> = {}): Promise<FakeWindow> {
  const window = await openFakeWindow(setting);
  window.page.setDefaultTimeout(10_000);
  await window.page.waitForSelector('h1');
  if (address !== undefined) await toAddress(window.page, address);
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
