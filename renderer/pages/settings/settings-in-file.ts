import type { SettingsRead } from '../../../shared/contract/settings-file.ts';
import { settingKeys, type Settings } from '../../../shared/contract/settings.ts';
import { whyNot } from '../../keys/clash.ts';
import type { Changed } from '../../keys/bound.ts';
import { keyed, type KeyId } from '../../words/keys.ts';
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

const isKeyId = (name: string): name is KeyId => Object.hasOwn(keyed, name);

/** Those of the keys that can all be pressed and told apart; acts of another version stay, because they say nothing here. */
function keysThatFit(given: Readonly<Record<string, string>>): { readonly keys: Record<string, string>; readonly why: readonly string[] } {
  const why: string[] = [];
  let keys = { ...given };
  // What is taken out may free others, or make them clash with its first keys: until nothing changes any more.
  for (;;) {
    const changed: Changed = Object.fromEntries(Object.entries(keys).filter(([name]) => isKeyId(name)));
    const clash = Object.entries(changed).flatMap(([name, has]) => {
      const found = isKeyId(name) ? whyNot(name, has, changed) : null;
      return found === null ? [] : [{ name, found }];
    })[0];
    if (clash === undefined) return { keys, why };
    why.push(clash.found);
    keys = Object.fromEntries(Object.entries(keys).filter(([name]) => name !== clash.name));
  }
}
