import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { testPlace, verified, writeRecord } from '../../main/vault/test-vault.ts';
import { openVault } from '../../main/vault/vault.ts';
import { Refused } from '../../shared/failure/failure.ts';

const place = testPlace();
afterAll(() => place.clear());

/** A small generator with a seed, so that a flip that was missed can be found again (Numerical Recipes, "quick and dirty" LCG). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A vault as a kill leaves it: a database with free pages, a log with changes in it, blobs of several sizes. */
async function killedVault(): Promise<{ folder: string; recoveryWords: string[] }> {
  const { vault, folder, recoveryWords } = await place.make('Flipped');
  await vault.change({}, (tx) => {
    for (let index = 0; index < 60; index++) writeRecord(tx, `r${index}`, `record ${index}`, 'text '.repeat(200));
    tx.db.exec("INSERT INTO draft SELECT 'form', id, hex(zeroblob(3000)), 0 FROM record");
  });
  await vault.change({}, (tx) => tx.db.exec('DELETE FROM draft'));
  for (const size of [10, 70_000]) {
    const blob = await vault.blobs.put([Buffer.alloc(size, 5)]);
    await vault.change({}, (tx) => vault.blobs.adopt(tx, blob));
  }
  await vault.close();
  const again = await place.open(folder);
  expect(again.reader.pragma('freelist_count', { simple: true })).toBeGreaterThan(20);
  for (let index = 0; index < 5; index++) await again.change({}, (tx) => writeRecord(tx, `late${index}`, 'late'));
  const copy = path.join(place.path, 'Copy.cordon');
  cpSync(folder, copy, { recursive: true, filter: (file) => !file.endsWith('-shm') });
  await again.close();
  return { folder: copy, recoveryWords };
}

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [path.relative(folder, path.join(entry.parentPath, entry.name))] : []));

/** Everything that opening and checking the vault has to say: parts and files by name. */
async function said(folder: string, recoveryWords: string[]): Promise<string[]> {
  try {
    // The recovery words spare each trial the cost of a passphrase.
    const vault = await openVault(folder, { recoveryWords }, place.elsewhere());
    const { findings, ok } = await verified(vault);
    const state = vault.readOnly;
    await vault.close();
    expect(ok).toBe(findings.length === 0);
    return [...findings.map(({ part }) => part), ...(state ? [state] : [])];
  } catch (thrown) {
    if (thrown instanceof Refused && 'file' in thrown.failure) return [thrown.failure.file];
    throw thrown;
  }
}

test('one flipped bit in any file of a vault is named, wherever it is; without one there is nothing to say', async () => {
  const { folder, recoveryWords } = await killedVault();
  const files = filesOf(folder).filter((name) => statSync(path.join(folder, name)).size > 0);
  expect(files.map((name) => name.replace(/[0-9a-f]{2}\/[0-9a-f]{32}/, '*')).sort()).toEqual(
    ['anchor', 'blobs/*', 'blobs/*', 'checkpoint', 'checkpoint.minisig', 'checkpoint.pub', 'slots.a', 'slots.b', 'vault.db', 'vault.db-wal'].map((name) =>
      name.replaceAll('/', path.sep),
    ),
  );
  const random = randomFrom(20310108);
  const trial = path.join(place.path, 'Trial.cordon');
  const fresh = () => {
    rmSync(trial, { recursive: true, force: true });
    mkdirSync(trial);
    cpSync(folder, trial, { recursive: true });
  };
  const missed: string[] = [];
  let flips = 0;
  for (const name of files) {
    for (let count = name === 'vault.db' ? 16 : name.startsWith('vault.db') ? 10 : 6; count > 0; count--) {
      fresh();
      const bytes = readFileSync(path.join(trial, name));
      const at = random(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
      writeFileSync(path.join(trial, name), bytes);
      flips++;
      const heard = await said(trial, recoveryWords);
      if (!heard.some((part) => part === name.replaceAll(path.sep, '/') || (name.startsWith('blobs') && part.includes(path.basename(name)))))
        missed.push(`${name} at ${at}: ${heard.join()}`);
    }
  }
  for (let control = 0; control < 3; control++) {
    fresh();
    expect(await said(trial, recoveryWords)).toEqual([]);
    expect(await said(trial, recoveryWords)).toEqual([]);
  }
  expect(missed).toEqual([]);
  expect(flips).toBeGreaterThanOrEqual(60);
}, 120_000);

test('a log that lost its last changes makes the vault read-only, until somebody takes it as it is', async () => {
  const { vault, folder } = await place.make('Torn');
  for (let index = 0; index < 5; index++) await vault.change({}, (tx) => writeRecord(tx, `r${index}`, 'r'));
  const copy = path.join(place.path, 'Torn copy.cordon');
  cpSync(folder, copy, { recursive: true, filter: (file) => !file.endsWith('-shm') });
  await vault.close();
  const log = readFileSync(path.join(copy, 'vault.db-wal'));
  writeFileSync(path.join(copy, 'vault.db-wal'), log.subarray(0, Math.floor(log.length / 2)));
  const before = filesOf(copy).map((name) => readFileSync(path.join(copy, name)).toString('latin1'));
  const torn = await openVault(copy, { passphrase: place.passphrase }, place.elsewhere());
  expect([torn.readOnly, torn.freshness]).toEqual(['behind-anchor', 'behind']);
  await expect(torn.change({}, () => 1)).rejects.toThrow('vault-read-only');
  await torn.close();
  expect(
    filesOf(copy)
      .filter((name) => !name.endsWith('-shm'))
      .map((name) => readFileSync(path.join(copy, name)).toString('latin1')),
  ).toEqual(before);

  const machine = place.elsewhere();
  const again = await openVault(copy, { passphrase: place.passphrase }, machine);
  await again.acceptAsItIs('the newest copy there is');
  expect([again.readOnly, again.freshness]).toEqual([null, 'fresh']);
  await again.close();
  const after = await openVault(copy, { passphrase: place.passphrase }, machine);
  expect([after.readOnly, after.freshness, after.notices]).toEqual([null, 'fresh', []]);
  await after.close();
}, 60_000);
