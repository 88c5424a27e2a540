import { findChromium } from '../../main/window/find-chromium.ts';
import { packagedHere, packagedBrowser } from './packaged-browser.ts';

/** The browser in which tests run the host, or why there is none. */
export type TestBrowser =
  | { readonly executable: string /** The one of the npm package, which shows no PDF. */; readonly packed: boolean; readonly missing: null }
  | { readonly executable: null; readonly missing: string };

/**
 * An installed browser; else, on Linux x64, the one in the npm package `@sparticuz/chromium`, unpacked once into a folder of its own and run with the
 * libraries that come with it. CORDON_NO_INSTALLED_BROWSER=1 leaves the installed one out, to prove the other.
 */
async function find(): Promise<TestBrowser> {
  const hidden = process.env['CORDON_NO_INSTALLED_BROWSER'] === '1';
  const installed = hidden ? null : findChromium(process.platform, process.env);
  if (installed !== null) return { executable: installed, packed: false, missing: null };
  if (!packagedHere) return { executable: null, missing: 'no Chromium-based browser is installed, and the npm package with one is for Linux x64 only' };
  try {
    const { executable, env } = await packagedBrowser();
    // The host starts its browser in this process's environment.
    Object.assign(process.env, env);
    return { executable, packed: true, missing: null };
  } catch (fault) {
    return {
      executable: null,
      missing: `no Chromium-based browser is installed, and the npm package with one could not be unpacked: ${fault instanceof Error ? fault.message : 'unknown reason'}`,
    };
  }
}

export const testBrowser: TestBrowser = await find();
