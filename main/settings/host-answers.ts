import path from 'node:path';
import type { Preferences, RecentVault, Settings } from './settings.ts';

/** `--sample NAME.cordon` among the words a program was started with: a vault to list first. Chromium may put other words between the two. */
export function sampleIn(words: readonly string[]): string | null {
  const at = words.indexOf('--sample');
  return at === -1 ? null : (words.slice(at + 1).find((word) => word.endsWith('.cordon')) ?? null);
}

/** What a host answers its vault process about settings. `sample` stands first among the recent vaults; `changed` hears of new preferences. */
export function hostAnswers(settings: Settings, sample: string | null, changed: (preferences: Preferences) => void = () => {}) {
  const first = sample === null ? null : path.resolve(sample);
  return {
    'recent.list': (): { vaults: RecentVault[] } => {
      const known = settings.recent();
      if (first === null) return { vaults: [...known] };
      const openedAt = known.find((vault) => vault.path === first)?.openedAt ?? null;
      return { vaults: [{ path: first, name: path.basename(first, '.cordon'), openedAt }, ...known.filter((vault) => vault.path !== first)] };
    },
    'recent.remember': (vault: RecentVault): Record<string, never> => {
      settings.remember(vault);
      return {};
    },
    'settings.read': (): Preferences => settings.preferences(),
    'settings.save': (preferences: Preferences): Record<string, never> => {
      settings.prefer(preferences);
      changed(preferences);
      return {};
    },
  };
}
