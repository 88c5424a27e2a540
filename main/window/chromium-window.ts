import { chromium, type Browser, type Frame, type Page } from 'playwright-core';
import type { GrantedFile } from '../../shared/contract/window-door.ts';
import { chromiumShim } from './chromium-shim.ts';
import { pack, unpack } from './packed.ts';
import { rendererFile } from './renderer-files.ts';

/** Where the page lives in this host: intercepted before any name is looked up. */
export const chromiumOrigin = 'https://app.local';
/** An empty page of the same origin, from which a window can be opened. */
const blank = `${chromiumOrigin}/blank`;

export interface ChromiumWindow {
  page(): Page;
  post(message: unknown): void;
  /** Ends the page's process by SIGKILL and loads the page in a fresh one. */
  renew(): Promise<void>;
  close(): Promise<void>;
}
export interface ChromiumOptions {
  readonly executable: string;
  readonly renderer: string;
  readonly headless: boolean;
  /** What the page says; `first` is told at each load of the page, before it says anything. */
  readonly first: () => void;
  readonly heard: (message: unknown) => void;
  /** Tokens for the files at these paths, which the person dropped or picked; null to have their bytes sent. */
  readonly grant: (paths: readonly string[]) => Promise<readonly GrantedFile[] | null>;
  readonly closed: () => void;
  /** The process of the page is gone, and the page with it. */
  readonly crashed: () => void;
}

/**
 * The window in an installed Chromium, driven over a pipe: no port is opened, no name is resolved, nothing is written to its profile (a context off the
 * record). Every request is answered from the built window or refused.
 */
export async function chromiumWindow(options: ChromiumOptions): Promise<ChromiumWindow> {
  const browser = await chromium.launch({
    executablePath: options.executable,
    headless: options.headless,
    // Chromium's sandbox refuses to run as root.
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--host-resolver-rules=MAP * ~NOTFOUND', '--disable-quic', '--disable-breakpad', '--no-pings', '--disable-background-networking', '--disable-component-update'],
  });
  let page = await openPage(browser, options);
  let renewing = false;
  const watch = () => {
    page.on('close', () => (renewing ? undefined : options.closed()));
    page.on('crash', () => (renewing ? undefined : options.crashed()));
  };
  watch();
  return {
    page: () => page,
    // A page that is gone hears nothing: that is what killing it is for.
    post: (message) => void page.evaluate((text) => (globalThis as unknown as { __cordonHear(text: string): void }).__cordonHear(text), pack(message)).catch(() => {}),
    async renew() {
      renewing = true;
      const old = page.context();
      // Without any window a browser that is not headless would end.
      const keep = options.headless ? null : await browser.newContext().then((context) => context.newPage());
      await killRenderers(browser);
      await old.close().catch(() => {});
      page = await openPage(browser, options);
      await keep?.context().close();
      watch();
      renewing = false;
    },
    close: () => {
      renewing = true;
      return browser.close();
    },
  };
}

async function openPage(browser: Browser, options: ChromiumOptions): Promise<Page> {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    acceptDownloads: false,
    ...(options.headless ? { viewport: { width: 1440, height: 900 } } : { viewport: null }),
  });
  await context.route('**/*', async (route) => {
    const url = route.request().url();
    if (new URL(url).origin !== chromiumOrigin) return route.abort('blockedbyclient');
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
  options.first();
  await page.goto(`${chromiumOrigin}/`);
  return page;
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
