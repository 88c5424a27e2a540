import type { WebPreferences } from 'electron';

/** The one setting of every window's page. tests/unit/electron-checklist.test.ts reads it back against Electron's security list. */
export const webPreferences = Object.freeze({
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  plugins: false,
  spellcheck: false,
  webgl: false,
  // Compiled pages of the app need no cache, and a cache is a file.
  v8CacheOptions: 'none',
} satisfies WebPreferences);
