import { accessSync, constants } from 'node:fs';
import path from 'node:path';

const macApps = [
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Brave Browser.app/Contents/MacOS/Brave Browser',
];
const linuxNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'brave-browser'];
const windowsPaths = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe', 'Chromium\\Application\\chrome.exe'];

function candidates(platform: NodeJS.Platform, environment: Readonly<Record<string, string | undefined>>): string[] {
  const given = environment['CORDON_CHROMIUM'] ? [environment['CORDON_CHROMIUM']] : [];
  if (platform === 'darwin') return [...given, ...macApps.map((app) => path.join('/Applications', app))];
  if (platform === 'win32') {
    const bases = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => environment[name] ?? []);
    return [...given, ...bases.flatMap((base) => windowsPaths.map((file) => path.win32.join(base, file)))];
  }
  const folders = (environment['PATH'] ?? '').split(':').filter((folder) => path.isAbsolute(folder));
  return [...given, ...linuxNames.flatMap((name) => [...folders, '/usr/bin'].map((folder) => path.join(folder, name)))];
}

/** An installed browser of the Chromium family, or null. `CORDON_CHROMIUM` names another. */
export function findChromium(platform: NodeJS.Platform, environment: Readonly<Record<string, string | undefined>>): string | null {
  for (const file of candidates(platform, environment)) {
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not this one.
    }
  }
  return null;
}
