import * as z from 'zod';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** Whether they leave enough of the day is for whoever goes by them to ask (`areQuietHours`). */
export const quietHours = z.strictObject({ from: timeOfDay, to: timeOfDay });

/** What a person sets for the window on this computer. Nothing confidential: it is kept outside the vault. */
export const settings = z.strictObject({
  appearance: z.enum(['system', 'light', 'dark']),
  /** How close the rows of lists stand. */
  density: z.enum(['regular', 'compact']),
  /** Minutes without a key or a pointer before the vault locks itself. */
  lockAfterMinutes: z.int().min(1).max(240),
  /** When what was copied is taken off the clipboard again, if it is still there: with the lock at the latest. */
  copiedClears: z.enum(['lock', '5-minutes', '1-minute']),
  /** Whether the unlock page names the vaults that it lists. Hidden: no name of a vault, and no folder named after one, stands in the settings either. */
  vaultNames: z.enum(['shown', 'hidden']),
  /** Whether letters without a modifier (G then D, I, F) are commands. */
  singleKeys: z.boolean(),
  /** Keys that were changed, by the act that they belong to (renderer/words/keys.ts). */
  keys: z.record(z.string().max(40), z.string().max(40)).refine((keys) => Object.keys(keys).length <= 100),
  /** Notifications of the system: none, how many deadlines are near, or their numbers too; never a title. `reminderDays`: so long before the file-by date. */
  reminders: z.enum(['off', 'counts', 'numbers']),
  reminderDays: z.array(z.int().min(0).max(90)).max(8),
  /** Hours in which no notification is shown; what ends in them is told before they begin. Null: none. */
  quietHours: quietHours.nullable(),
  /** How days, weeks, hours and figures are written in the window: `region` as this computer's region does. Papers keep the form of the law. */
  dates: z.enum(['day-first', 'month-first', 'iso', 'region']),
  weekStart: z.enum(['monday', 'sunday', 'saturday', 'region']),
  figures: z.enum(['comma', 'point', 'space', 'region']),
  hours: z.enum(['24', '12', 'region']),
});
/** How long what was copied stands on the clipboard, in milliseconds; null: until the lock. */
export const copiedStays: Readonly<Record<Settings['copiedClears'], number | null>> = { lock: null, '5-minutes': 300_000, '1-minute': 60_000 };
export type Settings = z.infer<typeof settings>;
/** Their names, in no order that means anything. */
// Proof of the cast: the keys of this very shape.
export const settingKeys = Object.keys(settings.shape) as (keyof Settings)[];

/** Which of them the administrator of this computer has fixed; `damaged`: there is a file that should, and cannot be read. */
export const fixedSettings = z.strictObject({ fixed: z.array(z.enum(settingKeys)), damaged: z.boolean() });
export type FixedSettings = z.infer<typeof fixedSettings>;

/** Those of these values that are settings, each by itself: what has another shape counts as not there. */
export function settingsIn(values: Readonly<Record<string, unknown>>): Partial<Settings> {
  return Object.fromEntries(settingKeys.flatMap((key) => (settings.shape[key].safeParse(values[key]).success ? [[key, values[key]]] : [])));
}

/** What is set from the start: kept by nobody, so that it is the same wherever nothing was chosen. */
export const firstSettings: Settings = {
  appearance: 'system',
  density: 'regular',
  lockAfterMinutes: 10,
  copiedClears: 'lock',
  vaultNames: 'shown',
  singleKeys: true,
  keys: {},
  reminders: 'counts',
  reminderDays: [7, 3, 1, 0],
  quietHours: { from: '21:00', to: '07:00' },
  dates: 'day-first',
  weekStart: 'monday',
  figures: 'comma',
  hours: '24',
};
