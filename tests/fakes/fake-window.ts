import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { long } from '../fault/seeded.ts';
import { openPage, sayTo } from '../../main/window/chromium-page.ts';
import { FakeVault, fakeSetting, type FakeSetting } from './fake-vault.ts';
import { keptBrowser } from './kept-browser.ts';
import { testBrowser } from './test-browser.ts';

export interface FakeWindow {
  readonly page: Page;
  readonly vault: FakeVault;
  /** Errors and blocked styles or scripts that the page told of. */
  readonly faults: string[];
  /** Waits until nothing that the page asked is unanswered and nothing on it has changed for a tenth of a second. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

const renderer = path.join(import.meta.dirname, '..', '..', 'dist', 'renderer');

/** Why the window tests cannot run here, or null. */
export const noWindow: string | null = testBrowser.missing ?? (existsSync(path.join(renderer, 'index.html')) ? null : 'the app is not built: npm run build');

/** The built window in a real browser under its real content policy, over a fake vault, at an address where one is given. Windows share one browser and nothing else. */
export async function openFakeWindow(setting: Partial<FakeSetting> = {}, address?: string): Promise<FakeWindow> {
  const vault = new FakeVault({ ...fakeSetting, ...setting });
  const faults: string[] = [];
  let listener: (message: unknown) => void = () => {};
  let unanswered = 0;
  const page = await openPage(await keptBrowser(), {
    renderer,
    headless: true,
    // A docket that is drawn first and left at once would cost as much as the page.
    address,
    first(loading) {
      vault.connect(
        (message) => {
          if (message.t === 'answer' || message.t === 'same') unanswered--;
          sayTo(loading, message);
        },
        (hear) => {
          listener = (message) => {
            if (isQuestion(message)) unanswered++;
            hear(message);
          };
        },
      );
    },
    heard: (message) => listener(message),
    grant: () => Promise.resolve(null),
  });
  // Nothing slides where CORDON_LONG is not set: what a click or a look has to wait for is then there at once. The long form has it move.
  if (!long) await page.emulateMedia({ reducedMotion: 'reduce' });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return {
    page,
    vault,
    faults,
    async rest() {
      do await page.evaluate(quiet, 100);
      while (unanswered > 0);
    },
    close: () => page.context().close(),
  };
}

const isQuestion = (message: unknown): boolean => typeof message === 'object' && message !== null && 't' in message && message.t === 'ask';

/** Runs in the page: resolves when nothing in it has changed for so many milliseconds, or after two seconds in which it never rested. */
const quiet = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      watcher.disconnect();
      clearTimeout(latest);
      clearTimeout(timer);
      resolve();
    };
    let timer = setTimeout(done, milliseconds);
    const latest = setTimeout(done, 2000);
    const watcher = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(done, milliseconds);
    });
    watcher.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
