import Sqlite from 'better-sqlite3-multiple-ciphers';
import { Worker } from 'node:worker_threads';
import { Refused, refuse, type Answer, type Failure } from '../../shared/failure/failure.ts';
import { clearAway } from './durable-file.ts';
import { openDatabase } from './database.ts';
import { damageOrDriveAt, isDamage } from './damage-or-drive.ts';
import { failureOfSystem } from './system-failure.ts';

/** Work on a whole database, which takes seconds and which nothing can interrupt (the build has no progress callback): it runs beside everything else. */
export interface DatabaseWork {
  readonly file: string;
  /** In shared memory, so that it is in one place and wiped there. */
  readonly key: SharedArrayBuffer;
  readonly addon: string | undefined;
  readonly task: DatabaseTask;
}
export type DatabaseTask =
  /** A copy, under the same key, as it stands at this moment; it is read back. */
  | { readonly do: 'copy'; readonly to: string }
  /** Everything written anew in its place, so that nothing deleted is left in its pages. */
  | { readonly do: 'tidy' }
  /** SQLite's own check. */
  | { readonly do: 'check' }
  /** The index of words compared with the words; takes the lock of writers, so changes have to wait (`Changes.aside`). */
  | { readonly do: 'check-words' };

/**
 * Does the task and gives what a check found, a line each. Refuses `disk-full` and `file-unwritable`; a copy that failed is gone. What sounds like damage is thrown as
 * SQLite says it: whoever has the database open finds out what it comes from (`Vault.meaning`).
 */
export function doDatabaseWork({ file, key, addon, task }: DatabaseWork): string[] {
  const bytes = Buffer.from(key);
  try {
    switch (task.do) {
      case 'copy':
        copy(file, bytes, addon, task.to);
        return [];
      case 'tidy':
        tidy(file, bytes, addon);
        return [];
      case 'check':
        return check(file, bytes, addon);
      case 'check-words':
        return checkWords(file, bytes, addon);
    }
  } catch (error) {
    if (isDamage(error)) throw error;
    return failureOfSystem(error, 'vault.db');
  }
}

function copy(file: string, key: Buffer, addon: string | undefined, to: string): void {
  try {
    const db = openDatabase(file, key, { readonly: true, addon });
    try {
      db.prepare('VACUUM INTO ?').run(to);
    } finally {
      db.close();
    }
    const [said] = check(to, key, addon, 1);
    // The copy may be damaged because the original is, or the drive did not give a part of it just now.
    if (said !== undefined) throw damageOrDriveAt(new Sqlite.SqliteError(said, 'SQLITE_CORRUPT'), to, key, addon);
  } catch (error) {
    for (const end of ['', '-journal', '-wal', '-shm']) clearAway(to + end);
    throw error;
  }
}

/** On a connection of its own: full-text tables keep parts of the index in memory, and another's may be of before the last change. */
function check(file: string, key: Buffer, addon: string | undefined, most = 20): string[] {
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

function checkWords(file: string, key: Buffer, addon: string | undefined): string[] {
  const db = openDatabase(file, key, { addon });
  try {
    let said: string[] = [];
    // What the check itself writes is taken back.
    const work = db.transaction(() => {
      db.prepare("INSERT INTO fts(fts, rank) VALUES ('integrity-check', 1)").run();
      throw new TakenBack();
    });
    try {
      work.immediate();
    } catch (error) {
      if (error instanceof Sqlite.SqliteError) said = [error.message];
      else if (!(error instanceof TakenBack)) throw error;
    }
    return said;
  } finally {
    db.close();
  }
}
class TakenBack extends Error {}

/** Builds the index of words and every page anew, so that nothing deleted stays in them; then the log is emptied. */
function tidy(file: string, key: Buffer, addon: string | undefined): void {
  const db = openDatabase(file, key, { addon });
  try {
    db.pragma('secure_delete=ON');
    // Built anew from the words that are left: merging its parts would keep what no later part takes back.
    db.prepare("INSERT INTO fts(fts) VALUES ('rebuild')").run();
    db.exec('VACUUM');
    const [done] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    // Somebody still reads the log: it is left to the next opening.
    if (done?.busy !== 0) refuse({ code: 'file-unwritable', file: 'vault.db-wal', why: 'it is being read' });
  } finally {
    db.close();
  }
}

/** Runs `work` in a thread of its own, whose program is `entry`; without one, here. Gives what a check found. The copy of the key that it makes is wiped. */
export async function runDatabaseWork(entry: string | undefined, work: Omit<DatabaseWork, 'key'>, key: Uint8Array): Promise<string[]> {
  const shared = new SharedArrayBuffer(key.length);
  new Uint8Array(shared).set(key);
  try {
    const all: DatabaseWork = { ...work, key: shared };
    return entry === undefined ? doDatabaseWork(all) : await inThread(entry, all);
  } finally {
    new Uint8Array(shared).fill(0);
  }
}

function inThread(entry: string, work: DatabaseWork): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, { workerData: work });
    worker.once('message', (said: Said) => {
      if ('damage' in said) reject(new Sqlite.SqliteError(said.damage.message, said.damage.code));
      else if (said.ok) resolve(said.reply);
      else reject(new Refused(said.failure));
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread ended with ${code}`)));
  });
}

/** What a thread says at its end: an answer, or an error of SQLite that sounds like damage. */
export type Said = Answer<string[]> | { readonly damage: { readonly code: string; readonly message: string } };

/** What a thread says at its end. A bug is thrown, and ends it. */
export function answerOfWork(work: DatabaseWork): Said {
  try {
    return { ok: true, reply: doDatabaseWork(work) };
  } catch (error) {
    if (isDamage(error)) return { damage: { code: error.code, message: error.message } };
    if (!(error instanceof Refused)) throw error;
    const failure: Failure = error.failure;
    return { ok: false, failure };
  }
}
