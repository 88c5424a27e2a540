import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Clock } from '../../shared/calendar/clock.ts';
import type { ClockDoubt } from '../../shared/calendar/clock-doubt.ts';
import { refuse } from '../../shared/failure/failure.ts';
import type { Backup, BackupSetting } from './backup.ts';
import type { Blobs } from './blobs.ts';
import type { ActSetting, Commit, Committed, ReadOnly, Transaction } from './changes.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { Compartment } from './compartments.ts';
import type { Database } from './database.ts';
import type { DraftsFile } from './drafts-file.ts';
import type { Finding } from './finding.ts';
import { takeLock } from './lock.ts';
import { makeVault } from './make-vault.ts';
import { publicKeyLine, type FileSigner } from './minisign.ts';
import type { People } from './people.ts';
import { checkPassphrase, measuredEffort, withinLimits, type Effort } from './passphrase.ts';
import { openSession } from './session.ts';
import type { Staging } from './staging.ts';
import type { StatementSigner } from './statement.ts';
import type { Erasing } from './take-away.ts';
import type { Behind } from './take-up.ts';
import { refuseSharedFiles } from './plain-files.ts';
import { refuseUnsafe } from './safe-folder.ts';
import { syncFolder } from './durable-file.ts';
import { failureOfSystem } from './system-failure.ts';
import { readCopies, unlock, type UnlockKey } from './unlock.ts';
import { sweepPlaces, workPlace, type WorkPlace } from './work-place.ts';
import type { Freshness } from './standing-anchors.ts';
import type { VerifyReport, VerifySetting } from './verify.ts';

export type { ActSetting, Blobs, Checkpoint, Commit, Committed, Compartment, Database, Finding, Freshness, People, Transaction, VerifyReport, VerifySetting };
export type { Backup, BackupSetting } from './backup.ts';
export type { StoredBlob } from './blobs.ts';
export type { Coming, Staged, Staging } from './staging.ts';
export type { UnlockKey } from './unlock.ts';
export { knownBackups, madeAt, markChecked, markDestroyed, type KnownBackup } from './known-backups.ts';
export { forgetAnchors, refuseStrangers, removeSample } from './sample-vault.ts';
export { restoreBackup, type Restored, type Restoring } from './restore.ts';
export type { Erasing } from './take-away.ts';
export type { Behind } from './take-up.ts';
export type { Person } from './people.ts';
export type { RecoveryStanding } from './recovery.ts';
export type { ReadOnly } from './changes.ts';
export type { Compare, RecordRow, Upgrade } from './verify-records.ts';

export interface VaultSetting {
  readonly clock: Clock;
  readonly random: (bytes: number) => Uint8Array;
  /** Where the user's own copies of anchors lie: outside every vault, on this machine. */
  readonly stateFolder: string;
  /** File of the SQLite addon, where it is not beside its package. */
  readonly sqliteAddon?: string | undefined;
  /** Program of the thread that works on whole databases (main/database-thread.ts); without it they are worked on here, and everything else waits. */
  readonly databaseThread?: string | undefined;
  /** What a guess at a new passphrase shall cost; measured when not given. */
  readonly kdf?: Effort | undefined;
}

/** A person's public key as `minisign -P` takes it. `publicKey` is base64 of 32 bytes. */
export const minisignKey = (publicKey: string): string => publicKeyLine(Buffer.from(publicKey, 'base64'));

/** What a vault says of itself without a key. */
export interface VaultInfo {
  readonly id: string;
  readonly name: string;
  readonly format: number;
  readonly persons: number;
  readonly generation: number;
}

