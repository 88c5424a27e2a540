import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Refused, type Failure } from '../../shared/failure/failure.ts';
import { systemRandom } from './system-random.ts';
import { createVault, openVault, type Transaction, type Vault, type VaultSetting, type VerifyReport } from './vault.ts';

/** A folder for the vaults of one test file, and the settings they are opened with. Used by tests and benches only. */
export interface Place {
  readonly path: string;
  readonly passphrase: Buffer;
  setting(): VaultSetting;
  /** The same with another state folder: another machine. */
  elsewhere(): VaultSetting;
  /** The clock stands until it is moved. */
  now: number;
  make(name: string): Promise<{ vault: Vault; folder: string; recoveryWords: string[] }>;
  open(folder: string, setting?: VaultSetting): Promise<Vault>;
  clear(): void;
}

export function testPlace(): Place {
  // Memory where there is some: these tests wait for disks hundreds of times.
  const base = mkdtempSync(path.join(existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir(), 'cordon-vault-'));
  const place: Place = {
    path: base,
    passphrase: Buffer.from('correct horse battery staple'),
    now: Date.UTC(2031, 0, 8, 15),
    setting: () => ({
      clock: () => ({ instant: place.now, zone: 'UTC' }),
      random: systemRandom,
      stateFolder: path.join(base, 'state'),
      kdf: { memoryMiB: 64, passes: 3 },
    }),
    elsewhere: () => ({ ...place.setting(), stateFolder: mkdtempSync(path.join(base, 'elsewhere-')) }),
    async make(name) {
      const folder = path.join(base, `${name}.cordon`);
      return { folder, ...(await createVault(folder, { name: 'Ada Reyes', passphrase: place.passphrase }, place.setting())) };
    },
    open: (folder, setting = place.setting()) => openVault(folder, { passphrase: place.passphrase }, setting),
    clear: () => rmSync(base, { recursive: true, force: true }),
  };
  return place;
}

/** Writes a record as main/records does: row, words and entry, in one change. */
export function writeRecord(tx: Transaction, id: string, title: string, text = ''): number {
  const number = `NOTE-${id}`;
  const record = { id, number, title, text };
  const seq = tx.append({ record: id, kind: 'note', shape: 1, verb: 'saved', reason: null, image: record });
  tx.db
    .prepare(
      "INSERT INTO record(id, kind, number, case_id, state, title, due, closed, seq, body) VALUES (?, 'note', ?, NULL, 'open', ?, NULL, 0, ?, ?) ON CONFLICT(id) DO UPDATE SET title = excluded.title, seq = excluded.seq, body = excluded.body",
    )
    .run(id, number, title, seq, JSON.stringify(record));
  tx.db
    .prepare('INSERT INTO search_text(record, number, title, text) VALUES (?, ?, ?, ?) ON CONFLICT(record, part) DO UPDATE SET title = excluded.title, text = excluded.text')
    .run(id, number, title, text);
  return seq;
}

/** `verify` without shapes to upgrade; columns follow from the record as `writeRecord` fills them. */
export const verified = (vault: Vault): Promise<VerifyReport> =>
  vault.verify({
    upgrade: (_kind, _shape, image) => image,
    compare: (row, record) => ('title' in record && record.title === row.title ? null : 'its title is not the one of its record'),
  });

/** All of a blob. */
export async function bytesOf(vault: Vault, sha256: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of vault.blobs.open(sha256)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The failure that `work` is refused with; throws when it is not refused. */
export const failure = (work: Promise<unknown>): Promise<Failure> =>
  work.then(
    () => {
      throw new Error('it was not refused');
    },
    (thrown: unknown) => {
      if (thrown instanceof Refused) return thrown.failure;
      throw thrown;
    },
  );

/** What lies in the folder at this moment, as a kill would leave it. The index of the log (`-shm`) is left out: SQLite makes it anew at every first opening. */
export function copyOf(folder: string, into: string): void {
  rmSync(into, { recursive: true, force: true });
  mkdirSync(path.dirname(into), { recursive: true });
  cpSync(folder, into, { recursive: true, filter: (file) => !file.endsWith('-shm') });
}

/** The SHA-256 of every file in a folder, by name. */
export const hashes = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [
        entry.name,
        createHash('sha256')
          .update(readFileSync(path.join(entry.parentPath, entry.name)))
          .digest('hex'),
      ]),
  );
