import ElectronStore from 'electron-store';
import { settings, type Settings } from './settings.ts';

/** Settings in `settings.json` of Electron's own folder for the app. A damaged file counts as empty. */
export function electronSettings(): Settings {
  return settings(new ElectronStore({ name: 'settings', clearInvalidConfig: true }));
}
