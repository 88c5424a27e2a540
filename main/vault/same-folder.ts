import { fstatSync, statSync, type Stats } from 'node:fs';
import path from 'node:path';
import { refuse } from '../../shared/failure/failure.ts';
import type { Lock } from './lock.ts';

const isHeld = (there: Stats | undefined, handle: number): boolean => {
  const held = fstatSync(handle);
  return there?.ino === held.ino && there.dev === held.dev;
};
const standing = (folder: string) => statSync(path.join(folder, 'vault.db'), { throwIfNoEntry: false });

/** Whether `folder` is still the one that was opened. `handle` is held on its vault.db. */
export const isSameFolder = (folder: string, handle: number): boolean => isHeld(standing(folder), handle);

/**
 * Refuses `file-unwritable` where the lock was taken away, so that another program may have opened the vault, and where its folder was renamed, moved,
 * replaced or thrown away while it was open. SQLite goes on in the files that it holds, wherever
 * they are now, while stored files and key slots would be written where the folder was: what would be acknowledged could be lost.
 */
export function refuseElsewhere(folder: string, handle: number, lock: Lock | null): void {
  const there = standing(folder);
  if (isHeld(there, handle)) {
    if (lock?.isHeld() === false)
      refuse({ code: 'file-unwritable', file: path.basename(folder), why: 'its lock was taken away, and another program may have it open. Lock it, then open it again' });
    return;
  }
  const what = there ? 'another vault stands where it was opened' : 'it is not there any more; its folder was moved or renamed, or its drive was taken out';
  refuse({ code: 'file-unwritable', file: path.basename(folder), why: `${what}. Lock it, then open it from where it is now` });
}
