/** A vault that was open before. */
export interface RecentVault {
  readonly path: string;
  readonly name: string;
  readonly openedAt: number | null;
}
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface Preferences {
  readonly appearance: 'system' | 'light' | 'dark';
  readonly lockAfterMinutes: number;
  readonly singleKeys: boolean;
}

/** What is kept about this computer's person outside any vault. Nothing confidential: the file is plain text. */
export interface Settings {
  recent(): readonly RecentVault[];
  /** Puts a vault first in the list of recent ones. */
  remember(vault: RecentVault): void;
  bounds(): Bounds | null;
  keepBounds(bounds: Bounds): void;
  preferences(): Preferences;
  prefer(preferences: Preferences): void;
}

/** Where settings lie: electron-store under Electron, its base `conf` elsewhere, a Map in tests. */
export interface Store {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
}

const mostRecent = 10;
const standard: Preferences = { appearance: 'system', lockAfterMinutes: 10, singleKeys: true };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const isRecent = (value: unknown): value is RecentVault =>
  isObject(value) && typeof value['path'] === 'string' && typeof value['name'] === 'string' && (value['openedAt'] === null || Number.isSafeInteger(value['openedAt']));
const isBounds = (value: unknown): value is Bounds => isObject(value) && ['x', 'y', 'width', 'height'].every((name) => Number.isSafeInteger(value[name]));

/** Settings over `store`. What is there in a shape of another time or of nobody counts as not there. */
export function settings(store: Store): Settings {
  const recent = () => {
    const kept = store.get('recent');
    return Array.isArray(kept) ? kept.filter(isRecent) : [];
  };
  return {
    recent,
    remember: (vault) => store.set('recent', [vault, ...recent().filter((other) => other.path !== vault.path)].slice(0, mostRecent)),
    bounds() {
      const kept = store.get('bounds');
      return isBounds(kept) ? kept : null;
    },
    keepBounds: (bounds) => store.set('bounds', bounds),
    preferences() {
      const kept = store.get('preferences');
      if (!isObject(kept)) return standard;
      const { appearance, lockAfterMinutes: minutes, singleKeys } = kept;
      return {
        appearance: appearance === 'light' || appearance === 'dark' ? appearance : standard.appearance,
        lockAfterMinutes: typeof minutes === 'number' && Number.isInteger(minutes) && minutes >= 1 && minutes <= 240 ? minutes : standard.lockAfterMinutes,
        singleKeys: typeof singleKeys === 'boolean' ? singleKeys : standard.singleKeys,
      };
    },
    prefer: (preferences) => store.set('preferences', preferences),
  };
}
