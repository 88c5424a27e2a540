import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { Refused, refuse } from '../../shared/failure/failure.ts';
import { openStream, sealStream, StreamDamaged } from './blob-stream.ts';
import type { ReadOnly, Transaction } from './changes.ts';
import type { Database } from './database.ts';
import { clearAway, modesIn, shareFolder, syncFolder } from './durable-file.ts';
import { isPlainFile } from './plain-files.ts';
import { sealBytes, unsealKey } from './seal.ts';
import { secret, wipe } from './secret.ts';
import { asFarAsItGoes, failureOfSystem } from './system-failure.ts';

/** A file of encrypted bytes on disk. It is the vault's only once a change has adopted it. */
export interface StoredBlob {
  /** 32 hexadecimal digits, random: a name made of the content would tell who holds which document. */
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  /** False when the vault has these bytes already; then no file was kept. */
  readonly isNew: boolean;
}

export interface Blobs {
  /**
   * Encrypts `source` into a file of its own and makes it durable. Until `adopt` it belongs to nobody. Refuses `disk-full`,
   * `file-unwritable`, `cancelled`, `vault-read-only`; on any failure nothing is left. `tell` hears the bytes taken so far. A piece is
   * done with before the next is asked for, so a source may use its memory again.
   */
  put(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, options?: { signal?: AbortSignal; tell?: (bytes: number) => void }): Promise<StoredBlob>;
  /**
   * Makes a stored blob the vault's, as part of a change. The same bytes stored twice are kept once; where the stored file turned out damaged, the new one takes
   * its place, and what is left of the old goes adrift.
   */
  adopt(tx: Transaction, blob: StoredBlob): void;
  /** The plain bytes, each chunk authentic before it is given. Refuses `blob-damaged`; `file-unreadable` when there is no such blob. */
  open(sha256: string): AsyncIterable<Uint8Array>;
  has(sha256: string): boolean;
  /** Takes a blob and its key out of the vault, as part of an erasure, and gives the name of its file; null when there is none. */
  remove(tx: Transaction, sha256: string): string | null;
  /** Deletes what `put` stored when it is not adopted after all. */
  discard(blob: StoredBlob): void;
}

export interface BlobRow {
  readonly sha256: string;
  readonly name: string;
  readonly bytes: number;
  readonly key: Buffer;
}

interface BlobsSetting {
  readonly folder: string;
  readonly vault: string;
  readonly reader: Database;
  readonly wrap: Uint8Array;
  readonly random: (bytes: number) => Uint8Array;
  readonly readOnly: () => null | ReadOnly;
  /** Refuses where the folder is not any more where it was opened. */
  readonly stillThere: () => void;
  /** What an error of SQLite comes from: see `Vault.meaning`. */
  readonly meaning: (thrown: unknown) => unknown;
}

/** Blobs lie in 256 folders by the first two digits of their names, because folders of many thousand files are slow on some systems. */
export const blobFile = (folder: string, name: string): string => path.join(folder, 'blobs', name.slice(0, 2), name);

const keyText = (vault: string, { name, sha256 }: { name: string; sha256: string }) => `cordon/1 blob ${vault} ${name} ${sha256}`;

/** The key of a blob, or null when its row was not written by this vault. The caller wipes it. */
export const blobKey = (row: BlobRow, wrap: Uint8Array, vault: string): Buffer | null => unsealKey(row.key, wrap, keyText(vault, row));

