import { closeSync, existsSync, openSync } from 'node:fs';
import path from 'node:path';
import { refuse } from '../../shared/failure/failure.ts';
import type { ReadOnly } from './changes.ts';
import { openDatabase, type Database } from './database.ts';
import type { Finding } from './finding.ts';
import { leaveAsFound, noticesOfLog, placeOf, refuseStrange } from './found-database.ts';
import { readStanding } from './journal.ts';
import { refuseHeld, type Lock } from './lock.ts';
import { knownShape } from './migrations/list.ts';
import { migrate, shapeOf } from './shape.ts';
import { isBehindItsAnchors, openAnchors, type Anchors, type Freshness } from './standing-anchors.ts';
import type { Unlocked } from './unlock.ts';
import type { VaultSetting } from './vault.ts';

/** Everything that has to be undone when opening fails half way, latest first. */
export type Undo = (() => void)[];

/** What may be done in a session, which changes when a vault that is behind its anchor is taken up. */
export interface Hold {
  readOnly: Exclude<ReadOnly, 'recovery-key'> | null;
  freshness: Freshness;
}

export interface FilesToOpen {
  readonly folder: string;
  readonly unlocked: Unlocked;
  /** Null in a folder that cannot be written to. */
  readonly lock: Lock | null;
  readonly setting: VaultSetting;
  readonly isNew: boolean;
}

/** The files of a vault, open: the database where it is worked on, and the anchors beside it. */
export interface OpenFiles {
  /** `vault.db` as it lies in the vault's folder. */
  readonly original: string;
  readonly handle: number;
  /** The database that is read and written: the original, or a copy of it where that must be left as it is. */
  readonly file: string;
  forgetCopy(): void;
  readonly reader: Database;
  readonly writer: Database;
  /** Whether `file` is a copy because the original is of an older shape and behind its anchors. */
  readonly heldBack: boolean;
  /** Whether a log was found, which only a crash leaves behind. */
  readonly hadLog: boolean;
  readonly anchors: Anchors;
  readonly hold: Hold;
  readonly notices: Finding[];
}

/**
 * Opens the database and its anchors, and brings the database to the shape of today. Each step that has to be taken back is put on `undo` as it is made.
 * Refuses a database that is missing, foreign, of a newer program, or held by somebody else.
 */
export function openFiles({ folder, unlocked, lock, setting, isNew }: FilesToOpen, undo: Undo): OpenFiles {
  const { content, keys } = unlocked;
  const notices: Finding[] = [...unlocked.notices];
  const addon = setting.sqliteAddon;
  const original = path.join(folder, 'vault.db');
  if (!existsSync(original)) refuse({ code: 'vault-damaged', file: 'vault.db', part: 'the file is missing' });
  // Held open as long as SQLite holds the file: POSIX drops a process's locks on a file when it closes any handle to it.
  const handle = openSync(original, 'r');
  undo.push(() => closeSync(handle));
  let place = placeOf(folder, content.id, setting, lock !== null);
  undo.push(() => place.forget());
  // Whoever opened it while it was copied may have written to it.
  if (lock === null) refuseHeld(folder, addon);
  const existed = ['-wal', '-shm'].filter((side) => existsSync(place.file + side));
  notices.push(...noticesOfLog(place.file, handle, keys.database));

  let reader = openDatabase(place.file, keys.database, { readonly: true, addon });
  undo.push(() => void reader.close());
  refuseStrange(reader, place.file, existed, addon);
  // A database that is older than what this user has seen is left as it is found, its shape included: what is read is a copy, brought to the shape of today.
  const heldBack = lock !== null && shapeOf(reader) < knownShape && isBehindItsAnchors(folder, setting.stateFolder, readStanding(reader), keys.anchorMac);
  if (heldBack) {
    leaveAsFound(reader, place.file, existed);
    place = placeOf(folder, content.id, setting, false);
    reader = openDatabase(place.file, keys.database, { readonly: true, addon });
  }
  const writer = openDatabase(place.file, keys.database, { addon });
  undo.push(() => void writer.close());
  migrate(writer, place.file, keys.database, addon);

  const standing = readStanding(writer);
  if (standing.vault !== content.id) refuse({ code: 'vault-damaged', file: 'vault.db', part: 'it is the database of another vault' });
  if (content.generation < standing.generation) notices.push({ part: 'slots.a', what: 'both copies are older than the database: somebody removed since may open the vault again' });
  const anchors = openAnchors(folder, setting.stateFolder, standing, keys.anchorMac, lock === null);
  undo.push(anchors.close);
  notices.push(...anchors.notices);
  return {
    original,
    handle,
    file: place.file,
    forgetCopy: place.forget,
    reader,
    writer,
    heldBack,
    hadLog: existed.includes('-wal'),
    anchors,
    hold: {
      readOnly: lock === null ? 'read-only-folder' : anchors.ahead ? 'behind-anchor' : null,
      // A vault made this moment is fresh by birth, though this user has no anchor of it yet.
      freshness: isNew ? 'fresh' : anchors.freshness,
    },
    notices,
  };
}
