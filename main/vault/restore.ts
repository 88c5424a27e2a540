import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { refuse } from '../../shared/failure/failure.ts';
import { manifestFile } from './backup.ts';
import { syncFolder } from './durable-file.ts';
import { refuseUnchecked } from './finding.ts';
import { takeLock } from './lock.ts';
import { checkMinisign } from './minisign.ts';
import { refuseUnsafe } from './safe-folder.ts';
import { openSession } from './session.ts';
import { restoredAnchor } from './standing-anchors.ts';
import { failureOfSystem, isOfSystem } from './system-failure.ts';
import { readTar, TarMalformed, type TarFile } from './tar.ts';
import { unlock, type Unlocked, type UnlockKey } from './unlock.ts';
import type { Vault, VaultSetting } from './vault.ts';
import type { VerifyReport, VerifySetting } from './verify.ts';
import { sweepPlaces, workPlace, type WorkPlace } from './work-place.ts';

export interface Restoring {
  /** The bytes of the archive, and how many there are. */
  readonly source: AsyncIterable<Uint8Array>;
  readonly bytes: number;
  /** What the person calls it: a bare file name. */
  readonly file: string;
  /** Must not exist or be empty. */
  readonly into: string;
  readonly key: UnlockKey;
  readonly verify: Pick<VerifySetting, 'upgrade' | 'compare'>;
  readonly signal?: AbortSignal | undefined;
  readonly tell?: ((progress: { readonly part: 'unpacking' | 'checking'; readonly done: number; readonly of: number }) => void) | undefined;
}

export interface Restored {
  readonly vault: string;
  readonly incarnation: number;
  readonly report: VerifyReport;
  /** Names of what restores to the same place had left beside it when they were killed, and what was taken away. */
  readonly clearedAway: readonly string[];
}

const names = /^(slots\.[ab]|anchor|checkpoint(\.minisig|\.pub)?|vault\.db|blobs\/([0-9a-f]{2})\/\3[0-9a-f]{30}|manifest\.sha256(\.minisig)?)$/;
const needed = ['slots.a', 'slots.b', 'anchor', 'checkpoint', 'checkpoint.minisig', 'checkpoint.pub', 'vault.db', manifestFile, `${manifestFile}.minisig`];
/** Longest text of an archive that is kept in memory: a manifest of some 600,000 files. */
const longestText = 64 * 1_048_576;

const damaged = (file: string, part: string): never => refuse({ code: 'backup-refused', file, why: 'damaged', part });

/**
 * Unpacks a backup beside `into`, opens it with the vault's own key, begins a new incarnation, checks every byte, and only then puts it in its
 * place: after any failure or crash there is nothing at `into`. The original, wherever it is, and this user's knowledge of it are left as they are
 * until the restored vault is opened in earnest. Refuses `vault-exists`, `backup-refused`, `disk-full`, `cancelled` and what opening refuses.
 * A report with findings means: that was damaged in the vault already when the backup was taken.
 */
export async function restoreBackup(asked: Restoring, setting: VaultSetting): Promise<Restored> {
  const { into } = asked;
  if (existsSync(into) && readdirSync(into).length > 0) refuse({ code: 'vault-exists', file: path.basename(into) });
  refuseUnsafe(into, true);
  const clearedAway = sweepPlaces(into, ['tmp'], setting.sqliteAddon);
  let work: WorkPlace | undefined;
  try {
    work = workPlace(into, 'tmp', setting.random, setting.sqliteAddon);
    const folder = path.join(work.path, 'vault');
    const state = path.join(work.path, 'state');
    mkdirSync(path.join(folder, 'blobs'), { recursive: true, mode: 0o700 });
    const { bavail, bsize } = statfsSync(work.path);
    if (asked.bytes > bavail * bsize) refuse({ code: 'disk-full', file: path.basename(into), room: { wanted: asked.bytes, free: bavail * bsize } });
    const { unlocked, manifest, signature } = await unpack(asked, folder);
    const restored = await check(asked, folder, state, setting, unlocked, manifest, signature);
    if (existsSync(into)) rmSync(into, { recursive: true });
    renameSync(folder, into);
    syncFolder(path.dirname(into));
    keepAnchor(path.join(state, `${restored.vault}.anchor`), restoredAnchor(setting.stateFolder, restored.vault, restored.incarnation));
    return { ...restored, clearedAway };
  } catch (error) {
    if (error instanceof TarMalformed) return damaged(asked.file, error.message);
    return failureOfSystem(error, path.basename(into));
  } finally {
    work?.leave();
  }
}

/** This user has seen the restored vault: without that its first opening could not tell it from an older copy of it. Not worth a failure: then it says so. */
function keepAnchor(from: string, to: string): void {
  try {
    mkdirSync(path.dirname(to), { recursive: true, mode: 0o700 });
    copyFileSync(from, to);
  } catch (error) {
    if (!isOfSystem(error)) throw error;
  }
}

