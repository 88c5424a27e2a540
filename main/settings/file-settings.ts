import Conf from 'conf';
import { settings, type Preferences, type Settings } from './settings.ts';

/** Settings in `folder/settings.json`, for hosts without Electron. A damaged file counts as empty. */
export function fileSettings(folder: string, fixed: Partial<Preferences> = {}, vaultsFolder: string | null = null): Settings {
  return settings(new Conf({ cwd: folder, configName: 'settings', clearInvalidConfig: true }), fixed, vaultsFolder);
}
