import Sqlite from 'better-sqlite3-multiple-ciphers';
import { damageOrDriveAt } from './damage-or-drive.ts';
import { openDatabase } from './database.ts';
import { clearAway } from './durable-file.ts';

/** Puts a copy of the database at `to`, under the same key, as it stands at this moment, and reads it back. One that failed is gone. */
export function copyDatabase(file: string, key: Buffer, addon: string | undefined, to: string): void {
  try {
    const db = openDatabase(file, key, { readonly: true, addon });
    try {
      db.prepare('VACUUM INTO ?').run(to);
    } finally {
      db.close();
    }
    const [said] = checkDatabase(to, key, addon, 1);
    // The copy may be damaged because the original is, or the drive did not give a part of it just now.
    if (said !== undefined) throw damageOrDriveAt(new Sqlite.SqliteError(said, 'SQLITE_CORRUPT'), to, key, addon);
  } catch (error) {
    clearCopy(to);
    throw error;
  }
}

/** Deletes a copy and what SQLite may have left beside it. */
export function clearCopy(copy: string): void {
  for (const end of ['', '-journal', '-wal', '-shm']) clearAway(copy + end);
}

/**
 * What SQLite finds wrong, a line each. On a connection of its own: full-text tables keep parts of the index in memory, and another's may be of before the last
 * change.
 */
export function checkDatabase(file: string, key: Buffer, addon: string | undefined, most = 20): string[] {
  const db = openDatabase(file, key, { readonly: true, addon });
  try {
    return db
      .prepare<[], string>(`PRAGMA integrity_check(${most})`)
      .pluck()
      .all()
      .filter((line) => line !== 'ok');
  } finally {
    db.close();
  }
}
