import { lstat, open, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { refuse } from '../../shared/failure/failure.ts';

/** A file as it lies before us. Its bytes are read from the one handle, so that what is looked at is what is taken in. */
export interface SourceFile {
  /** Bare name. */
  readonly name: string;
  readonly bytes: number;
  /** Where it lay, for the record of where it came from; not known for a file that came as bytes. */
  readonly path?: string;
  /** Milliseconds of UTC, as the file system says. */
  readonly modified: number;
  /** Reads from the start; may be called again. A chunk is good until the next one is asked for: its memory is used again. */
  read(): AsyncGenerator<Uint8Array>;
  close(): Promise<void>;
}

const chunk = 1024 * 1024;
const because: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'you are not allowed to read it',
  EPERM: 'you are not allowed to read it',
  EIO: 'the disk reports an error',
  ELOOP: 'it is a link that leads nowhere',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  ENOTDIR: 'part of the path is not a folder',
  EBUSY: 'another program holds it',
};

const codeOf = (thrown: unknown): string | undefined => (thrown instanceof Error && 'code' in thrown ? String(thrown.code) : undefined);

/** What the system says about a file that cannot be read, as a failure; rethrows what is not the system's. */
function unreadable(thrown: unknown, file: string): never {
  const code = codeOf(thrown);
  if (code === undefined) throw thrown;
  return refuse({ code: 'file-unreadable', file, why: because[code] ?? code });
}

/**
 * Opens a file for intake. Refuses `intake-refused` for anything that is not a plain file, before it is opened (a pipe would wait for ever), and
 * `file-unreadable` with what the system says.
 */
export async function openSource(file: string): Promise<SourceFile> {
  const name = path.basename(file);
  let handle: FileHandle;
  try {
    const found = await stat(file).catch(async (thrown: unknown) => {
      // A link that leads nowhere is there, and its end is not.
      if (codeOf(thrown) === 'ENOENT' && (await lstat(file).catch(() => null))) refuse({ code: 'file-unreadable', file: name, why: 'it is a link that leads nowhere' });
      // What is no UTF-8 in a name comes as this sign, and leads to no file.
      if (codeOf(thrown) === 'ENOENT' && name.includes('\ufffd'))
        refuse({ code: 'file-unreadable', file: name, why: 'its name is no Unicode text; take in a copy under another name' });
      throw thrown;
    });
    if (found.isDirectory()) refuse({ code: 'intake-refused', file: name, why: /\.cordon$/i.test(name) ? 'it is a vault of Cordon' : 'it is a folder that cannot be read' });
    if (!found.isFile()) refuse({ code: 'intake-refused', file: name, why: 'it is not a plain file' });
    handle = await open(file, 'r');
  } catch (thrown) {
    return unreadable(thrown, name);
  }
  const status = await handle.stat();
  return {
    name,
    bytes: status.size,
    path: path.resolve(file),
    modified: Math.round(status.mtimeMs),
    read: () => chunksOf(handle, name),
    close: () => handle.close(),
  };
}

/** The file in chunks, the next one read while the one before is worked on. Two buffers in turn: a fresh one a chunk cost as much as hashing it. */
async function* chunksOf(handle: FileHandle, name: string): AsyncGenerator<Uint8Array> {
  const buffers = [Buffer.allocUnsafeSlow(chunk), Buffer.allocUnsafeSlow(chunk)];
  const readAt = (turn: number, at: number): Promise<{ bytesRead: number; buffer: Buffer }> => {
    const reading = handle.read(buffers[turn % 2] ?? Buffer.alloc(chunk), 0, chunk, at).catch((thrown: unknown) => unreadable(thrown, name));
    // Seen again when awaited; without this a failure while the chunk before is worked on would count as unhandled.
    reading.catch(() => undefined);
    return reading;
  };
  let next = readAt(0, 0);
  try {
    for (let turn = 1, at = 0; ; turn++) {
      const { bytesRead, buffer } = await next;
      if (bytesRead === 0) return;
      at += bytesRead;
      next = readAt(turn, at);
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    // Whoever stops early closes the file: not before the last read is done with it.
    await next.catch(() => undefined);
  }
}

/** A file that came as bytes: from a host without paths, or from inside another. */
export function sourceOfBytes(name: string, bytes: Uint8Array, modified: number): SourceFile {
  return {
    name: path.basename(name),
    bytes: bytes.length,
    modified,
    async *read() {
      yield await Promise.resolve(bytes);
    },
    close: () => Promise.resolve(),
  };
}
