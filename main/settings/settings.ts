import { faultNote, type FaultNote } from '../../shared/failure/fault.ts';
import { inOrder, keyOf, lineOf, mostRecent, withoutName, withVault, type FoundVault, type RecentVault } from './recent-vaults.ts';

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
/** What a person may choose of how days, weeks, hours and figures are written; `region`: as the computer's region does. */
const written = {
  dates: ['day-first', 'month-first', 'iso', 'region'],
  weekStart: ['monday', 'sunday', 'saturday', 'region'],
  figures: ['comma', 'point', 'space', 'region'],
  hours: ['24', '12', 'region'],
} as const;

/** Hours of the day, `HH:MM`; over midnight where `from` is the later. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}
/** Until when one was reminded, and by which clocks; what it means is for the vault process to know. */
export interface Told {
  readonly at: number;
  readonly zone: string;
  readonly quiet: QuietHours | null;
  readonly only?: 'before-quiet' | undefined;
}

export interface Preferences {
  readonly appearance: 'system' | 'light' | 'dark';
  readonly density: 'regular' | 'compact';
  readonly lockAfterMinutes: number;
  /** Whether vaults are named before they are unlocked; hidden, nothing kept here names one. */
  readonly vaultNames: 'shown' | 'hidden';
  readonly singleKeys: boolean;
  /** Keys that were changed, by the act that they belong to. */
  readonly keys: Readonly<Record<string, string>>;
  readonly reminders: 'off' | 'counts' | 'numbers';
  readonly reminderDays: number[];
  /** Hours in which no notification is shown; null: none. */
  readonly quietHours: QuietHours | null;
  /** How days, weeks, hours and figures are written in the window. */
  readonly dates: (typeof written)['dates'][number];
  readonly weekStart: (typeof written)['weekStart'][number];
  readonly figures: (typeof written)['figures'][number];
  readonly hours: (typeof written)['hours'][number];
}

/** What is kept about this computer's person outside any vault. Nothing confidential: the file is plain text. */
export interface Settings {
  /** Pinned vaults first, the one opened last before the others. */
  recent(): readonly RecentVault[];
  /** Puts a vault in the list of recent ones, in the place of the lines that `replaces` names (`keyOf`). */
  remember(vault: FoundVault, replaces?: readonly string[]): void;
  pin(key: string, pinned: boolean): void;
  takeOff(key: string): void;
  /** Puts back what was taken off since the program was started. */
  putBack(key: string): void;
  bounds(): Bounds | null;
  keepBounds(bounds: Bounds): void;
  /** Until when a vault reminded of its deadlines, and by which clocks: instants beside its random id, nothing else. Null where it never did. */
  reminded(vault: string): Told[] | null;
  keepReminded(vault: string, until: readonly Told[]): void;
  preferences(): Preferences;
  prefer(preferences: Preferences): void;
  /** Faults of the program, newest first; without a word of any case. */
  faults(): readonly FaultNote[];
  noteFault(fault: FaultNote): void;
}

/** Where settings lie: electron-store under Electron, its base `conf` elsewhere, a Map in tests. */
export interface Store {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
}

