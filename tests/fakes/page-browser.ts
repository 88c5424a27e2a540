import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import type { ChromiumLaunch } from '../../main/window/chromium-launch.ts';
import { testBrowser } from './test-browser.ts';

/** As in a window on a screen, letters stand where they fall and not on whole pixels. */
const asOnScreen = ['--font-render-hinting=none'];
const shellNames = ['chromium-headless-shell', 'chrome-headless-shell'];

/** An installed headless shell, or null. CORDON_NO_INSTALLED_BROWSER=1 leaves it out as well. */
function installedShell(): string | null {
  if (process.platform !== 'linux' || process.env['CORDON_NO_INSTALLED_BROWSER'] === '1') return null;
  const folders = [...(process.env['PATH'] ?? '').split(':').filter((folder) => path.isAbsolute(folder)), '/usr/bin'];
  return shellNames.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isProgram) ?? null;
}
function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The browser for tests of what pages show and do: an installed headless shell, the same engine as the installed browser, which without a frame around its
 * pages takes half of the processor. Else the browser in which the host runs. Throws where there is none.
 */
export function pageBrowser(): ChromiumLaunch {
  const shell = installedShell();
  if (shell !== null) return { executable: shell, headless: true, more: asOnScreen };
  if (testBrowser.executable === null) throw new Error(testBrowser.missing);
  return { executable: testBrowser.executable, headless: true, more: testBrowser.packed ? asOnScreen : [] };
}
