// From the key in hand to the first docket page answered, on 100,000 records and 300,000 entries with a cold file cache. Target: 300 ms.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { openRecords } from '../main/records/records.ts';
import { testPassphrase } from '../main/records/test-vault.ts';
import { takeLock } from '../main/vault/lock.ts';
import { openSession } from '../main/vault/session.ts';
import { unlock } from '../main/vault/unlock.ts';
import { largeVault, quantile, tell } from './large-vault.ts';

const rounds = 7;
const large = await largeVault();

/** Asks the system to forget the pages it holds of the vault's files. Gives whether it could. */
function forgetPages(): boolean {
  return readdirSync(large.folder)
    .map((name) => path.join(large.folder, name))
    .filter((file) => statSync(file).isFile())
    .every((file) => spawnSync('dd', [`if=${file}`, 'iflag=nocache', 'count=0', 'status=none']).status === 0);
}

const whole: number[] = [];
const opening: number[] = [];
let cold = true;
let rows = 0;
for (let round = 0; round < rounds; round++) {
  const lock = takeLock(large.folder, undefined);
  const unlocked = await unlock(large.folder, { passphrase: Buffer.from(testPassphrase) });
  cold = forgetPages() && cold;
  const from = performance.now();
  const vault = await openSession({ folder: large.folder, name: 'Large', unlocked, lock, setting: large.setting, isNew: false });
  const records = openRecords(vault, large.setting);
  opening.push(performance.now() - from);
  rows = records.workingSet({ caseId: null }).rows.length;
  whole.push(performance.now() - from);
  records.close();
  await vault.close();
}
const ms = quantile(whole, 0.5);
tell({ bench: 'records-open', fileCache: cold ? 'cold' : 'warm (no dd here)', rows, openMs: quantile(opening, 0.5), firstPageMs: ms, slowestMs: Math.max(...whole), target: 300 });
large.remove();
process.exitCode = ms <= 300 ? 0 : 1;
