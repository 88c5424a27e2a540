import type { Browser, Page } from 'playwright-core';
import { launchChromium, type ChromiumLaunch } from './chromium-launch.ts';
import { openPage, sayTo, type PageOptions } from './chromium-page.ts';

export interface ChromiumWindow {
  page(): Page;
  post(message: unknown): void;
  /** Ends the page's process by SIGKILL and loads the page in a fresh one. */
  renew(): Promise<void>;
  close(): Promise<void>;
}
export interface ChromiumOptions extends ChromiumLaunch, Omit<PageOptions, 'first'> {
  /** Told before each load of the page, which may ask something before it is whole. */
  readonly first: (window: ChromiumWindow) => void;
  readonly closed: () => void;
  /** The process of the page is gone, and the page with it. */
  readonly crashed: () => void;
}

/** The window in an installed Chromium of its own, driven over a pipe. */
export async function chromiumWindow(options: ChromiumOptions): Promise<ChromiumWindow> {
  const browser = await launchChromium(options);
  let renewing = false;
  let page: Page;
  /** The one that hears: the page, or the one that is being loaded in its place. */
  let hearing: Page;
  const open = async () => {
    page = await openPage(browser, {
      ...options,
      first(loading) {
        hearing = loading;
        options.first(window);
      },
    });
    page.on('close', () => (renewing ? undefined : options.closed()));
    page.on('crash', () => (renewing ? undefined : options.crashed()));
  };
  const window: ChromiumWindow = {
    page: () => page,
    post: (message) => sayTo(hearing, message),
    async renew() {
      renewing = true;
      const old = page.context();
      // Without any window a browser that is not headless would end.
      const keep = options.headless ? null : await browser.newContext().then((context) => context.newPage());
      await killRenderers(browser);
      await old.close().catch(() => {});
      await open();
      await keep?.context().close();
      renewing = false;
    },
    close: () => {
      renewing = true;
      return browser.close();
    },
  };
  await open();
  return window;
}

/** How long the browser may take to notice that a process of its own is gone. */
const noticeMs = 2_000;

/** SIGKILL to every process that draws pages, also the one the browser keeps in reserve; waits until the browser has noticed, or it would give a dead one to the next page. */
async function killRenderers(browser: Browser): Promise<void> {
  const session = await browser.newBrowserCDPSession();
  const renderers = async () => (await session.send('SystemInfo.getProcessInfo')).processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  const killed = new Set(await renderers());
  for (const pid of killed) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Gone already.
    }
  }
  for (let waited = 0; waited < noticeMs && (await renderers()).some((pid) => killed.has(pid)); waited += 20) await new Promise((resolve) => setTimeout(resolve, 20));
  await session.detach();
}
