import { copyFile, link, mkdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { refuse } from '../../shared/failure/failure.ts';
import { blobFile } from './blobs.ts';
import { checkRecoveryWords } from './recovery.ts';
import { isDamage } from './damage-or-drive.ts';
import { refuseUnchecked } from './finding.ts';
import { slotsFiles } from './slots-file.ts';
import { failureOfSystem } from './system-failure.ts';
import { openVault, type Vault, type VaultSetting } from './vault.ts';
import type { VerifyReport, VerifySetting } from './verify.ts';
import { sweepPlaces, workPlace, type WorkPlace } from './work-place.ts';

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
async function bring(from: string, to: string): Promise<void> {
  await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
  await link(from, to).catch(() => copyFile(from, to));
}

async function opened({ folder, copyDatabase }: Vault, words: readonly string[], setting: VaultSetting, asked: DrillSetting): Promise<VerifyReport> {
  // Beside the vault, so that stored files need not be copied.
  sweepPlaces(folder, ['drill'], setting.sqliteAddon);
  let place: WorkPlace | undefined;
  try {
    place = workPlace(folder, 'drill', setting.random, setting.sqliteAddon);
    const copy = path.join(place.path, path.basename(folder));
    const stopped = () => {
      if (asked.signal?.aborted) refuse({ code: 'cancelled' });
    };
    await mkdir(path.join(copy, 'blobs'), { recursive: true, mode: 0o700 });
    for (const name of [...slotsFiles, 'anchor', 'checkpoint', 'checkpoint.minisig', 'checkpoint.pub'])
      if (existsSync(path.join(folder, name))) await copyFile(path.join(folder, name), path.join(copy, name));
    stopped();
    asked.tell?.({ part: 'copy', done: 0, of: 1 });
    await copyDatabase(path.join(copy, 'vault.db'), async (names) => {
      for (const [at, name] of names.entries()) {
        stopped();
        // What is missing here is found missing there.
        if (existsSync(blobFile(folder, name))) await bring(blobFile(folder, name), blobFile(copy, name));
        if (at % 100 === 0) asked.tell?.({ part: 'copy', done: at + 1, of: names.length + 1 });
      }
    });
    asked.tell?.({ part: 'copy', done: 1, of: 1 });
    stopped();
    const found = await openVault(copy, { recoveryWords: words }, { ...setting, stateFolder: path.join(place.path, 'state') });
    try {
      const report = await found.verify(asked);
      // The copy could not be written or read as a whole: that is no word on the vault, and not on record as one.
      refuseUnchecked(report.findings);
      return report;
    } finally {
      await found.close();
    }
  } catch (error) {
    if (isDamage(error)) throw error;
    return failureOfSystem(error, `the copy of ${path.basename(folder)}`);
  } finally {
    place?.leave();
  }
}
