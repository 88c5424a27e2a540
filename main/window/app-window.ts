import { app, BrowserWindow, Menu, MessageChannelMain, nativeTheme, protocol, screen, session, type IpcMainEvent, type IpcMainInvokeEvent, type Session } from 'electron';
import type { z } from 'zod';
import type { settings } from '../../shared/contract/settings.ts';
import { inSight, type Bounds } from './in-sight.ts';
import { appOrigin, appScheme, isOwn, lockContents, lockSession } from './locks.ts';
import { textMenu } from './text-menu.ts';
import { rendererFile } from './renderer-files.ts';
import { killNow } from './vault-child.ts';
import { webPreferences } from './web-preferences.ts';

type Appearance = z.infer<typeof settings>['appearance'];
export interface WindowFiles {
  /** The built window, `dist/renderer`. */
  readonly renderer: string;
  readonly preload: string;
}

/** Before the app is ready: the page's scheme is a place of its own, with the rights of a secure web page. */
export const registerScheme = (): void =>
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: false, codeCache: false } }]);

/** The window's session: in memory only, locked, serving nothing but the built window. */
export function windowSession(files: WindowFiles): Session {
  lockSession(session.defaultSession);
  const own = session.fromPartition('cordon', { cache: false });
  lockSession(own);
  own.protocol.handle(appScheme, async ({ url }) => {
    if (!isOwn(url)) return new Response(null, { status: 404 });
    const { status, headers, body } = await rendererFile(files.renderer, url);
    return new Response(new Uint8Array(body), { status, headers });
  });
  return own;
}

/** Light, dark, or as the system says: what the page reads as prefers-color-scheme. */
export const showAs = (appearance: Appearance): void => void (nativeTheme.themeSource = appearance);

/** Where a window stands between one start of the program and the next. */
export interface WindowPlace {
  bounds(): Bounds | null;
  keepBounds(bounds: Bounds): void;
  shown(): { readonly maximized: boolean; readonly zoom: number };
  keepShown(shown: { readonly maximized: boolean; readonly zoom: number }): void;
}

/** Keeps where the window stands and how it is shown, for the next start. */
export function keepPlace(window: BrowserWindow, place: WindowPlace): void {
  place.keepBounds(window.getNormalBounds());
  place.keepShown({ maximized: window.isMaximized(), zoom: window.webContents.getZoomLevel() });
}

/** A window that shows nothing until its page is drawn. */
export function openWindow(own: Session, files: WindowFiles, place: WindowPlace, appearance: Appearance): BrowserWindow {
  showAs(appearance);
  const bounds = place.bounds();
  const { maximized, zoom } = place.shown();
  const window = new BrowserWindow({
    ...(bounds &&
    inSight(
      bounds,
      screen.getAllDisplays().map(({ workArea }) => workArea),
    )
      ? bounds
      : { width: 1280, height: 840 }),
    minWidth: 880,
    minHeight: 560,
    show: false,
    title: 'Cordon',
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181c' : '#ffffff',
    webPreferences: { ...webPreferences, session: own, preload: files.preload, devTools: !app.isPackaged },
  });
  lockContents(window.webContents);
  window.on('page-title-updated', (event) => event.preventDefault());
  // The page itself first: before it, the empty one has a zoom of its own.
  window.webContents.once('did-finish-load', () => window.webContents.setZoomLevel(zoom));
  window.webContents.on('context-menu', (_event, at) => {
    const items = textMenu(at);
    if (items.length > 0) Menu.buildFromTemplate([...items]).popup({ window });
  });
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  window.on('close', () => keepPlace(window, place));
  return window;
}

/** Whether a message comes from the app's own page in the window's main frame: nobody else is answered. */
export function fromOwnPage(window: BrowserWindow, event: IpcMainEvent | IpcMainInvokeEvent): boolean {
  return (
    !window.isDestroyed() && event.sender === window.webContents && event.senderFrame === window.webContents.mainFrame && event.senderFrame !== null && isOwn(event.senderFrame.url)
  );
}

/** Gives the page its door: one end of a new channel to its main frame; gives the other end. */
export function giveDoor(event: IpcMainEvent): Electron.MessagePortMain {
  const { port1, port2 } = new MessageChannelMain();
  event.senderFrame?.postMessage('door', null, [port1]);
  return port2;
}

/**
 * Ends the page's process and loads the page again in a fresh one. By SIGKILL: `forcefullyCrashRenderer` would write the decrypted page to a core
 * file where cores are allowed (measured), and loading another page keeps the process.
 */
export async function renewPage(window: BrowserWindow): Promise<void> {
  const pid = window.webContents.getOSProcessId();
  if (pid !== 0) {
    const gone = new Promise<void>((resolve) => void window.webContents.once('render-process-gone', () => resolve()));
    killNow(pid);
    await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 2_000))]);
  }
  await window.loadURL(`${appOrigin}/`);
}
