import type { ChromiumLaunch } from '../../main/window/chromium-launch.ts';
import { isPackaged, packagedBrowser } from './packaged-browser.ts';
import { testBrowser } from './test-browser.ts';

/**
 * The browser for tests of what pages show and do: the headless shell of the npm package where it runs, the same engine on every machine, which without a
 * frame around its pages takes half of the processor. Else the browser in which the host runs.
 */
export async function pageBrowser(): Promise<ChromiumLaunch> {
  const shell = isPackaged ? await packagedBrowser().catch(() => null) : null;
  // As in a window on a screen, letters stand where they fall and not on whole pixels.
  if (shell !== null) return { executable: shell.executable, headless: true, env: { ...process.env, ...shell.env }, more: ['--font-render-hinting=none'] };
  if (testBrowser.executable === null) throw new Error(testBrowser.missing);
  return { executable: testBrowser.executable, headless: true };
}
