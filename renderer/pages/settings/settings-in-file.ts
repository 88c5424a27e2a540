import type { SettingsRead } from '../../../shared/contract/settings-file.ts';
import { settingKeys, type Settings } from '../../../shared/contract/settings.ts';
import { keysThatFit } from '../../keys/keys-that-fit.ts';
import { settingFinder as words } from '../../words/setting-finder.ts';
import { settingNames } from '../../words/setting-names.ts';

/** What a file of settings would change here, and what of it would not be taken, in words. */
export interface FileChanges {
  readonly settings: Partial<Settings>;
  readonly leftOut: readonly string[];
}

/** Holds a file against what is set and fixed here. Keys that clash with others, as by hand they would be refused, are left out one by one. */
export function changesInFile(read: SettingsRead, now: Settings, fixed: readonly (keyof Settings)[]): FileChanges {
  const leftOut = read.leftOut.map((name) => words.unknown(name.slice(0, 40)));
  const wanted = { ...read.settings };
  for (const key of settingKeys)
    if (fixed.includes(key) && key in wanted) {
      delete wanted[key];
      leftOut.push(words.isFixed(settingNames[key]));
    }
  if (wanted.keys) {
    const { keys, why } = keysThatFit(wanted.keys);
    wanted.keys = keys;
    leftOut.push(...why.map(words.clash));
  }
  for (const key of settingKeys) if (JSON.stringify(wanted[key]) === JSON.stringify(now[key])) delete wanted[key];
  return { settings: wanted, leftOut };
}
