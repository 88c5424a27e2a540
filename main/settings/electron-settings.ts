import ElectronStore from 'electron-store';
import { settings, type Preferences, type Settings } from './settings.ts';

/** Settings in `settings.json` of Electron's own folder for the app. A damaged file counts as empty. */
export function electronSettings(fixed: Partial<Preferences> = {}, vaultsFolder: string | null = null): Settings {
  return settings(new ElectronStore({ name: 'settings', clearInvalidConfig: true }), fixed, vaultsFolder);
}
