import { closeSync } from 'node:fs';
import { wipeKeys } from './keys.ts';
import type { Lock } from './lock.ts';
import type { OpenFiles } from './open-files.ts';
import { wipe } from './secret.ts';
import { isOfSystem } from './system-failure.ts';
import type { Unlocked } from './unlock.ts';

interface Closing {
  readonly files: OpenFiles;
  readonly unlocked: Unlocked;
  readonly lock: Lock | null;
  /** What is written while it still can be, each whether or not the one before it could. Left out where nothing may be written. */
  readonly lastWords: readonly (() => void)[];
  readonly clearStaging: () => void;
  /** Keys beside the vault's own. */
  readonly secrets: readonly Uint8Array[];
}

/**
 * Closes the files of a session, lets its lock go and wipes its keys. A disk that is full or failing is no reason to keep a key or the lock: what could not be
 * written now is made up for at the next opening. A bug is thrown when all is closed.
 */
export function closeSession({ files, unlocked, lock, lastWords, clearStaging, secrets }: Closing): void {
  const { reader, writer, anchors, handle, forgetCopy, hold } = files;
  const bugs: unknown[] = [];
  const step = (work: () => void) => {
    try {
      work();
    } catch (error) {
      if (!isOfSystem(error)) bugs.push(error);
    }
  };
  const mayWrite = hold.readOnly === null;
  if (mayWrite) lastWords.forEach(step);
  // The connection that closes last folds the log into the database; one that may only read leaves a database behind its anchor as it was found.
  for (const db of mayWrite ? [reader, writer] : [writer, reader]) {
    if (db === writer && mayWrite) step(() => writer.pragma('wal_checkpoint(TRUNCATE)'));
    step(() => db.close());
  }
  for (const work of [clearStaging, anchors.close, () => closeSync(handle), forgetCopy, () => lock?.release()]) step(work);
  wipeKeys(unlocked.keys);
  const { master, seed, box } = unlocked.opened;
  for (const key of [master, seed, box, ...secrets]) if (key) wipe(key);
  if (bugs.length > 0) throw bugs[0];
}
