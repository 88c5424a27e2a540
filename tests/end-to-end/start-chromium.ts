import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { requestsCounted } from '../../main/window/requests-counted.ts';
import { hostAnswers } from '../../main/settings/host-answers.ts';
import { fileSettings } from '../../main/settings/file-settings.ts';
import { openInChromium, type ChromiumHost } from '../../main/window/chromium-keeper.ts';
import { pageBrowser } from '../fakes/page-browser.ts';
import { testBrowser } from '../fakes/test-browser.ts';
import { dist, notBuilt } from './built.ts';

/** Folders of one test's own, gone with it. */
export interface Places {
  readonly folder: string;
  readonly vaults: string;
  readonly state: string;
  readonly downloads: string;
}
export interface ChromiumApp extends Places {
  readonly host: ChromiumHost;
  /** The page there is now: another one after each lock. */
  page(): Page;
  stop(): Promise<void>;
}

/** Why the window tests cannot run here, or null. */
export function noChromium(): string | null {
  return notBuilt() ?? testBrowser.missing;
}

export function freshPlaces(): Places {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cordon-e2e-'));
  const places = { folder, vaults: path.join(folder, 'vaults'), state: path.join(folder, 'state'), downloads: path.join(folder, 'downloads') };
  for (const place of Object.values(places)) mkdirSync(place, { recursive: true });
  return places;
}

/**
 * The built window and vault process in a headless Chromium: the one that is installed, or, where the browser itself is not what is looked at, the one for
 * pages. `places.vaults` may hold vaults already: they are listed on the unlock page.
 */
export async function startChromium(places: Places = freshPlaces(), which: 'installed' | 'for pages' = 'for pages'): Promise<ChromiumApp> {
  const { executable } = testBrowser;
  if (executable === null) throw new Error(testBrowser.missing);
  const browser = which === 'installed' ? { executable, headless: true } : pageBrowser();
  const settings = fileSettings(path.join(places.state, 'settings'), {}, places.vaults);
  const host = await openInChromium({
    ...browser,
    files: { renderer: path.join(dist, 'renderer'), vault: path.join(dist, 'vault-process', 'index.mjs') },
    start: { build: 'test', region: 'en-US', stateFolder: places.state, vaultsFolder: places.vaults, sqliteAddon: null },
    downloads: places.downloads,
    kept: hostAnswers(settings, null, { versions: [['Cordon', '0']], now: Date.now, random: randomBytes, requests: requestsCounted, places: { state: null, vaults: null } }),
  });
  return {
    ...places,
    host,
    page: () => host.window.page(),
    async stop() {
      await host.close();
      rmSync(places.folder, { recursive: true, force: true });
    },
  };
}
