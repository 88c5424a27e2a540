import { existsSync, statSync } from 'node:fs';
import { access, readdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { HostContract, RecentLine } from '../../shared/contract/host.ts';
import type { Line } from '../../shared/contract/line.ts';
import type { ListedVault, RecentChange } from '../../shared/contract/recent-vaults.ts';
import { Refused, refuse, type Failure } from '../../shared/failure/failure.ts';
import { fromHome } from '../settings/host-about.ts';
import { readVaultInfo, type VaultSetting } from '../vault/vault.ts';
import type { Grants } from './grants.ts';
import { sampleFolder } from './sample-case.ts';

/** The list of the unlock page: which vaults were opened on this computer, where each lies now, and what can be done with its line. */
export interface RecentVaults {
  list(): Promise<ListedVault[]>;
  change(token: string, to: RecentChange): Promise<void>;
  /** Asks where a vault of the list lies now, and puts it in its old line's place. False when the person changed their mind. Refuses `another-vault`, `vault-not-found`. */
  find(token: string): Promise<boolean>;
  show(token: string): Promise<{ readonly shown: boolean; readonly path: string | null }>;
  /** A vault was opened: its line comes first, and those of the same vault where it no longer lies are gone. */
  remember(id: string, folder: string, openedAt: number): Promise<void>;
  /** Takes every line of what lay in this folder off the list. */
  forget(folder: string): Promise<void>;
  /** What a vault that was pointed at is called before it is open; null where names are hidden. */
  nameOf(folder: string): string | null;
  /** A failure as it may be told: with the vault's name only where names are shown before unlocking. */
  told(thrown: unknown, folder: string): unknown;
}

interface Setting {
  readonly line: Line<HostContract>;
  readonly grants: Pick<Grants, 'place'>;
  readonly vaultsFolder: string;
  readonly vaultSetting: Pick<VaultSetting, 'stateFolder'>;
  /** A host without dialogs lists what lies in the folder of new vaults by itself. */
  readonly host: 'electron' | 'chromium';
}
/** A line with where its vault was found; null where it was not. */
interface Resolved {
  readonly line: RecentLine;
  readonly at: string | null;
  readonly id: string | null;
  /** Other folders of the same vault beside it, where it was found by its id: without its name nobody could tell which is meant. */
  readonly copies: number;
}

/** A drive that does not answer within this time is slow, not gone: what lies on it is tried when it is opened. */
const patienceMs = 700;
/** A vault that is missing is looked for among so many neighbours. */
const mostNeighbours = 200;
const suffix = '.cordon';
const unnamed = 'This vault';

export function recentVaults({ line, grants, vaultsFolder, host, vaultSetting }: Setting): RecentVaults {
  const sample = path.resolve(sampleFolder(vaultSetting.stateFolder));
  const byToken = new Map<string, Resolved>();
  let hidden = false;

  async function resolved(): Promise<Resolved[]> {
    const { vaults, namesHidden } = await line.ask('recent.list', {});
    hidden = namesHidden;
    const found = await Promise.all(vaults.map((one) => whereIs(one, vaultsFolder)));
    // The same folder by two ways is one line: the first, which is the person's own.
    return found.filter((one, i) => one.at === null || found.findIndex(({ at }) => at === one.at) === i);
  }
  const taken = (token: string): Resolved => byToken.get(token) ?? refuse({ code: 'misuse', why: 'the window asked for a vault that is not in its list' });

  return {
    async list() {
      const all = await resolved();
      byToken.clear();
      const listed: ListedVault[] = [];
      for (const one of all) {
        const { line: kept, at, id } = one;
        // What could not be found again without its name, or was kept without it while names are shown, is learned here.
        if (kept.listed && at !== null && id !== null && (kept.id === null || (kept.path === null && !hidden)))
          await line.ask('recent.remember', { id, path: at, openedAt: kept.openedAt, replaces: [kept.key] });
        const token = grants.place(at ?? `missing ${kept.key}`);
        byToken.set(token, one);
        listed.push({
          token,
          name: hidden ? null : path.basename(at ?? kept.path ?? '', suffix) || null,
          openedAt: kept.openedAt,
          pinned: kept.pinned,
          ...(kept.handed === true && { handed: true }),
          sample: at !== null && path.resolve(at) === sample,
          missing:
            at === null ? { at: hidden || kept.path === null ? null : (fromHome(kept.path, os.homedir()) ?? kept.path), kept: kept.path !== null || kept.folder !== null } : null,
          copies: one.copies,
          acts: actsOf(one, hidden, host === 'chromium' ? vaultsFolder : null),
        });
      }
      return listed;
    },
    async change(token, to) {
      await line.ask('recent.change', { key: taken(token).line.key, to });
    },
    async find(token) {
      const { line: kept } = taken(token);
      const { path: chosen, available } = await line.ask('place.chooseVault', {});
      if (!available) refuse({ code: 'not-available-here', what: 'choosing a folder', why: 'this browser shows no folders of this computer' });
      if (chosen === null) return false;
      if (readVaultInfo(chosen).id !== kept.id) refuse({ code: 'another-vault', file: path.basename(chosen) });
      await line.ask('recent.remember', { id: kept.id, path: chosen, openedAt: kept.openedAt, replaces: [kept.key] });
      return true;
    },
    async show(token) {
      const { at } = taken(token);
      if (at === null || hidden) return refuse({ code: 'misuse', why: 'there is no folder to show' });
      const { shown } = await line.ask('recent.show', { path: at });
      return { shown, path: shown ? null : at };
    },
    async remember(id, folder, openedAt) {
      const gone = (await resolved()).filter((one) => one.line.listed && one.line.id === id && (one.at === null || one.at === folder));
      await line.ask('recent.remember', { id, path: folder, openedAt, replaces: gone.map((one) => one.line.key) });
    },
    async forget(folder) {
      // By its place: what is not there any more is not found by its id.
      const { vaults } = await line.ask('recent.list', {});
      for (const { key, path: at, folder: within } of vaults) if (at === folder || within === path.dirname(folder)) await line.ask('recent.change', { key, to: 'off' });
    },
    nameOf: (folder) => (hidden ? null : path.basename(folder, suffix)),
    told(thrown, folder) {
      if (!hidden || !(thrown instanceof Refused) || !('file' in thrown.failure)) return thrown;
      const failure: Failure = thrown.failure.file === path.basename(folder) ? { ...thrown.failure, file: unnamed } : thrown.failure;
      return new Refused(failure);
    },
  };
}

function actsOf({ line: kept, at }: Resolved, hidden: boolean, listsItself: string | null): ListedVault['acts'] {
  return [
    ...(at === null && kept.id !== null ? (['find'] as const) : []),
    ...(kept.listed ? (['pin'] as const) : []),
    ...(at !== null && !hidden ? (['show'] as const) : []),
    // What the host finds there by itself would be back at once.
    ...(kept.listed && !(at !== null && path.dirname(at) === listsItself) ? (['take-off'] as const) : []),
  ];
}

/**
 * Where the vault of a line lies: at its place; or, where nothing is there any more, beside it or among the program's own vaults, by its id. A folder that is there is not
 * read further: what is wrong with it is said when it is opened.
 */
async function whereIs(kept: RecentLine, vaultsFolder: string): Promise<Resolved> {
  if (kept.path !== null && (await isThere(kept.path))) return { line: kept, at: kept.path, id: idAt(kept.path) ?? kept.id, copies: 0 };
  const near = kept.path === null ? kept.folder : path.dirname(kept.path);
  const folders = [...new Set([...(near === null ? [] : [near]), vaultsFolder])];
  for (const folder of kept.id === null ? [] : folders) {
    const [at, ...others] = await withId(kept.id, folder);
    if (at !== undefined) return { line: kept, at, id: kept.id, copies: others.length };
  }
  return { line: kept, at: null, id: kept.id, copies: 0 };
}

/** Whether a folder is there, or its drive has not answered in time. */
const isThere = (folder: string): Promise<boolean> =>
  Promise.race([
    access(folder).then(
      () => true,
      () => false,
    ),
    new Promise<boolean>((resolve) => setTimeout(resolve, patienceMs, true).unref()),
  ]);

/** The id of the vault in a folder; null where none can be read there. */
function idAt(folder: string): string | null {
  try {
    return readVaultInfo(folder).id;
  } catch (thrown) {
    if (thrown instanceof Refused) return null;
    throw thrown;
  }
}

/** Every folder of the vault within `folder`, the one that was written last first: a copy that was put beside it lags behind from the next change on. */
async function withId(id: string | null, folder: string): Promise<string[]> {
  if (!(await isThere(folder))) return [];
  const names = await readdir(folder).catch((): string[] => []);
  const found = names
    .slice(0, mostNeighbours)
    .map((name) => path.join(folder, name))
    .filter((one) => existsSync(path.join(one, 'slots.a')) && idAt(one) === id);
  return found.length < 2
    ? found
    : found
        .map((at) => ({ at, last: lastWritten(at) }))
        .sort((one, other) => other.last - one.last)
        .map(({ at }) => at);
}

const written = ['vault.db', 'vault.db-wal', 'slots.a'];
const lastWritten = (folder: string): number => Math.max(...written.map((name) => statSync(path.join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0));
