import { lstat, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { refuse } from '../../shared/failure/failure.ts';
import type { Delivery, Destination } from './destination.ts';

const outOfSpace = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const because: Readonly<Record<string, string>> = {
  EACCES: 'you are not allowed to write there',
  EPERM: 'you are not allowed to write there',
  EROFS: 'the disk is read-only',
  ENOENT: 'the folder does not exist',
  ENOTDIR: 'part of the path is not a folder',
  EISDIR: 'there is a folder of that name',
  ENAMETOOLONG: 'the name is too long',
  EBUSY: 'another program holds it',
  EIO: 'the disk reports an error',
};

/** Turns what the system says into a failure; the path stays out of it. */
function unwritable(thrown: unknown, file: string): never {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : undefined;
  if (code === undefined) throw thrown;
  if (outOfSpace.has(code)) return refuse({ code: 'disk-full', file });
  return refuse({ code: 'file-unwritable', file, why: because[code] ?? code });
}

/** How the name of a file ends that is still being written: nobody else's does. */
const unfinished = '.cordon.tmp';
/** A file that is being written was written to a moment ago; one that rests for a day was left by a program that was killed. */
const restsMs = 86_400_000;

/** Takes away what killed programs had left in `folder`, by the clock of its own drive. What cannot be taken away does not keep anything from being written. */
async function sweepUnfinished(folder: string, ours: string): Promise<void> {
  try {
    const now = (await stat(ours)).mtimeMs;
    for (const name of await readdir(folder)) {
      const file = path.join(folder, name);
      if (!name.startsWith('.') || !name.endsWith(unfinished) || file === ours) continue;
      const left = await lstat(file);
      if (left.isFile() && now - left.mtimeMs > restsMs) await rm(file);
    }
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown)) throw thrown;
  }
}

async function isFolder(target: string): Promise<boolean> {
  try {
    return (await stat(target)).isDirectory();
  } catch {
    return false;
  }
}

/**
 * A file on disk. It is written beside its place under another name, flushed, and renamed over it, so that whoever looks sees the old file
 * or the whole new one. `unique` tells two writers apart. Refuses `disk-full` and `file-unwritable`; then nothing of it is left.
 */
export function fileDestination(target: string, unique: string): Destination {
  const name = path.basename(target);
  const folder = path.dirname(path.resolve(target));
  const beside = path.join(folder, `.${name.slice(0, 100)}.${unique}${unfinished}`);
  return {
    name,
    async begin() {
      if (await isFolder(target)) refuse({ code: 'file-unwritable', file: name, why: 'there is a folder of that name' });
      let file: FileHandle | null;
      try {
        // Readable by its owner alone: what leaves a vault is nobody else's on this machine.
        file = await open(beside, 'wx', 0o600);
      } catch (thrown) {
        return unwritable(thrown, name);
      }
      await sweepUnfinished(folder, beside);
      const close = async () => {
        const closing = file;
        file = null;
        await closing?.close();
      };
      const failing = async (work: () => Promise<unknown>): Promise<void> => {
        try {
          await work();
        } catch (thrown) {
          await close().catch(() => {});
          await rm(beside, { force: true }).catch(() => {});
          unwritable(thrown, name);
        }
      };
      let delivered = false;
      return {
        write: (chunk) => failing(() => whole(file, chunk)),
        finish: () =>
          failing(async () => {
            await file?.sync();
            await close();
          }),
        deliver: () =>
          failing(async () => {
            await rename(beside, target);
            delivered = true;
            await flushFolder(folder);
          }),
        discard: async () => {
          if (delivered) return;
          await close().catch(() => {});
          await rm(beside, { force: true }).catch(() => {});
        },
      } satisfies Delivery;
    },
  };
}

/** `write` may write less than it was given: a full disk often takes the first part. */
async function whole(file: FileHandle | null, chunk: Uint8Array): Promise<void> {
  if (!file) throw new Error('the file is closed');
  for (let at = 0; at < chunk.length; ) at += (await file.write(chunk, at)).bytesWritten;
}

/** A rename is on the disk when its folder is. Windows cannot flush a folder, and does not need to. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
