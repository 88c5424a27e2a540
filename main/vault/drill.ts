import { cpSync, existsSync, linkSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { refuse } from '../../shared/failure/failure.ts';
import { blobFile, blobFiles } from './blobs.ts';
import { checkRecoveryWords } from './recovery.ts';
import { slotsFiles } from './slots-file.ts';
import { openVault, type Vault, type VaultSetting } from './vault.ts';
import type { VerifyReport, VerifySetting } from './verify.ts';

export interface DrillSetting extends Omit<VerifySetting, 'tell'> {
  readonly tell?: (progress: { readonly part: 'copy' | 'pages' | 'journal' | 'records' | 'files'; readonly done: number; readonly of: number }) => void;
}

/**
 * The recovery drill: makes a copy of the vault as it is now, opens that copy with the words as on a machine that never saw it, and checks every byte.
 * Stored files are not copied where they lie on the same disk. The copy is as encrypted as the vault and is removed whatever happens; what came of it is an entry of the
 * journal. Refuses `wrong-recovery-key`, `vault-read-only`, `disk-full`, `cancelled`.
 */
export async function drill(vault: Vault, words: readonly string[], setting: VaultSetting, asked: DrillSetting): Promise<VerifyReport> {
  if (vault.readOnly) refuse({ code: 'vault-read-only', reason: vault.readOnly });
  checkRecoveryWords(vault.people.content(), words);
  const report = await opened(vault, words, setting, asked);
  const { ok, entries, records, blobs, root, findings } = report;
  await vault.people.recordDrill({ ok, entries, records, files: blobs, root, findings: findings.length });
  return report;
}

/** The same file under another name where the two lie on one disk, else a copy of it: stored files are never changed, and there may be fifty gigabytes of them. */
function bring(from: string, to: string): void {
  mkdirSync(path.dirname(to), { recursive: true, mode: 0o700 });
  try {
    linkSync(from, to);
  } catch {
    cpSync(from, to);
  }
}

async function opened({ folder, reader }: Vault, words: readonly string[], setting: VaultSetting, asked: DrillSetting): Promise<VerifyReport> {
  // Beside the vault, so that stored files need not be copied.
  const place = `${path.resolve(folder)}.${Buffer.from(setting.random(4)).toString('hex')}.drill`;
  const copy = path.join(place, path.basename(folder));
  try {
    asked.tell?.({ part: 'copy', done: 0, of: 1 });
    mkdirSync(copy, { recursive: true, mode: 0o700 });
    for (const name of [...slotsFiles, 'anchor', 'checkpoint', 'checkpoint.minisig', 'checkpoint.pub'])
      if (existsSync(path.join(folder, name))) cpSync(path.join(folder, name), path.join(copy, name));
    reader.prepare('VACUUM INTO ?').run(path.join(copy, 'vault.db'));
    mkdirSync(path.join(copy, 'blobs'), { mode: 0o700 });
    for (const name of blobFiles(folder)) bring(blobFile(folder, name), blobFile(copy, name));
    asked.tell?.({ part: 'copy', done: 1, of: 1 });
    if (asked.signal?.aborted) refuse({ code: 'cancelled' });
    const found = await openVault(copy, { recoveryWords: words }, { ...setting, stateFolder: path.join(place, 'state') });
    try {
      return await found.verify(asked);
    } finally {
      await found.close();
    }
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
