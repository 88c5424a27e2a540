import { app, type BrowserWindow } from 'electron';
import type { MenuBarAct } from '../../shared/contract/window-act.ts';

/** One step of the zoom that the menu bar makes too. */
const step = 0.5;

/** Does with the window what its menu bar would. */
export function doWithWindow(window: BrowserWindow, does: MenuBarAct): void {
  const { webContents } = window;
  switch (does) {
    case 'zoom-in':
      return webContents.setZoomLevel(webContents.getZoomLevel() + step);
    case 'zoom-out':
      return webContents.setZoomLevel(webContents.getZoomLevel() - step);
    case 'zoom-reset':
      return webContents.setZoomLevel(0);
    case 'full-screen':
      return window.setFullScreen(!window.isFullScreen());
    case 'quit':
      return app.quit();
  }
}
