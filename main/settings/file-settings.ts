import Conf from 'conf';
import { settings, type Settings } from './settings.ts';

/** Settings in `folder/settings.json`, for hosts without Electron. A damaged file counts as empty. */
export function fileSettings(folder: string): Settings {
  return settings(new Conf({ cwd: folder, configName: 'settings', clearInvalidConfig: true }));
}
