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
  /** Whether the unlock page names the vaults that it lists. Hidden: no name of a vault, and no folder named after one, stands in the settings either. */
  vaultNames: z.enum(['shown', 'hidden']),
  /** Whether letters without a modifier (G then D, I, F) are commands. */
  singleKeys: z.boolean(),
  /** Keys that were changed, by the act that they belong to (renderer/words/keys.ts). */
  keys: z.record(z.string().max(40), z.string().max(40)),
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
export type Settings = z.infer<typeof settings>;

/** What a window goes by until its host has said what is set. */
export const firstSettings: Settings = {
  appearance: 'system',
  density: 'regular',
  lockAfterMinutes: 15,
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