const mostFaults = 30;
const standard: Preferences = {
  appearance: 'system',
  density: 'regular',
  lockAfterMinutes: 10,
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

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const isBounds = (value: unknown): value is Bounds => isObject(value) && ['x', 'y', 'width', 'height'].every((name) => Number.isSafeInteger(value[name]));

const isLadder = (value: unknown): value is number[] => Array.isArray(value) && value.length <= 8 && value.every((day) => Number.isInteger(day) && day >= 0 && day <= 90);
const isTime = (value: unknown): boolean => typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
const isQuiet = (value: unknown): value is QuietHours => isObject(value) && Object.keys(value).length === 2 && isTime(value['from']) && isTime(value['to']);
const isTold = (value: unknown): value is Told =>
  isObject(value) &&
  Number.isSafeInteger(value['at']) &&
  typeof value['zone'] === 'string' &&
  (value['quiet'] === null || isQuiet(value['quiet'])) &&
  (value['only'] === undefined || value['only'] === 'before-quiet');
const isKeys = (value: unknown): value is Readonly<Record<string, string>> =>
  isObject(value) && Object.entries(value).length <= 100 && Object.entries(value).every(([act, keys]) => act.length <= 40 && typeof keys === 'string' && keys.length <= 40);

/** Settings over `store`. What is there in a shape of another time or of nobody counts as not there. */
export function settings(store: Store): Settings {
  const recent = () => {
    const kept = store.get('recent');
    return Array.isArray(kept) ? inOrder(kept.flatMap((one) => lineOf(one) ?? [])) : [];
  };
  const keep = (lines: readonly RecentVault[]) => store.set('recent', lines);
  const takenOff = new Map<string, RecentVault>();
  const namesHidden = () => {
    const kept = store.get('preferences');
    return isObject(kept) && kept['vaultNames'] === 'hidden';
  };
  const faults = (): readonly FaultNote[] => {
    const kept = store.get('faults');
    return Array.isArray(kept) ? kept.flatMap((one) => faultNote.safeParse(one).data ?? []) : [];
  };
  const remindedOf = (): Readonly<Record<string, unknown>> => {
    const kept = store.get('reminded');
    return isObject(kept) ? kept : {};
  };
  return {
    recent,
    remember: (vault, replaces = []) => keep(withVault(recent(), vault, replaces, namesHidden())),
    pin: (key, pinned) => keep(inOrder(recent().map((line) => (keyOf(line) === key ? { ...line, pinned } : line)))),
    takeOff(key) {
      const line = recent().find((one) => keyOf(one) === key);
      if (!line) return;
      takenOff.set(key, line);
      keep(recent().filter((one) => one !== line && keyOf(one) !== key));
    },
    putBack(key) {
      const line = takenOff.get(key);
      if (line && takenOff.delete(key)) keep(inOrder([line, ...recent()]));
    },
    bounds() {
      const kept = store.get('bounds');
      return isBounds(kept) ? kept : null;
    },
    keepBounds: (bounds) => store.set('bounds', bounds),
    reminded(vault) {
      const kept = remindedOf()[vault];
      // Older programs kept the day alone: what it brought before it began was told.
      if (typeof kept === 'string') return Number.isNaN(Date.parse(kept)) ? null : [{ at: Date.parse(kept), zone: 'UTC', quiet: null }];
      return Array.isArray(kept) && kept.every(isTold) ? kept : null;
    },
    keepReminded: (vault, until) => store.set('reminded', Object.fromEntries([...Object.entries(remindedOf()).filter(([id]) => id !== vault), [vault, until]].slice(-mostRecent))),
    preferences() {
      const kept = store.get('preferences');
      if (!isObject(kept)) return standard;
      const {
        appearance,
        density,
        lockAfterMinutes: minutes,
        vaultNames,
        singleKeys,
        keys,
        reminders,
        reminderDays: days,
        quietHours: quiet,
        dates,
        weekStart,
        figures,
        hours,
      } = kept;
      return {
        appearance: appearance === 'light' || appearance === 'dark' ? appearance : standard.appearance,
        density: density === 'compact' ? density : standard.density,
        lockAfterMinutes: typeof minutes === 'number' && Number.isInteger(minutes) && minutes >= 1 && minutes <= 240 ? minutes : standard.lockAfterMinutes,
        vaultNames: vaultNames === 'hidden' ? vaultNames : standard.vaultNames,
        singleKeys: typeof singleKeys === 'boolean' ? singleKeys : standard.singleKeys,
        keys: isKeys(keys) ? keys : standard.keys,
        reminders: reminders === 'off' || reminders === 'numbers' ? reminders : standard.reminders,
        reminderDays: isLadder(days) ? days : standard.reminderDays,
        quietHours: quiet === null || isQuiet(quiet) ? quiet : standard.quietHours,
        dates: written.dates.find((one) => one === dates) ?? standard.dates,
        weekStart: written.weekStart.find((one) => one === weekStart) ?? standard.weekStart,
        figures: written.figures.find((one) => one === figures) ?? standard.figures,
        hours: written.hours.find((one) => one === hours) ?? standard.hours,
      };
    },
    prefer(preferences) {
      // First the lines: a kill in between must not leave names where they are said to be hidden.
      if (preferences.vaultNames === 'hidden') keep(recent().flatMap((line) => withoutName(line) ?? []));
      store.set('preferences', preferences);
    },
    faults,
    noteFault: (fault) => store.set('faults', [fault, ...faults()].slice(0, mostFaults)),
  };
}
