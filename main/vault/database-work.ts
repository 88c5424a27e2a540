import Sqlite from 'better-sqlite3-multiple-ciphers';
import { Worker } from 'node:worker_threads';
import { Refused, type Answer, type Failure } from '../../shared/failure/failure.ts';
import { checkDatabase, copyDatabase } from './database-copy.ts';
import { openDatabase } from './database.ts';
import { isDamage } from './damage-or-drive.ts';
import { failureOfSystem, isOfSystem } from './system-failure.ts';
import { writeAnew } from './write-anew.ts';

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
  /** Everything written anew in its place, so that nothing deleted is left in its pages (`writeAnew`). */
  | { readonly do: 'write-anew' }
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
        copyDatabase(file, bytes, addon, task.to);
        return [];
      case 'write-anew':
        writeAnew(file, bytes, addon);
        return [];
      case 'check':
        return checkDatabase(file, bytes, addon);
      case 'check-words':
        return checkWords(file, bytes, addon);
    }
  } catch (error) {
    if (isDamage(error)) throw error;
    return failureOfSystem(error, 'vault.db');
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
      // A drive that cannot be written to now, or does not answer, says nothing about the words.
      if (error instanceof Sqlite.SqliteError && (error.code.startsWith('SQLITE_CORRUPT') || !isOfSystem(error))) said = [error.message];
      else if (!(error instanceof TakenBack)) throw error;
    }
    return said;
  } finally {
    db.close();
  }
}
class TakenBack extends Error {}

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
