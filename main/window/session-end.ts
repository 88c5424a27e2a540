import { powerMonitor, type BrowserWindow } from 'electron';

/** Tells when the person's session ends, or a signal ends the program: then it ends fast and whole, and asks nobody. */
export function onSessionEnd(window: BrowserWindow, ends: () => void): void {
  // Electron takes a signal for the person's own wish to quit: heard here, it is told apart.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, ends);
  powerMonitor.on('shutdown', ends);
  // Windows.
  window.on('session-end', ends);
}
