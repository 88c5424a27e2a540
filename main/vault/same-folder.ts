import { fstatSync, statSync } from 'node:fs';
import path from 'node:path';
import { refuse } from '../../shared/failure/failure.ts';
import { isSameFile } from './plain-files.ts';
import type { Lock } from './lock.ts';

/**
 * Why nothing may be written to a vault that is open, null where it may: its folder was renamed, moved, replaced or thrown away, or its lock was taken away, so that
 * another program may have opened it. SQLite goes on in the files that it holds, wherever they are now, while stored files, checkpoints and key slots would be written
 * where the folder was: what would be acknowledged could be lost. `handle` is held on its vault.db.
 */
export function whyElsewhere(folder: string, handle: number, lock: Lock | null): string | null {
  const there = statSync(path.join(folder, 'vault.db'), { throwIfNoEntry: false });
  if (!there) return 'it is not there any more; its folder was moved or renamed, or its drive was taken out. Lock it, then open it from where it is now';
  if (!isSameFile(there, fstatSync(handle))) return 'another vault stands where it was opened. Lock it, then open it from where it is now';
  return lock?.isHeld() === false ? 'its lock was taken away, and another program may have it open. Lock it, then open it again' : null;
}

/** Refuses `file-unwritable`, with `whyElsewhere`, where nothing may be written. */
export function refuseElsewhere(folder: string, handle: number, lock: Lock | null): void {
  const why = whyElsewhere(folder, handle, lock);
  if (why !== null) refuse({ code: 'file-unwritable', file: path.basename(folder), why });
}
