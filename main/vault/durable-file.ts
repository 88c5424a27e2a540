import { chmodSync, closeSync, fchmodSync, fstatSync, fsyncSync, openSync, readSync, renameSync, rmSync, statSync, unlinkSync, writeSync } from 'node:fs';
import path from 'node:path';
import { refuse } from '../../shared/failure/failure.ts';
import { isStrange, notPlain } from './plain-files.ts';
import { failureOfSystem } from './system-failure.ts';

/** Makes a rename or a new file in `folder` outlive a power cut. Windows keeps folders itself and cannot open them. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Deletes what is of no use any more. Where the disk will not even do that it stays, for the next opening to take away: what went wrong first is what is told. */
export function clearAway(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // A failing disk, or something else under that name.
  }
}

/**
 * What a new file in a vault's folder, or below it, may be done with: by its owner, and by those who may write to the folder too, because another user of this computer
 * who opens the vault must be able to read what was written. Somebody gave them that; made here, a folder is its owner's alone.
 */
export function modesIn(folder: string): { readonly file: number; readonly folder: number } {
  const { mode } = statSync(folder);
  const shared = process.platform === 'win32' ? 0 : (mode & 0o020 ? 0o070 : 0) | (mode & 0o002 ? 0o007 : 0);
  return { file: (0o700 | shared) & 0o666, folder: 0o700 | shared };
}

/** A file made here and now. One that was there is deleted and not opened: a link that somebody put there would lead out of the folder. */
function openAnew(file: string): number {
  try {
    return shared(openSync(file, 'wx', 0o600), file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    unlinkSync(file);
    return shared(openSync(file, 'wx', 0o600), file);
  }
}

/** Gives a new folder these rights, where its drive keeps any. */
export function shareFolder(folder: string, mode: number): void {
  try {
    chmodSync(folder, mode);
  } catch {
    // Drives that keep no such thing.
  }
}

function shared(handle: number, file: string): number {
  const mode = modesIn(path.dirname(file)).file;
  try {
    if (mode !== 0o600) fchmodSync(handle, mode);
  } catch {
    // Drives that keep no such thing.
  }
  return handle;
}

/** Puts `bytes` in the place of `file` so that after any crash either the old or the new stands there whole. Refuses `disk-full` or `file-unwritable`. */
export function replaceFile(file: string, bytes: Uint8Array): void {
  const temporary = `${file}.tmp`;
  try {
    const handle = openAnew(temporary);
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, file);
    syncFolder(path.dirname(file));
  } catch (error) {
    clearAway(temporary);
    failureOfSystem(error, path.basename(file));
  }
}

/** Many times what the largest file read at once can hold (256 slots); what is longer was not written by us. */
const longest = 4 * 1024 * 1024;

/**
 * The bytes of a small file, or null when there is none; of one that is longer than any of ours (`most`), its beginning. Refuses `file-unreadable`, also where something else
 * was put in its place while the vault was open: a pipe would be waited for, for ever.
 */
export function readWhole(file: string, most = longest): Buffer | null {
  try {
    if (isStrange(file)) return refuse({ code: 'file-unreadable', file: path.basename(file), why: notPlain });
    const handle = openSync(file, 'r');
    try {
      const bytes = Buffer.alloc(Math.min(fstatSync(handle).size, most));
      let length = 0;
      for (let read = -1; read !== 0 && length < bytes.length; length += read) read = readSync(handle, bytes, length, bytes.length - length, length);
      return bytes.subarray(0, length);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    return failureOfSystem(error, path.basename(file), 'read');
  }
}
