import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FaultNote } from '../../shared/failure/fault.ts';
import type { Sample } from '../../shared/contract/host.ts';
import { settingKeys } from '../../shared/contract/settings.ts';
import type { HostAbout } from './host-about.ts';
import { noPolicy } from './policy.ts';
import { keyOf, type FoundVault, type RecentVault } from './recent-vaults.ts';
import type { Preferences, Settings, Told } from './settings.ts';

/** `--sample NAME.cordon` among the words a program was started with: a vault to list first. Chromium may put other words between the two. */
export function sampleIn(words: readonly string[]): string | null {
  const at = words.indexOf('--sample');
  return at === -1 ? null : (words.slice(at + 1).find((word) => word.endsWith('.cordon')) ?? null);
}

/** What is opened at once: with `--sample-case` the sample case of this program, as its button on the unlock page does; else the sample and its passphrase, read from the descriptor that `--sample-passphrase-fd=N` names; null where nothing can be read: the unlock page asks then. */
export function openSample(words: readonly string[]): Sample | null {
  if (words.includes('--sample-case')) return 'own';
  const sample = sampleIn(words);
  const descriptor = words.map((word) => /^--sample-passphrase-fd=(\d+)$/.exec(word)?.[1]).find((found) => found !== undefined);
  if (sample === null || descriptor === undefined) return null;
  try {
    const passphrase = readFileSync(Number(descriptor), 'utf8').trim();
    return passphrase === '' ? null : { path: path.resolve(sample), passphrase };
  } catch {
    // No such descriptor: Windows hands none on to a program with windows.
    return null;
  }
}

/**
 * What a host answers its vault process about settings and itself. `sample` stands first among the recent vaults; `changed` hears of new preferences; `notify` shows a
 * notification of the system and says whether it could: a host without any has none. `showFolder` shows where a folder lies, in the system's own window. `handed` is the
 * vault that a start of the program pointed at, until it is opened: it stands before all others.
 */
export function hostAnswers(
  settings: Settings,
  sample: string | null,
  about: HostAbout,
  changed: (preferences: Preferences) => void = () => {},
  notify: (words: { readonly title: string; readonly body: string }) => boolean = () => false,
  showFolder: ((folder: string) => void) | null = null,
  handed: { readonly now: () => string | null; readonly opened: (folder: string) => void } | null = null,
) {
  const first = sample === null ? null : path.resolve(sample);
  const startedAt = about.now();
  const ofWindow: FaultNote[] = [];
  const listed = (line: RecentVault) => ({
    ...line,
    ...(line.path === null && line.folder === null && line.id !== null && { folder: settings.within(line.id) }),
    key: keyOf(line),
    listed: true,
  });
  const recentLines = () => {
    const known = settings.recent().map(listed);
    const pointedAt = handed?.now() ?? null;
    const before = [...new Set([pointedAt, first])].filter((at) => at !== null);
    const found = (at: string) => known.find((vault) => vault.path === at) ?? { id: null, path: at, folder: null, openedAt: null, pinned: false, key: at, listed: false };
    return [...before.map((at) => ({ ...found(at), handed: at === pointedAt })), ...known.filter(({ path: at }) => at === null || !before.includes(at))];
  };
  return {
    'recent.list': (): { vaults: ReturnType<typeof recentLines>; namesHidden: boolean } => ({
      vaults: recentLines(),
      namesHidden: settings.preferences().vaultNames === 'hidden',
    }),
    'recent.remember': ({ replaces, ...vault }: FoundVault & { readonly replaces: readonly string[] }): Record<string, never> => {
      handed?.opened(vault.path);
      settings.remember(vault, replaces);
      return {};
    },
    'recent.change': ({ key, to }: { readonly key: string; readonly to: 'pinned' | 'unpinned' | 'off' | 'back' }): Record<string, never> => {
      if (to === 'off') settings.takeOff(key);
      else if (to === 'back') settings.putBack(key);
      else settings.pin(key, to === 'pinned');
      return {};
    },
    // Only what stands in the list: whoever asks must not have any folder of this computer opened.
    'recent.show': ({ path: asked }: { readonly path: string }): { shown: boolean } => {
      if (showFolder === null || !recentLines().some((line) => line.path === asked)) return { shown: false };
      showFolder(asked);
      return { shown: true };
    },
    'reminder.last': ({ vault }: { readonly vault: string }): { told: Told[] | null } => ({ told: settings.reminded(vault) }),
    'reminder.show': ({
      vault,
      told,
      words,
    }: {
      readonly vault: string;
      readonly told: readonly Told[];
      readonly words?: { readonly title: string; readonly body: string } | undefined;
    }): { shown: boolean } => {
      settings.keepReminded(vault, told);
      return { shown: words !== undefined && notify(words) };
    },
    'diagnostics.read': () => ({
      versions: about.versions,
      startedAt,
      requests: about.requests(),
      places: about.places,
      faults: [...ofWindow, ...settings.faults()].sort((a, b) => b.at - a.at),
    }),
    'fault.note': (fault: FaultNote): Record<string, never> => {
      // What a page tells never reaches the disk: a page that was taken over would choose its words.
      if (fault.where === 'window') ofWindow.splice(0, ofWindow.length, fault, ...ofWindow.slice(0, 9));
      else settings.noteFault(fault);
      return {};
    },
    /** The vault process or the page ended by itself: noted with the other faults. */
    ended: (): void =>
      settings.noteFault({ at: about.now(), reference: Buffer.from(about.random(4)).toString('hex'), where: 'ended', operation: 'process', error: 'ended-by-itself', frames: [] }),
    'settings.read': (): Preferences => settings.preferences(),
    'settings.fixed': () => ({ fixed: settingKeys.filter((key) => key in (about.policy ?? noPolicy).settings), damaged: (about.policy ?? noPolicy).damaged }),
    'settings.save': (preferences: Preferences): Record<string, never> => {
      settings.prefer(preferences);
      changed(settings.preferences());
      return {};
    },
  };
}
