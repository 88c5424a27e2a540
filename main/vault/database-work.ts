import { Worker } from 'node:worker_threads';
import { Refused, refuse, type Answer, type Failure } from '../../shared/failure/failure.ts';
import { clearAway } from './durable-file.ts';
import { openDatabase } from './database.ts';
import { failureOfSystem } from './system-failure.ts';

/** Work on a whole database, which takes seconds and which nothing can interrupt (the build has no progress callback): it runs beside everything else. */
export interface DatabaseWork {
  readonly file: string;
  /** In shared memory, so that it is in one place and wiped there. */
  readonly key: SharedArrayBuffer;
  readonly addon: string | undefined;
  /** Where a copy goes; null to write the database anew in its place, so that nothing deleted is left in its pages. */
  readonly copyTo: string | null;
}

/**
 * Copies the database, under the same key, as it stands at this moment, and reads the copy back; or rewrites it in its place. Refuses `disk-full`
 * and `vault-damaged`; a copy that failed is gone.
 */
export function doDatabaseWork({ file, key, addon, copyTo }: DatabaseWork): void {
  const bytes = Buffer.from(key);
  try {
    if (copyTo === null) return tidy(file, bytes, addon);
    const db = openDatabase(file, bytes, { readonly: true, addon });
    try {
      db.prepare('VACUUM INTO ?').run(copyTo);
    } finally {
      db.close();
    }
    const copy = openDatabase(copyTo, bytes, { readonly: true, addon });
    try {
      const said = copy.pragma('integrity_check(1)', { simple: true });
      if (said !== 'ok') refuse({ code: 'vault-damaged', file: 'vault.db', part: String(said) });
    } finally {
      copy.close();
    }
  } catch (error) {
    if (copyTo !== null) for (const end of ['', '-journal', '-wal', '-shm']) clearAway(copyTo + end);
    failureOfSystem(error, 'vault.db');
  }
}

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

/** Runs `work` in a thread of its own, whose program is `entry`; without one, here. The copy of the key that it makes is wiped. */
export async function runDatabaseWork(entry: string | undefined, work: Omit<DatabaseWork, 'key'>, key: Uint8Array): Promise<void> {
  const shared = new SharedArrayBuffer(key.length);
  new Uint8Array(shared).set(key);
  try {
    const all: DatabaseWork = { ...work, key: shared };
    if (entry === undefined) doDatabaseWork(all);
    else await inThread(entry, all);
  } finally {
    new Uint8Array(shared).fill(0);
  }
}

function inThread(entry: string, work: DatabaseWork): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, { workerData: work });
    worker.once('message', (said: Answer<null>) => (said.ok ? resolve() : reject(new Refused(said.failure))));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread ended with ${code}`)));
  });
}

/** What a thread says at its end. A bug is thrown, and ends it. */
export function answerOfWork(work: DatabaseWork): Answer<null> {
  try {
    doDatabaseWork(work);
    return { ok: true, reply: null };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const failure: Failure = error.failure;
    return { ok: false, failure };
  }
}
