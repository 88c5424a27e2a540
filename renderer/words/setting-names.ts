import type { Settings } from '../../shared/contract/settings.ts';
import { backups } from './backups.ts';
import { ownPassphrase, people, recovery } from './people.ts';
import { settingFinder } from './setting-finder.ts';
import { settings as words } from './settings.ts';

/** The settings of this computer by the names that the page of settings gives them, in its order. One without a name does not compile. */
export const settingNames: Readonly<Record<keyof Settings, string>> = {
  appearance: words.appearance,
  density: words.density,
  dates: words.dates,
  weekStart: words.weekStart,
  hours: words.hours,
  figures: words.figures,
  lockAfterMinutes: words.lockAfter,
  copiedClears: words.copiedClears,
  vaultNames: words.vaultNames,
  reminders: words.remind,
  reminderDays: words.ladder,
  quietHours: words.quiet,
  singleKeys: words.singleKeys,
  keys: words.keys,
};

/** What each setting does, in plain words, under its control. One without help does not compile. */
export const settingHelp: Readonly<Record<keyof Settings, string>> = {
  appearance: 'Whether the window is light or dark, or follows the system through the day.',
  density: 'Compact rows show about a sixth more lines of a list at once.',
  dates: 'How dates stand in lists, on records and in calendars.',
  weekStart: 'The first day of a week in calendars and in the year of deadlines.',
  hours: 'How hours stand in the window, always with whose clocks show them.',
  figures: 'How thousands and decimals are marked in figures and sums.',
  lockAfterMinutes: `How long nobody may touch keys or pointer before the vault locks itself; what was typed is sealed first. ${words.lockNote}`,
  copiedClears:
    'How long what was copied in the window can be pasted elsewhere. What another program copied meanwhile is left alone; a clipboard history of the system keeps its own copy. In the desktop application.',
  vaultNames: 'Whether the page on which a vault is unlocked names the vaults that were open here before.',
  reminders: 'Whether the system tells you of near deadlines, and whether it names the numbers of their records.',
  reminderDays: 'How long before the file-by date you are told.',
  quietHours: words.quietNote,
  singleKeys: 'Switch this off if letters are pressed by mistake, or by speech input. Everything stays reachable by Ctrl keys and the search window.',
  keys: 'Which keys do what: the menu bar, menus and the list of shortcuts follow.',
};
/** Other words by which a setting is looked for. */
const settingAlso: Readonly<Record<keyof Settings, string>> = {
  appearance: 'theme dark light mode night contrast',
  density: 'compact spacing size lines',
  dates: 'format locale american british iso day month',
  weekStart: 'monday sunday calendar',
  hours: 'clock time am pm 24 12',
  figures: 'numbers thousands decimal comma point separator',
  lockAfterMinutes: 'timeout idle auto lock security sleep',
  copiedClears: 'clipboard copy paste forget clear seconds',
  vaultNames: 'hide privacy recent list unlock',
  reminders: 'notifications alerts popup',
  reminderDays: 'notifications ahead before',
  quietHours: 'silent night do not disturb notifications',
  singleKeys: 'letters hotkeys accessibility speech',
  keys: 'keyboard shortcuts hotkeys bindings',
};

/** The parts of the page of settings in its order, with other words by which they are looked for. */
export const settingSections = [
  { id: 'look', name: words.look, also: 'theme colors dark light density rows' },
  { id: 'writing', name: words.writing, also: 'format locale week hours numbers' },
  { id: 'locking', name: words.locking, also: 'timeout idle minutes' },
  { id: 'reminders', name: words.reminders, also: 'notifications alerts' },
  { id: 'keys', name: words.keys, also: 'keyboard shortcuts hotkeys' },
  { id: 'people', name: people.title, also: 'users persons add' },
  { id: 'passphrase', name: ownPassphrase.title, also: 'password change' },
  { id: 'recovery', name: recovery.title, also: 'words sheet' },
  { id: 'vault', name: words.vault, also: 'verify integrity freshness' },
  { id: 'backups', name: backups.title, also: 'backup copy restore' },
  { id: 'about', name: words.about, also: 'version license notices' },
  { id: 'carry', name: settingFinder.carry, also: 'export import file transfer' },
] as const;
/** The settings that stand in each part. */
export const settingsOf: Readonly<Partial<Record<SettingSection, readonly (keyof Settings)[]>>> = {
  look: ['appearance', 'density'],
  writing: ['dates', 'weekStart', 'hours', 'figures'],
  locking: ['lockAfterMinutes', 'copiedClears', 'vaultNames'],
  reminders: ['reminders', 'reminderDays', 'quietHours'],
  keys: ['singleKeys', 'keys'],
};
export type SettingSection = (typeof settingSections)[number]['id'];

const said: { readonly [Key in keyof Settings]: (value: Settings[Key]) => string } = {
  appearance: (value) => words[value],
  density: (value) => words[value],
  dates: (value) => ({ 'day-first': '18 Jun 2026', 'month-first': 'Jun 18, 2026', iso: '2026-06-18', region: words.system })[value],
  weekStart: (value) => (value === 'region' ? words.system : words.weekStarts[value]),
  hours: (value) => ({ 24: '16:30', 12: '4:30 p.m.', region: words.system })[value],
  figures: (value) => ({ comma: '12,345.6', point: '12.345,6', space: '12 345,6', region: words.system })[value],
  lockAfterMinutes: (value) => words.minutes(value),
  copiedClears: (value) => words.copiedClearsAs[value],
  vaultNames: (value) => (value === 'shown' ? words.yes : words.no),
  reminders: (value) => words.remindAs[value],
  reminderDays: (value) => value.map((day) => words.daysBefore(day)).join('; '),
  quietHours: (value) => (value === null ? words.noQuiet : words.quietSaid(value.from, value.to)),
  singleKeys: (value) => (value ? words.yes : words.no),
  keys: (value) => words.keysChanged(Object.keys(value).length),
};

/** A setting as words: what is set, or what would be. */
export const settingSays = <Key extends keyof Settings>(key: Key, settings: Pick<Settings, Key>): string => said[key](settings[key]);

/** What a search of the settings finds: parts of the page, and settings in them. A part found by its own name shows all of its settings. */
export interface SettingsFound {
  readonly sections: ReadonlySet<SettingSection>;
  readonly settings: ReadonlySet<keyof Settings>;
}

/** Finds by all words that were typed, each the beginning of a word: in the name of a setting, its help, other words for it, and what is set. Nothing typed: everything. */
export function settingsFound(typed: string, settings: Settings): SettingsFound {
  const wanted = plainWords(typed);
  const fits = (...texts: readonly string[]): boolean => {
    const words = plainWords(texts.join(' '));
    return wanted.every((one) => words.some((word) => word.startsWith(one)));
  };
  const sections = new Set<SettingSection>();
  const found = new Set<keyof Settings>();
  for (const { id, name, also } of settingSections) {
    const own = settingsOf[id] ?? [];
    const whole = fits(name);
    const some = own.filter((key) => fits(name, settingNames[key], settingHelp[key], settingAlso[key], said[key](settings[key] as never)));
    if (some.length === 0 && !fits(name, also)) continue;
    sections.add(id);
    for (const key of whole || some.length === 0 ? own : some) found.add(key);
  }
  return { sections, settings: found };
}
const plainWords = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];
