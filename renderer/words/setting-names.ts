import type { Settings } from '../../shared/contract/settings.ts';
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
  vaultNames: words.vaultNames,
  reminders: words.remind,
  reminderDays: words.ladder,
  quietHours: words.quiet,
  singleKeys: words.singleKeys,
  keys: words.keys,
};

const said: { readonly [Key in keyof Settings]: (value: Settings[Key]) => string } = {
  appearance: (value) => words[value],
  density: (value) => words[value],
  dates: (value) => ({ 'day-first': '18 Jun 2026', 'month-first': 'Jun 18, 2026', iso: '2026-06-18', region: words.system })[value],
  weekStart: (value) => (value === 'region' ? words.system : words.weekStarts[value]),
  hours: (value) => ({ 24: '16:30', 12: '4:30 p.m.', region: words.system })[value],
  figures: (value) => ({ comma: '12,345.6', point: '12.345,6', space: '12 345,6', region: words.system })[value],
  lockAfterMinutes: (value) => words.minutes(value),
  vaultNames: (value) => (value === 'shown' ? words.yes : words.no),
  reminders: (value) => words.remindAs[value],
  reminderDays: (value) => value.map((day) => words.daysBefore(day)).join('; '),
  quietHours: (value) => (value === null ? words.noQuiet : words.quietSaid(value.from, value.to)),
  singleKeys: (value) => (value ? words.yes : words.no),
  keys: (value) => words.keysChanged(Object.keys(value).length),
};

/** A setting as words: what is set, or what would be. */
export const settingSays = <Key extends keyof Settings>(key: Key, settings: Pick<Settings, Key>): string => said[key](settings[key]);