/** Writes the files of the archive into `folder`, each one checked against the list at its end. */
async function unpack(asked: Restoring, folder: string): Promise<{ unlocked: Unlocked; manifest: Buffer; signature: string }> {
  const lines: string[] = [];
  const texts = new Map<string, Buffer>();
  const seen = new Set<string>();
  let top: string | undefined;
  let unlocked: Unlocked | undefined;
  let done = 0;
  for await (const file of readTar(asked.source)) {
    const slash = file.name.indexOf('/');
    const name = file.name.slice(slash + 1);
    top ??= file.name.slice(0, slash);
    if (slash < 1 || file.name.slice(0, slash) !== top || !names.test(name)) refuse({ code: 'backup-refused', file: asked.file, why: 'not-a-backup', part: '' });
    if (seen.has(name) || file.bytes > asked.bytes) damaged(asked.file, name);
    seen.add(name);
    const tell = (bytes: number) => {
      if (asked.signal?.aborted) refuse({ code: 'cancelled' });
      done += bytes;
      asked.tell?.({ part: 'unpacking', done, of: asked.bytes });
    };
    if (name.startsWith(manifestFile)) {
      if (file.bytes > longestText) damaged(asked.file, name);
      texts.set(name, await inMemory(file));
      continue;
    }
    // Before gigabytes are written: a wrong passphrase, or a backup from a newer program.
    if (!name.startsWith('slots.')) unlocked ??= await unlock(folder, asked.key);
    lines.push(`${await toDisk(file, path.join(folder, name), tell)}  ${name}\n`);
  }
  const missing = needed.find((name) => !seen.has(name));
  if (missing !== undefined) damaged(asked.file, `${missing} is missing`);
  const manifest = texts.get(manifestFile) ?? Buffer.alloc(0);
  if (!manifest.equals(Buffer.from(lines.join('')))) {
    const listed = manifest.toString().split('\n');
    const first = lines.findIndex((line, index) => line !== `${listed[index] ?? ''}\n`);
    damaged(asked.file, lines[first]?.slice(66, -1) ?? manifestFile);
  }
  for (const name of readdirSync(path.join(folder, 'blobs'))) syncFolder(path.join(folder, 'blobs', name));
  syncFolder(path.join(folder, 'blobs'));
  syncFolder(folder);
  return { unlocked: unlocked ?? damaged(asked.file, 'slots.a'), manifest, signature: texts.get(`${manifestFile}.minisig`)?.toString() ?? '' };
}

async function inMemory(file: TarFile): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Writes one file durably and gives its SHA-256. */
async function toDisk(file: TarFile, target: string, tell: (bytes: number) => void): Promise<string> {
  mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  const handle = await open(target, 'wx', 0o600);
  try {
    for await (const chunk of file.body) {
      tell(chunk.length);
      hash.update(chunk);
      for (let at = 0; at < chunk.length; ) at += (await handle.write(chunk, at)).bytesWritten;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return hash.digest('hex');
}

async function check(
  asked: Restoring,
  folder: string,
  stateFolder: string,
  setting: VaultSetting,
  unlocked: Unlocked,
  manifest: Buffer,
  signature: string,
): Promise<Omit<Restored, 'clearedAway'>> {
  const id = unlocked.content.id;
  // What this user knows of the vault counts, so that the new incarnation is above every one they have seen; it is looked at in a copy.
  mkdirSync(stateFolder, { mode: 0o700 });
  const known = path.join(setting.stateFolder, `${id}.anchor`);
  if (existsSync(known)) copyFileSync(known, path.join(stateFolder, `${id}.anchor`));
  const lock = takeLock(folder, setting.sqliteAddon);
  let vault: Vault;
  try {
    vault = await openSession({ folder, name: path.basename(asked.into).replace(/\.cordon$/i, ''), unlocked, lock, setting: { ...setting, stateFolder }, isNew: false });
  } catch (error) {
    lock?.release();
    throw error;
  }
  try {
    const key = vault.reader.prepare<[], Buffer>('SELECT public_key FROM head').pluck().get();
    const said = key && checkMinisign(manifest, signature, key);
    const of = said && /\tseq:(\d+)\troot:(\S+)$/.exec(said);
    if (!of) return damaged(asked.file, `${manifestFile}.minisig`);
    const incarnation = await vault.beginIncarnation('restored', `from ${asked.file}`, { file: asked.file, seq: Number(of[1]), root: of[2] });
    const report = await vault.verify({
      ...asked.verify,
      ...(asked.signal && { signal: asked.signal }),
      tell: ({ done, of: all }) => asked.tell?.({ part: 'checking', done, of: all }),
    });
    // Nothing of it was damaged when the backup was taken: the drive that it is restored to fails.
    refuseUnchecked(report.findings);
    return { vault: id, incarnation, report };
  } finally {
    await vault.close();
  }
}
