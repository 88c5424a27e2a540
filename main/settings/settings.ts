import path from 'node:path';
import { told, type Told } from '../../shared/contract/reminders.ts';
import { firstSettings, settingKeys, settingsIn, type Settings as Preferences } from '../../shared/contract/settings.ts';
import { faultNote, type FaultNote } from '../../shared/failure/fault.ts';
import { inOrder, keyOf, lineOf, mostRecent, withoutName, withVault, type FoundVault, type RecentVault } from './recent-vaults.ts';

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
/** Whether the window filled its screen, and how large its page was drawn: Chromium's zoom level, 0 for its own size. */
export interface Shown {
  readonly maximized: boolean;
  readonly zoom: number;
}
export type { Preferences, Told };

/** What is kept about this computer's person outside any vault. Nothing confidential: the file is plain text. */
export interface Settings {
  /** Pinned vaults first, the one opened last before the others. */
  recent(): readonly RecentVault[];
  /** In which folder a vault was, whose folder is not kept; known until the program ends. Null where nobody has pointed at it since it was started. */
  within(id: string): string | null;
  /** Puts a vault in the list of recent ones, in the place of the lines that `replaces` names (`keyOf`). */
  remember(vault: FoundVault, replaces?: readonly string[]): void;
  pin(key: string, pinned: boolean): void;
  takeOff(key: string): void;
  /** Puts back what was taken off since the program was started. */
  putBack(key: string): void;
  bounds(): Bounds | null;
  keepBounds(bounds: Bounds): void;
  /** How the window was shown when it was closed last. */
  shown(): Shown;
  keepShown(shown: Shown): void;
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

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
/** Chromium's own zoom goes so far: 25 % and 500 %. */
const [leastZoom, mostZoom] = [-7.7, 8.9];
const isBounds = (value: unknown): value is Bounds => isObject(value) && ['x', 'y', 'width', 'height'].every((name) => Number.isSafeInteger(value[name]));

/** Settings over `store`. What is there in a shape of another time or of nobody counts as not there. `fixed` stands before whatever a person chose; new vaults lie in `vaultsFolder`. */
export function settings(store: Store, fixed: Partial<Preferences> = {}, vaultsFolder: string | null = null): Settings {
  const kept = (): Partial<Preferences> => {
    const values = store.get('preferences');
    return isObject(values) ? settingsIn(values) : {};
  };
  const preferences = (): Preferences => ({ ...firstSettings, ...kept(), ...fixed });
  const recent = () => {
    const kept = store.get('recent');
    return Array.isArray(kept) ? inOrder(kept.flatMap((one) => lineOf(one) ?? [])) : [];
  };
  const keep = (lines: readonly RecentVault[]) => store.set('recent', lines);
  const takenOff = new Map<string, RecentVault>();
  const namesHidden = () => preferences().vaultNames === 'hidden';
  /** By their ids, in memory alone. */
  const folders = new Map<string, string>();
  const noteFolder = ({ id, path: at }: Pick<RecentVault, 'id' | 'path'>): void => {
    if (id !== null && at !== null) folders.set(id, path.dirname(at));
  };
  const asKept = (line: RecentVault): RecentVault | null => (namesHidden() ? withoutName(line, vaultsFolder) : line);
  const hideNames = (): void => {
    for (const line of recent()) noteFolder(line);
    keep(recent().flatMap((line) => withoutName(line, vaultsFolder) ?? []));
  };
  // Also what an older program kept, or a person before names were fixed as hidden.
  if (namesHidden()) hideNames();
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
    within: (id) => folders.get(id) ?? null,
    remember(vault, replaces = []) {
      noteFolder(vault);
      keep(withVault(recent(), vault, replaces, asKept));
    },
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
    shown() {
      const kept = store.get('shown');
      const { maximized, zoom } = isObject(kept) ? kept : {};
      return { maximized: maximized === true, zoom: typeof zoom === 'number' && zoom >= leastZoom && zoom <= mostZoom ? zoom : 0 };
    },
    keepShown: (shown) => store.set('shown', shown),
    reminded(vault) {
      const kept = remindedOf()[vault];
      // Older programs kept the day alone: what it brought before it began was told.
      if (typeof kept === 'string') return Number.isNaN(Date.parse(kept)) ? null : [{ at: Date.parse(kept), zone: 'UTC', quiet: null }];
      return told.safeParse(kept).data ?? null;
    },
    keepReminded: (vault, until) => store.set('reminded', Object.fromEntries([...Object.entries(remindedOf()).filter(([id]) => id !== vault), [vault, until]].slice(-mostRecent))),
    preferences,
    prefer(chosen) {
      // First the lines: a kill in between must not leave names where they are said to be hidden.
      if (chosen.vaultNames === 'hidden') hideNames();
      // What is fixed is not kept as the person's own: theirs is there again when it is not fixed any more.
      store.set('preferences', { ...chosen, ...Object.fromEntries(settingKeys.filter((key) => key in fixed).map((key) => [key, kept()[key] ?? firstSettings[key]])) });
    },
    faults,
    noteFault: (fault) => store.set('faults', [fault, ...faults()].slice(0, mostFaults)),
  };
}
