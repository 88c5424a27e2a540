import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createVault, openVault, readVaultInfo, type Vault, type VaultSetting } from './vault.ts';

const place = mkdtempSync(path.join(os.tmpdir(), 'cordon-vault-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));
const passphrase = Buffer.from('correct horse battery');
const setting = (): VaultSetting => ({ clock: () => ({ instant: Date.UTC(2026, 5, 12), zone: 'UTC' }), random: (n) => randomBytes(n), stateFolder: path.join(place, 'state'), kdf: { memoryMiB: 64, passes: 3 } });

test('a new vault opens again with its passphrase and has its journal', async () => {
  const folder = path.join(place, 'One.cordon');
  const { vault, recoveryWords } = await createVault(folder, { name: 'Ada', passphrase }, setting());
  expect(recoveryWords).toHaveLength(24);
  const done = await vault.change({ reason: 'r' }, (tx) => tx.append({ record: 'x', kind: 'note', shape: 1, verb: 'created', reason: null, image: { a: 1 } }));
  expect(done.to).toBe(2);
  const blob = await vault.blobs.put([Buffer.alloc(200_000, 7)]);
  await vault.change({}, (tx) => vault.blobs.adopt(tx, blob));
  let n = 0; for await (const c of vault.blobs.open(blob.sha256)) n += c.length; expect(n).toBe(200_000);
  console.log(vault.freshness, await vault.verify({ upgrade: (k, s, i) => i, compare: () => null }));
  await vault.close();
  console.log(readdirSync(folder), readVaultInfo(folder));
  const again: Vault = await openVault(folder, { passphrase }, setting());
  console.log(again.freshness, again.notices, await again.verify({ upgrade: (k, s, i) => i, compare: () => null }));
  await again.close();
  const rec = await openVault(folder, { recoveryWords }, setting());
  console.log(rec.person, rec.compartments, rec.people.list());
  await rec.close();
});
