import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Now } from '../../shared/calendar/clock.ts';
import { createVault, type Vault, type VaultSetting } from '../vault/vault.ts';
import { openRecords, type Records } from './records.ts';

/** A vault in a folder of its own, with a clock and a randomness that are the same in every run. Used by tests and benches only. */
export interface TestVault {
  readonly vault: Vault;
  readonly records: Records;
  readonly setting: VaultSetting;
  /** The clock stands until it is moved. */
  readonly now: () => number;
  pass(ms: number): void;
  end(): Promise<void>;
}

export const testPassphrase = 'correct horse battery staple';

/** Randomness that repeats: the n-th call gives the hash of n. */
export function repeatableRandom(seed = 'test'): (bytes: number) => Uint8Array {
  let calls = 0;
  return (bytes) => new Uint8Array(createHash('shake256', { outputLength: bytes }).update(`${seed} ${calls++}`).digest());
}

export async function makeTestVault(start = Date.UTC(2031, 0, 8, 15)): Promise<TestVault> {
  const base = mkdtempSync(path.join(os.tmpdir(), 'cordon-records-'));
  let instant = start;
  const clock = (): Now => ({ instant, zone: 'America/New_York' });
  const setting: VaultSetting = { clock, random: repeatableRandom(), stateFolder: path.join(base, 'state'), kdf: { memoryMiB: 64, passes: 3 } };
  const { vault } = await createVault(path.join(base, 'Test.cordon'), { name: 'Ada Reyes', passphrase: Buffer.from(testPassphrase) }, setting);
  const records = openRecords(vault, setting);
  return {
    vault,
    records,
    setting,
    now: () => instant,
    pass: (ms) => {
      instant += ms;
    },
    end: async () => {
      records.close();
      await vault.close();
      rmSync(base, { recursive: true, force: true });
    },
  };
}
