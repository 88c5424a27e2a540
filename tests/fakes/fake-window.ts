import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { chromiumWindow } from '../../main/window/chromium-window.ts';
import { FakeVault, fakeSetting, type FakeSetting } from './fake-vault.ts';
import { testBrowser } from './test-browser.ts';

export interface FakeWindow {
  readonly page: Page;
  readonly vault: FakeVault;
  /** Errors and blocked styles or scripts that the page told of. */
  readonly faults: string[];
  close(): Promise<void>;
}

const renderer = path.join(import.meta.dirname, '..', '..', 'dist', 'renderer');

/** Why the window tests cannot run here, or null. */
export const noWindow: string | null = testBrowser.missing ?? (existsSync(path.join(renderer, 'index.html')) ? null : 'the app is not built: npm run build');

/** The built window in a real browser under its real content policy, over a fake vault. */
export async function openFakeWindow(setting: Partial<FakeSetting> = {}): Promise<FakeWindow> {
  if (testBrowser.executable === null) throw new Error(testBrowser.missing);
  const vault = new FakeVault({ ...fakeSetting, ...setting });
  const faults: string[] = [];
  let listener: (message: unknown) => void = () => {};
  const window = await chromiumWindow({
    executable: testBrowser.executable,
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
    grant: () => Promise.resolve(null),
    closed: () => {},
    crashed: () => {},
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