/** The blobs of a vault, and what `close` needs: the names of files that no row has claimed. */
export function blobsIn(setting: BlobsSetting): Blobs & { pending(): readonly string[] } {
  const { folder, vault, reader, wrap } = setting;
  const rowOf = reader.prepare<[string], BlobRow>('SELECT sha256, name, bytes, key FROM blob WHERE sha256 = ?');
  /** Wrapped keys of what was put and not yet adopted, by name; and the name of the damaged file in whose place it comes. */
  const waiting = new Map<string, { readonly key: Buffer; readonly instead: string | null }>();

  /** Whether the stored file still gives the bytes that were taken in. */
  async function isWhole(row: BlobRow): Promise<boolean> {
    try {
      for await (const _ of openBlob(folder, row, wrap, vault));
      return true;
    } catch (error) {
      // One that the drive does not give is as good as damaged: the bytes in hand are kept in its place.
      if (error instanceof Refused && (error.failure.code === 'blob-damaged' || error.failure.code === 'file-unreadable')) return false;
      throw error;
    }
  }

  async function put(
    source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    { signal, tell }: { signal?: AbortSignal; tell?: (bytes: number) => void } = {},
  ): Promise<StoredBlob> {
    const reason = setting.readOnly();
    if (reason) return refuse({ code: 'vault-read-only', reason });
    const name = Buffer.from(setting.random(16)).toString('hex');
    const file = blobFile(folder, name);
    const temporary = `${file}.tmp`;
    const key = secret(32);
    key.set(setting.random(32));
    let handle: FileHandle | undefined;
    try {
      setting.stillThere();
      const modes = modesIn(folder);
      if (!existsSync(path.dirname(file))) {
        mkdirSync(path.dirname(file), { mode: 0o700 });
        if (modes.folder !== 0o700) shareFolder(path.dirname(file), modes.folder);
        syncFolder(path.join(folder, 'blobs'));
      }
      handle = await open(temporary, 'wx', 0o600);
      if (modes.file !== 0o600) await handle.chmod(modes.file).catch(() => undefined);
      const { sha256, bytes } = await sealStream(whileWanted(source, signal), handle, key, tell);
      const known = rowOf.get(sha256);
      // The copy that is there is read before the one in hand is let go: it may be the only good one left.
      if (known && (await isWhole(known))) {
        await handle.close();
        rmSync(temporary, { force: true });
        return { name: known.name, sha256, bytes, isNew: false };
      }
      await handle.sync();
      await handle.close();
      renameSync(temporary, file);
      syncFolder(path.dirname(file));
      waiting.set(name, { key: sealBytes(key, wrap, keyText(vault, { name, sha256 })), instead: known?.name ?? null });
      return { name, sha256, bytes, isNew: true };
    } catch (error) {
      await handle?.close().catch(() => undefined);
      // Under either name: its own, when only the flush of the folder failed.
      for (const left of [temporary, file]) clearAway(left);
      // Reading the source may fail with a failure of its own, which passes through.
      return failureOfSystem(setting.meaning(error), 'blobs');
    } finally {
      wipe(key);
    }
  }

  function discard({ name }: StoredBlob): void {
    if (!waiting.has(name)) return;
    // What went wrong first is what is told; closing tries again.
    asFarAsItGoes(() => {
      rmSync(blobFile(folder, name), { force: true });
      waiting.delete(name);
    });
  }

  return {
    put,
    discard,
    adopt(tx, blob) {
      const known = tx.db.prepare<[string], { name: string }>('SELECT name FROM blob WHERE sha256 = ?').get(blob.sha256);
      if (known?.name === blob.name) return;
      const put = waiting.get(blob.name);
      if (known && put?.instead === known.name) {
        tx.db.prepare('UPDATE blob SET name = ?, key = ? WHERE sha256 = ?').run(blob.name, put.key, blob.sha256);
        return tx.afterCommit(() => {
          waiting.delete(blob.name);
          // The change stands; where the file cannot be moved now, the opening after a crash tries again, and `verify` names it.
          asFarAsItGoes(() => setAdrift(folder, known.name));
        });
      }
      // Two of the same bytes were put before either was adopted: the second file is of no use to anybody.
      if (known) return tx.afterCommit(() => discard(blob));
      // They were erased, with every copy of the bytes, after `put` had found them here.
      if (!put && !blob.isNew) refuse({ code: 'intake-refused', file: 'it', why: 'the same bytes were erased from this vault while it was taken in' });
      if (!put) throw new Error('a blob that was not put into this vault');
      tx.db.prepare('INSERT INTO blob(sha256, name, bytes, key, at) VALUES (?, ?, ?, ?, ?)').run(blob.sha256, blob.name, blob.bytes, put.key, tx.at);
      tx.afterCommit(() => void waiting.delete(blob.name));
    },
    remove(tx, sha256) {
      const name = tx.db.prepare<[string], string>('SELECT name FROM blob WHERE sha256 = ?').pluck().get(sha256);
      if (name === undefined) return null;
      tx.db.prepare('DELETE FROM blob WHERE sha256 = ?').run(sha256);
      return name;
    },
    has: (sha256) => rowOf.get(sha256) !== undefined,
    open: (sha256) => {
      const row = rowOf.get(sha256);
      return row ? openBlob(folder, row, wrap, vault) : refuse({ code: 'file-unreadable', file: sha256.slice(0, 12), why: 'the vault has no such file' });
    },
    pending: () => [...waiting.keys()],
  };
}

