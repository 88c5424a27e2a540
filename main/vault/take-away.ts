import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { sweepCopies } from './backup.ts';
import { blobFile } from './blobs.ts';
import type { Changes, Transaction } from './changes.ts';
import type { Database } from './database.ts';
import { runDatabaseWork } from './database-work.ts';
import { syncFolder } from './durable-file.ts';

/** Whoever waits for an erasure: may stop it as long as nothing was taken out, and is told when that is over. */
export interface Erasing {
  readonly signal?: AbortSignal | undefined;
  readonly tell?: ((part: 'waiting' | 'taking-away') => void) | undefined;
}

/** Stands in `remainder` for the pages of the database, the index of words and the log. */
const pages = 'pages';

/** Notes, in the transaction of an erasure, what is to be taken away after it: these stored files, and the traces in the database. */
export function noteRemainder(tx: Pick<Transaction, 'db'>, blobs: readonly string[]): void {
  const note = tx.db.prepare('INSERT OR IGNORE INTO remainder(what) VALUES (?)');
  for (const what of [pages, ...blobs]) note.run(what);
}

interface Taken {
  readonly folder: string;
  readonly file: string;
  readonly key: Uint8Array;
  readonly addon: string | undefined;
  readonly thread: string | undefined;
  readonly reader: Database;
  readonly changes: Changes;
}

/**
 * Takes away what erasures have left: the stored files (their keys went with the erasure), copies of the database from before a change of shape, and
 * every trace in its pages, its index and its log. Changes wait meanwhile. Whatever stops it, the next opening begins again. Does nothing when nothing is
 * left. Refuses `disk-full`.
 */
export async function takeAway({ folder, file, key, addon, thread, reader, changes }: Taken): Promise<void> {
  const left = reader.prepare<[], string>('SELECT what FROM remainder').pluck().all();
  if (left.length === 0) return;
  await changes.aside(async () => {
    const blobs = left.filter((what) => what !== pages);
    // After a crash an opening may have put the file of a row that is gone among those adrift.
    const files = blobs.flatMap((name) => [blobFile(folder, name), path.join(folder, 'blobs', 'adrift', name)]);
    for (const file of files) rmSync(file, { force: true });
    for (const part of new Set(files.map((file) => path.dirname(file)))) if (existsSync(part)) syncFolder(part);
    for (const name of readdirSync(folder)) if (name.startsWith('vault.db.shape-')) rmSync(path.join(folder, name), { force: true });
    sweepCopies(folder);
    syncFolder(folder);
    await runDatabaseWork(thread, { file, addon, task: { do: 'tidy' } }, key);
  });
  await changes.maintain((db) => db.exec('DELETE FROM remainder'));
}