/** An open vault: keys in memory, the folder locked against everybody else. */
export interface Vault {
  readonly id: string;
  readonly name: string;
  readonly folder: string;
  /** Made as a sample: its first entry says so, and no later one can. */
  readonly sample: boolean;
  /** Who opened it. The recovery key is nobody: its name is "recovery key" and it has no public key. */
  readonly person: { readonly slot: string; readonly name: string; readonly publicKey: string | null; readonly human: string };
  /** Whether this is the newest state that this user has seen; `unknown` on a machine that has not seen the vault before. */
  readonly freshness: Freshness;
  /** Why nothing can be written, or null. */
  readonly readOnly: null | ReadOnly;
  /** Why the folder is no good place for a vault, though it opens there: a program copies it away file by file. Null when nothing is known against it. */
  readonly unsafe: string | null;
  /** Why what is written now would be dated wrongly, by what this computer's clock shows at this moment; null when nothing speaks against it. */
  clock(): ClockDoubt | null;
  /** What was found not as written when the vault was opened (and healed where there was a twin). `verify` reports it too. */
  readonly notices: readonly Finding[];
  /** Names of what a restore, a drill or the making of a vault had left beside this one when it was killed, and what was taken away at opening. */
  readonly clearedAway: readonly string[];
  /** For every question: sees what is committed, can write nothing. */
  readonly reader: Database;
  readonly people: People;
  readonly blobs: Blobs;
  /** The compartments that this person holds. */
  readonly compartments: readonly string[];
  /**
   * Runs `work` as one transaction, after those before it. When it throws, everything is taken back and the failure comes out. Refuses
   * `vault-read-only`, `vault-locked` after `close`, `disk-full`. Resolved means durable.
   */
  change<T>(act: ActSetting, work: (tx: Transaction) => T): Promise<Committed<T>>;
  /** One change made of many short pieces of work, with room for questions between them: imports. All or nothing. Refuses `cancelled` too. */
  changeInSlices(act: ActSetting, slices: Iterable<(tx: Transaction) => void>, signal?: AbortSignal): Promise<Committed<void>>;
  /** Whether something is being written or waits for its turn: a change made now waits behind it, for as long as a long act takes. */
  readonly busy: boolean;
  /** Where what is typed meanwhile is kept. */
  readonly drafts: DraftsFile;
  /** Where files wait that are handed over piece by piece. */
  readonly staging: Staging;
  /** Calls `listener` after each change that wrote entries; gives the way to stop it. */
  onCommit(listener: (commit: Commit) => void): () => void;
  seal(compartment: Compartment, plain: Uint8Array): Uint8Array;
  /** Null for a person who does not hold the compartment. */
  unseal(compartment: Compartment, sealed: Uint8Array): Uint8Array | null;
  /** The highest entry that stood at `instant`, 0 when there was none. */
  seqAt(instant: number): number;
  /** The person's own Ed25519 signature. Refuses `not-available-here` under the recovery key. */
  sign(bytes: Uint8Array): Uint8Array;
  /** Signs a file that leaves, with the vault's own key: whoever gets it can tell that it came from here and is whole. */
  fileSigner(): FileSigner;
  /**
   * Signs a statement with the person's own key: its RFC 8785 text, and a `.minisig` of exactly those bytes. `comment` is signed with it and says what
   * it is. Refuses `not-available-here` under the recovery key.
   */
  signNote(statement: object, comment: string): { readonly text: string; readonly minisig: string };
  /** Who of this vault signed a statement, people who left it included; null when nobody did, or when it speaks of another vault. */
  signer(text: string, minisig: string): StatementSigner | null;
  /** Signs where the journal stands and puts the signature beside the database (unless read-only). */
  checkpoint(): Checkpoint;
  /** How far it lies behind what this computer knows of it, where it does and can be taken up; else null. */
  readonly behind: Behind | null;
  /**
   * Goes on from a database that is behind its anchor, once every byte of it was checked: the history says for ever which entries are missing and why this was
   * done, a new incarnation begins, and the state that is missing shows as older from now on, wherever it turns up. Refuses `misuse` when the vault is not
   * behind, `reason-missing`, `vault-damaged` where anything else is found than that it is older, and `vault-read-only` for the recovery key and in a folder that
   * cannot be written to. Where its database is of an older shape too (`Behind.olderShape`), it is brought to today's first, with a verified copy beside it, and
   * checked again; this session goes on reading what it opened, and the vault is to be opened anew.
   */
  takeUp(reason: string, verify: VerifySetting): Promise<Behind>;
  /**
   * A new incarnation with an entry that says why: every copy from before shows as older from now on, on this machine and in this folder. Writing
   * is allowed afterwards. Gives its number. Refuses `vault-read-only` in a folder that cannot be written to.
   */
  beginIncarnation(verb: 'accepted' | 'restored', reason: string, about?: object): Promise<number>;
  /**
   * Puts a copy of the database as it stands at this moment at `file`, as encrypted as it is, while everything goes on, and gives `use` the names of the stored
   * files that it names: they stay until `use` is done. Refuses `disk-full`, `vault-damaged`.
   */
  copyDatabase<T>(file: string, use: (blobs: readonly string[]) => Promise<T>): Promise<T>;
  /** Gives `use` an archive of the folder as it stands now, while everything goes on; clears up afterwards. One at a time. See `takeBackup`. */
  backup<T>(setting: BackupSetting, use: (backup: Backup) => Promise<T>): Promise<T>;
  /**
   * A change that takes content out for ever (`Transaction.erase`, and stored files by `Blobs.remove`, whose names `work` gives), and then everything of it
   * out of the folder: file, index of words, free pages, log. Waits for a backup that is being taken (D17), and can be stopped until its turn has come
   * (`cancelled`). Resolved means gone; when this process ends in between, the next opening goes on. Refuses `disk-full` before anything is done where the drive has no
   * room for it, and `traces-left` where it was erased and something of it could not be taken away.
   */
  erase<T>(act: ActSetting, work: (tx: Transaction) => { readonly result: T; readonly blobs: readonly string[] }, erasing?: Erasing): Promise<Committed<T>>;
  /** What an error of SQLite that sounds like damage comes from: pages that were changed (`vault-damaged`), or a drive that did not give them (`file-unreadable`). Anything else comes back as it is. */
  meaning(thrown: unknown): unknown;
  /** Checks every byte; never repairs. Refuses `cancelled`. */
  verify(setting: VerifySetting): Promise<VerifyReport>;
  /** Waits for what runs, signs a checkpoint, folds the log into the database, wipes the keys. */
  close(): Promise<void>;
}

