import { createHash } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { createSecretKey } from 'node:crypto';
import { refuse } from '../../shared/failure/failure.ts';
import { recordOf } from './anchor.ts';
import { blobFile } from './blobs.ts';
import { makeCheckpoint } from './checkpoint.ts';
import { isDamage } from './damage-or-drive.ts';
import { openDatabase } from './database.ts';
import { clearAway } from './durable-file.ts';
import { runDatabaseWork } from './database-work.ts';
import { readStanding, rootText, type Standing } from './journal.ts';
import type { Keys } from './keys.ts';
import { minisign, type SigningKey } from './minisign.ts';
import { slotsBytes, slotsFiles, type SlotsContent } from './slots-file.ts';
import { anchorOf } from './standing-anchors.ts';
import { isPlainFile } from './plain-files.ts';
import { failureOfSystem } from './system-failure.ts';
import { headerOf, tarEnd, tarLength, tarPadding } from './tar.ts';

export interface BackupSetting {
  readonly signal?: AbortSignal | undefined;
  /** Bytes written of how many. While the database is being copied both stand still. */
  readonly tell?: ((progress: { readonly done: number; readonly of: number }) => void) | undefined;
}

/** A backup while it is being taken: an archive of the folder as it stood at entry `seq`. */
export interface Backup {
  readonly vault: string;
  readonly seq: number;
  readonly root: string;
  readonly instant: number;
  /** Length of the archive. */
  readonly bytes: number;
  /** Stored files in it. */
  readonly blobs: number;
  /** Names of stored files that are missing or could not be read whole. Grows while `chunks` is read. */
  readonly unsound: readonly string[];
  readonly chunks: () => AsyncIterable<Uint8Array>;
}

interface Backed {
  readonly folder: string;
  readonly name: string;
  readonly vault: string;
  /** Where SQLite has the database open. */
  readonly file: string;
  readonly addon: string | undefined;
  readonly thread: string | undefined;
  readonly keys: Keys;
  readonly signing: SigningKey;
  readonly content: () => SlotsContent;
  readonly instant: number;
  readonly random: (bytes: number) => Uint8Array;
}

export const manifestFile = 'manifest.sha256';
/** Beside the database; a crash leaves it behind and the next opening takes it away. */
const copyStart = 'vault.db.copy-';

/** Deletes copies that a backup could not finish. */
export function sweepCopies(folder: string): void {
  for (const name of readdirSync(folder)) if (name.startsWith(copyStart)) rmSync(path.join(folder, name), { force: true });
}

/** One file of the archive: its bytes, or where they lie. */
type Part = { readonly name: string; readonly bytes: Uint8Array } | { readonly name: string; readonly from: string; readonly length: number; readonly blob: boolean };

const lengthOf = (part: Part) => ('from' in part ? part.length : part.bytes.length);

/**
 * Takes a backup for `use` and clears up after it, whatever comes of it. The database is copied at one moment, so that what is written
 * meanwhile is in it whole or not at all; stored files never change. Refuses `cancelled`, `disk-full`, `vault-damaged`.
 */
export async function takeBackup<T>(backed: Backed, setting: BackupSetting, use: (backup: Backup) => Promise<T>): Promise<T> {
  const copy = path.join(path.dirname(backed.file), `${copyStart}${Buffer.from(backed.random(8)).toString('hex')}.tmp`);
  const stopped = () => {
    if (setting.signal?.aborted) refuse({ code: 'cancelled' });
  };
  try {
    stopped();
    await runDatabaseWork(backed.thread, { file: backed.file, addon: backed.addon, task: { do: 'copy', to: copy } }, backed.keys.database);
    stopped();
    const { standing, blobs } = readCopy(copy, backed);
    const unsound: string[] = [];
    const present = blobs.filter((name) => {
      // A link in its place would put a file of this computer, as it is, into the archive.
      const there = isPlainFile(blobFile(backed.folder, name));
      if (!there) unsound.push(name);
      return there;
    });
    const parts = partsOf(backed, standing, copy, present);
    const inTar = nameInTar(backed.name);
    const manifestLength = parts.reduce((sum, { name }) => sum + 64 + 2 + Buffer.byteLength(name) + 1, 0);
    const signatureLength = signatureOf(backed, standing, Buffer.alloc(0)).length;
    const bytes = tarLength([...parts.map(lengthOf), manifestLength, signatureLength]);
    return await use({
      vault: backed.vault,
      seq: standing.size,
      root: rootText(standing),
      instant: backed.instant,
      bytes,
      blobs: present.length,
      unsound,
      chunks: () =>
        archive(backed, standing, parts, inTar, unsound, (done) => {
          stopped();
          setting.tell?.({ done, of: bytes });
        }),
    });
  } catch (error) {
    // What sounds like damage is looked into by whoever has the database open.
    if (isDamage(error)) throw error;
    return failureOfSystem(error, 'vault.db', 'read');
  } finally {
    for (const end of ['', '-journal']) clearAway(copy + end);
  }
}

