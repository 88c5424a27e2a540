import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { refuse } from '../../shared/failure/failure.ts';
import { sweepCopies } from './backup.ts';
import { blobFile } from './blobs.ts';
import type { ActSetting, Changes, Committed, Transaction } from './changes.ts';
import type { Database } from './database.ts';
import { runDatabaseWork } from './database-work.ts';
import type { DraftsFile } from './drafts-file.ts';
import { syncFolder } from './durable-file.ts';
import { findingOf, type Finding } from './finding.ts';
import { failureOf } from './system-failure.ts';
import { refuseWithoutRoom } from './write-anew.ts';

/** Whoever waits for an erasure: may stop it as long as nothing was taken out, and is told when that is over. */
export interface Erasing {
  readonly signal?: AbortSignal | undefined;
  readonly tell?: ((part: 'waiting' | 'taking-away') => void) | undefined;
}

/** Stands in `remainder` for the pages of the database, the index of words and the log. */
const pages = 'pages';

const left = 'traces of what was erased could not be taken away yet; the next opening tries again';

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
  readonly drafts: DraftsFile;
  /** What `verify` reports besides what it finds. */
  readonly notices: Finding[];
  /** What an error of SQLite comes from. */
  readonly meaning: (thrown: unknown) => unknown;
}

export interface Erasures {
  /** `Vault.erase`, in its turn. `begin` is called when it can be stopped no more; it refuses `cancelled` where it was stopped until then. */
  erase<T>(
    act: ActSetting,
    work: (tx: Transaction) => { readonly result: T; readonly blobs: readonly string[] },
    erasing: Erasing & { readonly begin: () => void },
  ): Promise<Committed<T>>;
  /** What an erasure that was cut off has left is taken away now. Where that cannot be done, it is a notice. */
  goOn(): Promise<void>;
}

export function erasuresIn(taken: Taken): Erasures {
  const { folder, reader, changes, notices } = taken;
  async function rest(): Promise<void> {
    const told = notices.findIndex(({ what }) => what === left);
    try {
      await takeAway(taken);
      if (told >= 0) notices.splice(told, 1);
    } catch (thrown) {
      if (told < 0) notices.push(findingOf('vault.db', left, taken.meaning(thrown)));
      throw thrown;
    }
  }
  return {
    async erase(act, work, { signal, tell, begin }) {
      if (signal?.aborted) refuse({ code: 'cancelled' });
      // Before anything is taken out: what comes after needs the room, and cannot be taken back.
      refuseWithoutRoom(folder, reader);
      const done = await changes.change(act, (tx) => {
        begin();
        const { result, blobs } = work(tx);
        noteRemainder(tx, blobs);
        return result;
      });
      tell?.('taking-away');
      try {
        await rest();
      } catch (thrown) {
        refuse({ code: 'traces-left', why: whyNot(taken.meaning(thrown)) });
      }
      return done;
    },
    goOn: () => rest().catch(() => undefined),
  };
}

/** Why traces could not be taken away, in words. Rethrows bugs. */
function whyNot(met: unknown): string {
  const failure = failureOf(met, 'vault.db');
  if (!failure) throw met;
  if (failure.code === 'disk-full') return 'there is not enough space on its drive';
  if (failure.code === 'file-unwritable' || failure.code === 'file-unreadable') return `${failure.file}: ${failure.why}`;
  return failure.code === 'vault-damaged' ? `${failure.file} is damaged: ${failure.part}` : 'it was stopped';
}

/**
 * Takes away what erasures have left: the stored files (their keys went with the erasure), copies of the database from before a change of shape, and
 * every trace in its pages, its index and its log. Changes wait meanwhile. Whatever stops it, the next opening begins again. Does nothing when nothing is
 * left. Refuses `disk-full`.
 */
async function takeAway({ folder, file, key, addon, thread, reader, changes, drafts }: Taken): Promise<void> {
  const remaining = reader.prepare<[], string>('SELECT what FROM remainder').pluck().all();
  if (remaining.length === 0) return;
  await changes.aside(async () => {
    const blobs = remaining.filter((what) => what !== pages);
    // After a crash an opening may have put the file of a row that is gone among those adrift.
    const files = blobs.flatMap((name) => [blobFile(folder, name), path.join(folder, 'blobs', 'adrift', name)]);
    for (const one of files) rmSync(one, { force: true });
    for (const part of new Set(files.map((one) => path.dirname(one)))) if (existsSync(part)) syncFolder(part);
    for (const name of readdirSync(folder)) if (name.startsWith('vault.db.shape-')) rmSync(path.join(folder, name), { force: true });
    sweepCopies(folder);
    drafts.clearUnreadable();
    syncFolder(folder);
    refuseWithoutRoom(folder, reader);
    await runDatabaseWork(thread, { file, addon, task: { do: 'write-anew' } }, key);
  });
  await changes.maintain((db) => db.exec('DELETE FROM remainder'));
}
