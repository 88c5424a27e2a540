import path from 'node:path';
import type { Page } from 'playwright-core';
import { chromiumWindow } from '../../main/window/chromium-window.ts';
import { findChromium } from '../../main/window/find-chromium.ts';
import { FakeVault, fakeSetting, type FakeSetting } from './fake-vault.ts';

export interface FakeWindow {
  readonly page: Page;
  readonly vault: FakeVault;
  /** Errors and blocked styles or scripts that the page told of. */
  readonly faults: string[];
  close(): Promise<void>;
}

/** The browser these tests drive, or null where there is none. */
export const chromium = findChromium(process.platform, process.env);
const renderer = path.join(import.meta.dirname, '..', '..', 'dist', 'renderer');

/** The built window in a real browser under its real content policy, over a fake vault. */
export async function openFakeWindow(setting: Partial<FakeSetting> = {}): Promise<FakeWindow> {
  if (chromium === null) throw new Error('no Chromium-based browser is installed');
  const vault = new FakeVault({ ...fakeSetting, ...setting });
  const faults: string[] = [];
  let listener: (message: unknown) => void = () => {};
  const window = await chromiumWindow({
    executable: chromium,
    renderer,
    headless: true,
    first: () => {
      vault.connect(
        (message) => postTo(message),
        (hear) => {
          listener = hear;
        },
      );
    },
    heard: (message) => listener(message),
    closed: () => {},
  });
  function postTo(message: unknown): void {
    window.post(message);
  }
  const page = window.page();
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return { page, vault, faults, close: () => window.close() };
}
