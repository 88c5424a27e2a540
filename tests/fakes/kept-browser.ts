import type { Browser } from 'playwright-core';

let kept: Promise<Browser> | null = null;

/**
 * One browser for all fake windows of this process: each window has a context of its own in it, so that nothing of one is seen by the next, and a test does
 * not pay for the start of a browser. It goes with `endBrowser`, at the latest with the process.
 */
export async function keptBrowser(): Promise<Browser> {
  kept ??= launch();
  const browser = await kept.catch((fault: unknown) => {
    kept = null;
    throw fault;
  });
  if (browser.isConnected()) return browser;
  // It went under an earlier test: this one begins with another.
  kept = null;
  return keptBrowser();
}

/**
 * The headless shell of the npm package where it runs: the same engine wherever the tests run, and without a frame around its pages it
 * takes half of the processor. Else the browser in which the host runs.
 */
async function launch(): Promise<Browser> {
  // What drives a browser is loaded for those who open one: `endBrowser` stands before every file of tests.
  const [{ launchChromium }, { isPackaged, packagedBrowser }, { testBrowser }] = await Promise.all([
    import('../../main/window/chromium-launch.ts'),
    import('./packaged-browser.ts'),
    import('./test-browser.ts'),
  ]);
  const shell = isPackaged ? await packagedBrowser().catch(() => null) : null;
  // As in a window on a screen, letters stand where they fall and not on whole pixels.
  if (shell !== null) return launchChromium({ executable: shell.executable, headless: true, env: { ...process.env, ...shell.env }, more: ['--font-render-hinting=none'] });
  if (testBrowser.executable === null) throw new Error(testBrowser.missing);
  return launchChromium({ executable: testBrowser.executable, headless: true });
}

/** Ends the browser that was kept, if there is one. */
export async function endBrowser(): Promise<void> {
  const ending = kept;
  kept = null;
  await (await ending)?.close();
}
