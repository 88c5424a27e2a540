import Sqlite from 'better-sqlite3-multiple-ciphers';
import { closeSync, openSync, statSync } from 'node:fs';
import path from 'node:path';
import { refuse } from '../../shared/failure/failure.ts';
import { isSameFile } from './plain-files.ts';
import { failureOfSystem, isOfSystem, readOnlyCodes } from './system-failure.ts';

export interface Lock {
  /** Whether the file that is held is still the one that another program would ask for: some tools clear away empty files. */
  isHeld(): boolean;
  release(): void;
}

/**
 * Refuses `vault-open-elsewhere` where somebody holds the lock of a folder that cannot be written to: what is read there is a copy, and one that is taken while
 * another user of this computer writes would be of two moments. Where not even the lock can be read it cannot be told.
 */
export function refuseHeld(folder: string, addon: string | undefined): void {
  const file = path.join(folder, 'lock');
  let db: InstanceType<typeof Sqlite> | undefined;
  try {
    db = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 0, ...(addon === undefined ? {} : { nativeBinding: addon }) });
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
  } catch (error) {
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) refuse({ code: 'vault-open-elsewhere', file: path.basename(folder) });
    if (!isOfSystem(error)) throw error;
  } finally {
    db?.close();
  }
}

/**
 * Keeps everybody else out of the folder: `lock` is an empty SQLite file held in BEGIN EXCLUSIVE, so the system frees it the moment this
 * process ends, however it ends. Null where the folder cannot be written to. Refuses `vault-open-elsewhere`. Nothing may open the file
 * while it is held: POSIX drops a process's locks on a file when it closes any handle to it.
 */
export function takeLock(folder: string, addon: string | undefined): Lock | null {
  const file = path.join(folder, 'lock');
  try {
    closeSync(openSync(file, 'a', 0o600));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && readOnlyCodes.has(String(error.code)))) return failureOfSystem(error, 'lock');
    refuseHeld(folder, addon);
    return null;
  }
  const db = new Sqlite(file, { timeout: 0, ...(addon === undefined ? {} : { nativeBinding: addon }) });
  try {
    // Nothing is ever written, so there is nothing to keep a journal for.
    db.pragma('journal_mode=MEMORY');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) return refuse({ code: 'vault-open-elsewhere', file: path.basename(folder) });
    return failureOfSystem(error, 'lock');
  }
  const held = statSync(file);
  return {
    isHeld: () => isSameFile(statSync(file, { throwIfNoEntry: false }), held),
    release: () => void db.close(),
  };
}