const nameOf = (folder: string) => path.basename(folder).replace(/\.cordon$/i, '');

/**
 * Makes a new vault in `folder`, which must not exist or be empty (else `vault-exists`), and opens it. The recovery words are given this
 * once and never again. A crash on the way leaves no half vault in `folder`. Refuses `passphrase-too-weak`, `slot-limits`,
 * `file-unwritable`, `disk-full`, `folder-not-safe`. `sample` marks it in its first entry as one that holds nothing real.
 */
export async function createVault(
  folder: string,
  person: { readonly name: string; readonly passphrase: Uint8Array },
  setting: VaultSetting & { readonly sample?: boolean | undefined },
): Promise<{ vault: Vault; recoveryWords: string[] }> {
  // What opens a sample is told to everybody.
  checkPassphrase(person.passphrase, setting.sample ? [] : [person.name, nameOf(folder)]);
  refuseUnsafe(folder, true);
  if (person.name.trim() === '') refuse({ code: 'misuse', why: 'a person needs a name' });
  if (setting.kdf && !withinLimits(setting.kdf)) refuse({ code: 'slot-limits', file: path.basename(folder), ...setting.kdf });
  if (existsSync(folder) && readdirSync(folder).length > 0) refuse({ code: 'vault-exists', file: path.basename(folder) });
  const effort = setting.kdf ?? (await measuredEffort(setting.clock));
  const clearedAway = sweepPlaces(folder, ['tmp'], setting.sqliteAddon);
  let work: WorkPlace | undefined;
  try {
    work = workPlace(folder, 'tmp', setting.random, setting.sqliteAddon);
    const made = path.join(work.path, 'vault');
    const { unlocked, recoveryWords } = await makeVault(made, person, effort, setting);
    if (existsSync(folder)) rmSync(folder, { recursive: true });
    renameSync(made, folder);
    syncFolder(path.dirname(folder));
    const lock = takeLock(folder, setting.sqliteAddon);
    return { vault: await openSession({ folder, name: nameOf(folder), unlocked, lock, setting, isNew: true, clearedAway }), recoveryWords };
  } catch (error) {
    return failureOfSystem(error, path.basename(folder));
  } finally {
    work?.leave();
  }
}

/**
 * Opens the vault in `folder`. Refuses `vault-not-found`, `vault-open-elsewhere`, `vault-newer` (nothing is touched), `vault-damaged`,
 * `folder-not-safe`, `slot-limits`, `wrong-passphrase`, `wrong-recovery-key`. A database behind its anchor, or a folder that cannot be
 * written to, opens read-only.
 */
export async function openVault(folder: string, key: UnlockKey, setting: VaultSetting): Promise<Vault> {
  readCopies(folder);
  refuseUnsafe(folder, false);
  const lock = takeLock(folder, setting.sqliteAddon);
  try {
    if (lock) refuseSharedFiles(folder);
    const unlocked = await unlock(folder, key);
    // A place of this folder's that was left beside it holds the vault as it was then, also what was erased since.
    const clearedAway = lock ? sweepPlaces(folder, ['tmp', 'drill'], setting.sqliteAddon) : [];
    return await openSession({ folder, name: nameOf(folder), unlocked, lock, setting, isNew: false, clearedAway });
  } catch (error) {
    lock?.release();
    throw error;
  }
}

/** Reads what stands in the clear. Refuses `vault-not-found`, `vault-newer`, `vault-damaged`. */
export function readVaultInfo(folder: string): VaultInfo {
  const content = readCopies(folder).read[0]?.content ?? refuse({ code: 'vault-not-found', file: path.basename(folder) });
  const { id, format, generation, slots } = content;
  return { id, name: nameOf(folder), format, generation, persons: slots.filter(({ kind }) => kind === 'person').length };
}
