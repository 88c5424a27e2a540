import { createHash } from 'node:crypto';
import { refuse } from '../../shared/failure/failure.ts';
import { knownBackups, markChecked, type KnownBackup, type Vault } from '../vault/vault.ts';

/** A file as it lies before us. */
export interface FileToCheck {
  readonly bytes: number;
  read(): AsyncIterable<Uint8Array>;
}

export interface Checking {
  readonly signal?: AbortSignal | undefined;
  /** Bytes read so far. */
  readonly tell?: (done: number) => void;
}

export interface Checked {
  /** Which backup it is; null where it is none that this vault has saved: damaged since, cut short, or another vault's. */
  readonly backup: KnownBackup | null;
  /** A vault that cannot be written to is told all the same. */
  readonly recorded: boolean;
}

/**
 * Reads a backup again and says which of this vault's it is, by the digest that the history holds: drives lose bytes without a word, and the day
 * on which a backup is needed is too late to learn it. What agrees is put on record. Refuses `cancelled`, and what reading refuses.
 */
export async function checkBackup(vault: Vault, file: FileToCheck, { signal, tell }: Checking): Promise<Checked> {
  const hash = createHash('sha256');
  let done = 0;
  for await (const chunk of file.read()) {
    if (signal?.aborted) refuse({ code: 'cancelled' });
    hash.update(chunk);
    done += chunk.length;
    tell?.(done);
  }
  if (signal?.aborted) refuse({ code: 'cancelled' });
  const sha256 = hash.digest('hex');
  const backup = knownBackups(vault.reader, vault.id).find((one) => one.sha256 === sha256 && one.bytes === done) ?? null;
  const recorded = backup !== null && vault.readOnly === null;
  if (recorded) await vault.change({}, (tx) => markChecked(tx, vault.id, backup.entry));
  return { backup, recorded };
}
