import Conf from 'conf';
import { settings, type Preferences, type Settings } from './settings.ts';

/** For nobody but the person: it says where their vaults lie. */
const onlyMine = 0o600;

/** Settings in `folder/settings.json`, for hosts without Electron. A damaged file counts as empty. */
export function fileSettings(folder: string, fixed: Partial<Preferences> = {}, vaultsFolder: string | null = null): Settings {
  return settings(new Conf({ cwd: folder, configName: 'settings', clearInvalidConfig: true, configFileMode: onlyMine }), fixed, vaultsFolder);
}
