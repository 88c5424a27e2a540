import type { Browser, Frame, Page } from 'playwright-core';
import type { GrantedFile } from '../../shared/contract/window-door.ts';
import { chromiumShim } from './chromium-shim.ts';
import { pack, unpack } from './packed.ts';
import { rendererFile } from './renderer-files.ts';
import { countRequest } from './requests-counted.ts';

/** Where the page lives in this host: intercepted before any name is looked up. */
export const chromiumOrigin = 'https://app.local';
/** An empty page of the same origin, from which a window can be opened. */
const blank = `${chromiumOrigin}/blank`;

export interface PageOptions {
  readonly renderer: string;
  readonly headless: boolean;
  /** Where the window begins, as `#/record/ORD-005`; else at its first page. */
  readonly address?: string | undefined;
  /** Told of the page before anything is loaded in it: from then on it is listened to. */
  readonly first: (page: Page) => void;
  readonly heard: (message: unknown) => void;
  /** Tokens for the files at these paths, which the person dropped or picked; null to have their bytes sent. */
  readonly grant: (paths: readonly string[]) => Promise<readonly GrantedFile[] | null>;
}

/**
 * The page in a context of its own, off the record: nothing is kept, nothing crosses to another context of the same browser. Every request is answered
 * from the built window or refused.
 */
export async function openPage(browser: Browser, options: PageOptions): Promise<Page> {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    acceptDownloads: false,
    ...(options.headless ? { viewport: { width: 1440, height: 900 } } : { viewport: null }),
  });
  await context.route('**/*', async (route) => {
    const url = route.request().url();
    if (countRequest(new URL(url).origin !== chromiumOrigin)) return route.abort('blockedbyclient');
    if (url === blank) return route.fulfill({ status: 200, contentType: 'text/html', body: '' });
    const { status, headers, body } = await rendererFile(options.renderer, url);
    await route.fulfill({ status, headers: { ...headers }, body: Buffer.from(body) });
  });
  // The same check of the sender as under Electron: the main frame of the app's own page.
  const isOurs = (frame: Frame, page: Page) => frame === page.mainFrame() && new URL(frame.url()).origin === chromiumOrigin;
  await context.exposeBinding('__cordonPost', ({ frame, page }, text: unknown) => {
    if (isOurs(frame, page) && typeof text === 'string') options.heard(unpack(text));
  });
  await context.exposeBinding('__cordonGrant', async ({ frame, page }, count: unknown) => {
    const paths = isOurs(frame, page) && typeof count === 'number' ? await pathsOf(page, Math.min(count, mostGiven)) : null;
    return paths && options.grant(paths);
  });
  await context.addInitScript(chromiumShim);
  const page = options.headless ? await context.newPage() : await popup(await context.newPage());
  options.first(page);
  await page.goto(`${chromiumOrigin}/${options.address ?? ''}`);
  await beFirst(page);
  return page;
}

/** Lets nothing lie behind the first page: *back* would leave the window for an empty one, which no key and no idle timer locks. */
async function beFirst(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.resetNavigationHistory');
  await session.detach();
}

/** Says something to the page. One that is gone hears nothing: that is what killing it is for. */
export function sayTo(page: Page, message: unknown): void {
  void page.evaluate((text) => (globalThis as unknown as { __cordonHear(text: string): void }).__cordonHear(text), pack(message)).catch(() => {});
}

/** As many as cross under Electron (`grant` in shared/contract/host.ts). */
const mostGiven = 2_000;

/**
 * Where the files lie that the page was given by a drop or a dialog: the browser knows, the page does not. Null when one has no place, because a page or
 * another program made it: then its bytes are sent.
 */
async function pathsOf(page: Page, count: number): Promise<string[] | null> {
  const session = await page.context().newCDPSession(page);
  try {
    const paths: string[] = [];
    for (let at = 0; at < count; at++) {
      const { result } = await session.send('Runtime.evaluate', { expression: `__cordonFile(${at})` });
      const { path } = result.objectId === undefined ? { path: '' } : await session.send('DOM.getFileInfo', { objectId: result.objectId });
      if (path === '') return null;
      paths.push(path);
    }
    return paths;
  } catch {
    // A browser that does not tell: the bytes are sent.
    return null;
  } finally {
    await session.detach();
  }
}

/** A window without tabs and address bar can only be opened by a page; the page that opened it goes. */
async function popup(opener: Page): Promise<Page> {
  await opener.goto(blank);
  const [page] = await Promise.all([opener.waitForEvent('popup'), opener.evaluate(`window.open('${blank}', '_blank', 'popup,width=1320,height=880')`)]);
  await opener.close();
  return page;
}