/** The plain bytes of the blob in `row`. Refuses `blob-damaged` with the file's name, `file-unreadable` where the drive does not give it. */
export async function* openBlob(folder: string, row: BlobRow, wrap: Uint8Array, vault: string): AsyncGenerator<Uint8Array> {
  const key = blobKey(row, wrap, vault);
  const damaged = () => refuse({ code: 'blob-damaged', number: '', file: row.name });
  // A row may have been written by anybody who has the key: a name is only followed where blobs lie, to a plain file.
  if (!key || !/^[0-9a-f]{32}$/.test(row.name) || !isPlainFile(blobFile(folder, row.name))) return damaged();
  let handle: FileHandle | undefined;
  try {
    handle = await open(blobFile(folder, row.name), 'r');
    let bytes = 0;
    for await (const chunk of openStream(handle, key)) {
      bytes += chunk.length;
      yield chunk;
    }
    if (bytes !== row.bytes) damaged();
  } catch (error) {
    if (error instanceof StreamDamaged || (error instanceof Error && 'code' in error && error.code === 'ENOENT')) damaged();
    return failureOfSystem(error, row.name, 'read');
  } finally {
    wipe(key);
    await handle?.close();
  }
}

/** The same pieces until the signal aborts; then refuses `cancelled`. */
async function* whileWanted(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  for await (const piece of source) {
    if (signal?.aborted) refuse({ code: 'cancelled' });
    yield piece;
  }
}

/** The names of all blob files in the folder. */
export function blobFiles(folder: string): string[] {
  const blobs = path.join(folder, 'blobs');
  if (!existsSync(blobs)) return [];
  return readdirSync(blobs)
    .filter((name) => /^[0-9a-f]{2}$/.test(name))
    .flatMap((name) => readdirSync(path.join(blobs, name)));
}

/** Moves a file that no row names, where there is one, out of the way. */
function setAdrift(folder: string, name: string): void {
  const file = blobFile(folder, name);
  if (!existsSync(file)) return;
  mkdirSync(path.join(folder, 'blobs', 'adrift'), { recursive: true, mode: 0o700 });
  renameSync(file, path.join(folder, 'blobs', 'adrift', name));
}

/**
 * After a crash: deletes half-written files (`*.tmp`) and moves files without a row to `blobs/adrift/`. They are never deleted by a
 * program: a row may be missing because somebody put an older database back. Refuses `disk-full`, `file-unwritable`.
 */
export function sweepBlobs(folder: string, reader: Database): { adrift: string[] } {
  const known = new Set(reader.prepare<[], string>('SELECT name FROM blob').pluck().all());
  const adrift: string[] = [];
  try {
    for (const name of blobFiles(folder)) {
      const file = blobFile(folder, name);
      if (name.endsWith('.tmp')) rmSync(file, { force: true });
      else if (!known.has(name)) {
        setAdrift(folder, name);
        adrift.push(name);
      }
    }
    return { adrift };
  } catch (error) {
    return failureOfSystem(error, 'blobs');
  }
}
