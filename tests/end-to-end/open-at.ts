import { afterAll, afterEach } from 'vitest';
import { openFakeWindow, type FakeWindow } from '../fakes/fake-window.ts';
import type { FakeSetting } from '../fakes/fake-vault.ts';
import { toAddress } from './to-address.ts';

/** A window over the samples, at an address where one is given. */
export async function openAt(address?: string, setting: Partial<FakeSetting> = {}): Promise<FakeWindow> {
  const window = await openFakeWindow(setting, address);
  await window.page.waitForSelector('h1');
  return window;
}

/** A window over the samples of a size of its own, in which nothing moves, on its first page. */
export async function openStill(width: number, height: number, setting: Partial<FakeSetting> = {}): Promise<FakeWindow> {
  const window = await openFakeWindow(setting);
  await window.page.setViewportSize({ width, height });
  await window.page.emulateMedia({ reducedMotion: 'reduce' });
  await window.page.waitForSelector('main h1');
  return window;
}

/** Loads a window anew in light or dark, and waits until it is. */
export async function reloadIn({ page, vault }: FakeWindow, scheme: 'light' | 'dark'): Promise<void> {
  vault.appearance(scheme);
  await page.reload();
  await page.waitForSelector(`html[data-mantine-color-scheme=${scheme}] main h1`);
}

/** Brings a window to a page and waits until that has its heading, has what it asked for, and rests. */
export async function goTo(window: FakeWindow, address: string): Promise<void> {
  await toAddress(window.page, address);
  await window.rest();
  await window.page.waitForSelector('main h1');
}

/**
 * One window for tests that change no record: each begins on a page of its own. A window that is drawn anew costs as much as five that go on. After a test
 * that failed comes another.
 */
export function oneWindow(): (address: string) => Promise<FakeWindow> {
  let window: FakeWindow | null = null;
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    await window?.close();
    window = null;
  });
  afterAll(() => window?.close());
  return async (address) => {
    if (window === null) return (window = await openAt(address));
    // By way of another page, so that nothing of this one is as the last test left it.
    await goTo(window, '#/diagnostics');
    await goTo(window, address);
    return window;
  };
}
