import { createHash } from 'node:crypto';
import { refuse } from '../../shared/failure/failure.ts';
import type { BackupSetting, Vault } from '../vault/vault.ts';
import { ageFile, checkRecipients } from './age-file.ts';
import type { Delivery, Destination } from './destination.ts';

export interface BackingUp extends BackupSetting {
  readonly destination: Destination;
  /** age recipients; with any, the archive is locked for them besides. */
  readonly recipients?: readonly string[] | undefined;
}

/** What was saved. */
export interface BackedUp {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly seq: number;
  readonly root: string;
  readonly at: number;
  readonly blobs: number;
  /** Stored files that are missing or damaged on this disk. */
  readonly unsound: number;
  readonly locked: boolean;
  /** Whether the vault's history says so; a vault that cannot be written to is saved all the same. */
  readonly recorded: boolean;
}

/**
 * Saves the whole vault in one file, while work goes on. It is not a release: without the vault's own passphrase or recovery key nobody reads a
 * word of it, so nothing is held back; the history says when, as which file with which digest, and up to which entry. The entry is written once
 * the file is in its place: that there is a backup must never be said of one that did not arrive. Refuses what the destination refuses,
 * `cancelled` (then nothing is left), `vault-damaged` and `not-a-recipient`.
 */
export async function backUp(vault: Vault, { destination, recipients = [], signal, tell }: BackingUp): Promise<BackedUp> {
  checkRecipients(recipients);
  const locked = recipients.length > 0;
  const saved = await vault.backup({ signal, tell }, async (backup) => {
    const delivery = await destination.begin();
    try {
      const written = await writeAll(delivery, locked ? ageFile(backup.chunks(), recipients) : backup.chunks());
      if (signal?.aborted) refuse({ code: 'cancelled' });
      await delivery.deliver();
      const { seq, root, instant, blobs } = backup;
      return { ...written, seq, root, at: instant, blobs, unsound: backup.unsound.length };
    } finally {
      await delivery.discard();
    }
  });
  const recorded = vault.readOnly === null;
  const { bytes, sha256, seq, root, at, unsound } = saved;
  const image = { file: destination.name, bytes, sha256, seq, root, at, locked, unsound };
  if (recorded) await vault.change({}, (tx) => tx.append({ record: vault.id, kind: 'vault', shape: 1, verb: 'backed-up', reason: null, image }));
  return { file: destination.name, ...saved, locked, recorded };
}

async function writeAll(delivery: Delivery, chunks: AsyncIterable<Uint8Array>): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of chunks) {
    hash.update(chunk);
    bytes += chunk.length;
    await delivery.write(chunk);
  }
  await delivery.finish();
  return { bytes, sha256: hash.digest('hex') };
}
