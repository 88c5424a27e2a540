import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { refuse } from '../../shared/failure/failure.ts';
import { upgraded } from '../../shared/records/upgrade.ts';
import { compareRow } from '../records/compare-row.ts';
import { restoreBackup, type Restored, type Restoring, type VaultSetting } from '../vault/vault.ts';
import { ageOpen, isAge } from './age-open.ts';

export interface RestoringFile extends Pick<Restoring, 'into' | 'key' | 'signal' | 'tell'> {
  /** Where the backup lies. */
  readonly from: string;
  /** age keys (`AGE-SECRET-KEY-1…`), for a backup that was locked for one of them. */
  readonly identities?: readonly string[] | undefined;
}

const because: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'you are not allowed to read it',
  EPERM: 'you are not allowed to read it',
  EIO: 'the disk reports an error',
};

async function opened(from: string): Promise<FileHandle> {
  try {
    const handle = await open(from, 'r');
    if ((await handle.stat()).isFile()) return handle;
    await handle.close();
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : undefined;
    if (code === undefined) throw thrown;
    return refuse({ code: 'file-unreadable', file: path.basename(from), why: because[code] ?? code });
  }
  return refuse({ code: 'file-unreadable', file: path.basename(from), why: 'it is not a plain file' });
}

/** Whether the file is locked with age besides the vault's own key. Refuses `file-unreadable`. */
export async function isLockedBackup(from: string): Promise<boolean> {
  const handle = await opened(from);
  try {
    return isAge((await handle.read(Buffer.alloc(64), 0, 64, 0)).buffer);
  } finally {
    await handle.close();
  }
}

/**
 * Makes a vault of a backup file: see `restoreBackup`. The vault's own check knows what records are made of, so what it says covers every row.
 * Refuses `backup-refused` with `wrapped` for a file that is locked with age when no key is given.
 */
export async function restoreFile({ from, identities = [], ...asked }: RestoringFile, setting: VaultSetting): Promise<Restored> {
  const file = path.basename(from);
  const locked = await isLockedBackup(from);
  if (locked && identities.length === 0) refuse({ code: 'backup-refused', file, why: 'wrapped', part: '' });
  const handle = await opened(from);
  try {
    const { size } = await handle.stat();
    const chunks = chunksOf(handle, file);
    return await restoreBackup(
      { ...asked, file, bytes: size, source: locked ? ageOpen(chunks, identities, file) : chunks, verify: { upgrade: upgraded, compare: compareRow } },
      setting,
    );
  } finally {
    await handle.close();
  }
}

const PIECE = 1_048_576;

/** A buffer a piece: what is unpacked keeps the end of one while it waits for the next. */
async function* chunksOf(handle: FileHandle, file: string): AsyncGenerator<Uint8Array> {
  for (let at = 0; ; ) {
    const piece = Buffer.allocUnsafe(PIECE);
    let bytesRead: number;
    try {
      ({ bytesRead } = await handle.read(piece, 0, PIECE, at));
    } catch (thrown) {
      const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
      return refuse({ code: 'file-unreadable', file, why: because[code] ?? code });
    }
    if (bytesRead === 0) return;
    at += bytesRead;
    yield piece.subarray(0, bytesRead);
  }
}
