import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { refuse } from '../../shared/failure/failure.ts';
import { checkRecoveryWords } from './recovery.ts';
import { slotsFiles } from './slots-file.ts';
import { openVault, type Vault, type VaultSetting } from './vault.ts';
import type { VerifyReport, VerifySetting } from './verify.ts';

export interface DrillSetting extends Omit<VerifySetting, 'tell'> {
  readonly tell?: (progress: { readonly part: 'copy' | 'pages' | 'journal' | 'records' | 'files'; readonly done: number; readonly of: number }) => void;
}

/**
 * The recovery drill: makes a copy of the vault as it is now, opens that copy with the words as on a machine that never saw it, and checks every byte.
 * Stored files are read where they lie. The copy is as encrypted as the vault and is removed whatever happens; what came of it is an entry of the
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

async function opened({ folder, reader }: Vault, words: readonly string[], setting: VaultSetting, asked: DrillSetting): Promise<VerifyReport> {
  const place = path.join(setting.stateFolder, `${Buffer.from(setting.random(8)).toString('hex')}.drill`);
  const copy = path.join(place, path.basename(folder));
  try {
    asked.tell?.({ part: 'copy', done: 0, of: 1 });
    mkdirSync(copy, { recursive: true, mode: 0o700 });
    for (const name of [...slotsFiles, 'anchor', 'checkpoint', 'checkpoint.minisig', 'checkpoint.pub'])
      if (existsSync(path.join(folder, name))) cpSync(path.join(folder, name), path.join(copy, name));
    reader.prepare('VACUUM INTO ?').run(path.join(copy, 'vault.db'));
    symlinkSync(path.join(path.resolve(folder), 'blobs'), path.join(copy, 'blobs'), 'junction');
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
