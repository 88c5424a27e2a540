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

// What drives a browser is loaded for those who open one: `endBrowser` stands before every file of tests.
async function launch(): Promise<Browser> {
  const [{ launchChromium }, { pageBrowser }] = await Promise.all([import('../../main/window/chromium-launch.ts'), import('./page-browser.ts')]);
  return launchChromium(pageBrowser());
}

/** Ends the browser that was kept, if there is one. */
export async function endBrowser(): Promise<void> {
  const ending = kept;
  kept = null;
  await (await ending)?.close();
}
