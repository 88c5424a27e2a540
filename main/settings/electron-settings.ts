import ElectronStore from 'electron-store';
import { settings, type Preferences, type Settings } from './settings.ts';

/** For nobody but the person: it says where their vaults lie. */
const onlyMine = 0o600;

/** Settings in `settings.json` of Electron's own folder for the app. A damaged file counts as empty. */
export function electronSettings(fixed: Partial<Preferences> = {}, vaultsFolder: string | null = null): Settings {
  return settings(new ElectronStore({ name: 'settings', clearInvalidConfig: true, configFileMode: onlyMine }), fixed, vaultsFolder);
}