/** Where the journal stands in a copy of the database, and the stored files that it names. */
export function readCopy(copy: string, { keys, addon }: Pick<Backed, 'keys' | 'addon'>): { standing: Standing; blobs: string[] } {
  const db = openDatabase(copy, keys.database, { readonly: true, addon });
  try {
    return { standing: readStanding(db), blobs: db.prepare<[], string>('SELECT name FROM blob ORDER BY name').pluck().all() };
  } finally {
    db.close();
  }
}

/** The folder's name in the archive; a name too long for old programs is left out. */
const nameInTar = (name: string) => (Buffer.byteLength(name) <= 100 ? `${name}.cordon` : 'vault.cordon');

/** What opens first stands first: who restores learns of a wrong key before gigabytes are read. */
function partsOf(backed: Backed, standing: Standing, copy: string, blobs: readonly string[]): Part[] {
  const { folder, keys, signing, vault, instant } = backed;
  const slots = slotsBytes(backed.content(), keys.slotMac);
  const checkpoint = makeCheckpoint(vault, standing.size, rootText(standing), signing, instant);
  const record = recordOf(anchorOf(standing), createSecretKey(keys.anchorMac));
  return [
    ...slotsFiles.map((name) => ({ name, bytes: slots })),
    { name: 'anchor', bytes: Buffer.concat([record, record]) },
    { name: 'checkpoint', bytes: Buffer.from(checkpoint.note) },
    { name: 'checkpoint.minisig', bytes: Buffer.from(checkpoint.minisig) },
    { name: 'checkpoint.pub', bytes: Buffer.from(checkpoint.publicKey) },
    { name: 'vault.db', from: copy, length: statSync(copy).size, blob: false },
    ...blobs.map((name) => {
      const from = blobFile(folder, name);
      return { name: `blobs/${name.slice(0, 2)}/${name}`, from, length: statSync(from).size, blob: true };
    }),
  ];
}

/** The trusted comment says which state of the vault it is: a signature of another backup does not fit. */
function signatureOf({ signing, instant }: Backed, standing: Standing, manifest: Uint8Array): Buffer {
  return Buffer.from(minisign(manifest, signing, `timestamp:${Math.floor(instant / 1000)}\tfile:${manifestFile}\thashed\tseq:${standing.size}\troot:${rootText(standing)}`));
}

async function* archive(backed: Backed, standing: Standing, parts: readonly Part[], inTar: string, unsound: string[], turn: (done: number) => void): AsyncGenerator<Uint8Array> {
  const seconds = Math.floor(backed.instant / 1000);
  const lines: string[] = [];
  let done = 0;
  const counted = <B extends Uint8Array>(chunk: B): B => {
    done += chunk.length;
    turn(done);
    return chunk;
  };
  const header = (name: string, bytes: number) => counted(headerOf({ name: `${inTar}/${name}`, bytes, seconds }));
  for (const part of parts) {
    yield header(part.name, lengthOf(part));
    const hash = createHash('sha256');
    for await (const chunk of 'from' in part ? bytesOf(part, unsound) : [part.bytes]) {
      hash.update(chunk);
      yield counted(chunk);
    }
    yield counted(tarPadding(lengthOf(part)));
    // The form of sha256sum, so that any machine can check an unpacked backup: sha256sum -c manifest.sha256
    lines.push(`${hash.digest('hex')}  ${part.name}\n`);
  }
  const manifest = Buffer.from(lines.join(''));
  for (const [name, bytes] of [
    [manifestFile, manifest],
    [`${manifestFile}.minisig`, signatureOf(backed, standing, manifest)],
  ] as const) {
    yield header(name, bytes.length);
    yield counted(bytes);
    yield counted(tarPadding(bytes.length));
  }
  yield counted(tarEnd(done));
}

const PIECE = 1_048_576;

/**
 * The bytes of a file, exactly as many as its header says. Where a disk gives a stored file back no more, zeros stand for the rest and it is
 * named: one bad sector must not keep the others from being saved.
 */
async function* bytesOf({ name, from, length, blob }: Extract<Part, { from: string }>, unsound: string[]): AsyncGenerator<Uint8Array> {
  let handle: FileHandle | undefined;
  let left = length;
  try {
    handle = await open(from, 'r');
    while (left > 0) {
      const piece = Buffer.allocUnsafe(Math.min(PIECE, left));
      const { bytesRead } = await handle.read(piece, 0, piece.length);
      if (bytesRead === 0) break;
      left -= bytesRead;
      yield piece.subarray(0, bytesRead);
    }
  } catch (error) {
    if (!blob) return failureOfSystem(error, path.basename(name), 'read');
    if (!(error instanceof Error && 'syscall' in error)) throw error;
  } finally {
    await handle?.close();
  }
  if (left > 0 && !blob) refuse({ code: 'file-unreadable', file: 'vault.db', why: 'its copy is cut short' });
  if (left > 0) unsound.push(path.basename(name));
  for (; left > 0; left -= Math.min(PIECE, left)) yield Buffer.alloc(Math.min(PIECE, left));
}
