import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { testPlace, verified, writeRecord } from '../../main/vault/test-vault.ts';
import { openVault } from '../../main/vault/vault.ts';

const place = testPlace();
afterAll(() => place.clear());

test('an older database put back is seen, by the folder and by the user, and nothing can be written to it', async () => {
  const { vault, folder } = await place.make('Old');
  await vault.change({}, (tx) => writeRecord(tx, 'a', 'A'));
  await vault.close();
  const database = path.join(folder, 'vault.db');
  const old = readFileSync(database);
  const folderThen = path.join(place.path, 'Then.cordon');
  cpSync(folder, folderThen, { recursive: true });
  const next = await place.open(folder);
  await next.change({}, (tx) => writeRecord(tx, 'b', 'B'));
  await next.close();

  // The database alone: the folder's own anchor is ahead of it, on any machine.
  writeFileSync(database, old);
  for (const setting of [place.setting(), place.elsewhere()]) {
    const behind = await openVault(folder, { passphrase: place.passphrase }, setting);
    expect([behind.readOnly, behind.freshness]).toEqual(['behind-anchor', 'behind']);
    await expect(behind.change({}, (tx) => writeRecord(tx, 'c', 'C'))).rejects.toThrow('vault-read-only');
    expect((await verified(behind)).findings.map(({ part }) => part)).toContain('vault.db');
    await behind.close();
  }

  // The whole folder: only the user's own anchor can know.
  rmSync(folder, { recursive: true });
  cpSync(folderThen, folder, { recursive: true });
  const seen = await place.open(folder);
  expect([seen.readOnly, seen.freshness]).toEqual(['behind-anchor', 'behind']);
  await seen.close();
  const stranger = await openVault(folder, { passphrase: place.passphrase }, place.elsewhere());
  expect([stranger.readOnly, stranger.freshness]).toEqual([null, 'unknown']);
  await stranger.close();
});

test('a database that went another way from the same entry is seen', async () => {
  const { vault, folder } = await place.make('Fork');
  await vault.close();
  const twin = path.join(place.path, 'Fork twin.cordon');
  cpSync(folder, twin, { recursive: true });
  for (const [where, title] of [
    [folder, 'here'],
    [twin, 'there'],
  ] as const) {
    const one = await openVault(where, { passphrase: place.passphrase }, place.elsewhere());
    await one.change({}, (tx) => writeRecord(tx, 'a', title));
    await one.close();
  }
  writeFileSync(path.join(folder, 'vault.db'), readFileSync(path.join(twin, 'vault.db')));
  const mixed = await openVault(folder, { passphrase: place.passphrase }, place.elsewhere());
  expect([mixed.readOnly, mixed.freshness]).toEqual(['behind-anchor', 'behind']);
  expect((await verified(mixed)).findings.map(({ part }) => part)).toContain('anchor');
  await mixed.close();
});
