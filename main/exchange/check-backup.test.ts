import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Refused } from '../../shared/failure/failure.ts';
import { knownBackups, type Vault } from '../vault/vault.ts';
import { testPlace, verified } from '../vault/test-vault.ts';
import { backUp } from './back-up.ts';
import { checkBackup } from './check-backup.ts';
import { fileDestination } from './file-destination.ts';

const place = testPlace();
afterAll(() => place.clear());
const { vault } = await place.make('Checked');
let made = 0;
async function saved(): Promise<{ file: string; bytes: Buffer }> {
  const file = path.join(place.path, `saved-${++made}.cordon.tar`);
  await backUp(vault, { destination: fileDestination(file, `part${made}`) });
  return { file, bytes: readFileSync(file) };
}
const inPieces = (bytes: Buffer) => ({
  bytes: bytes.length,
  async *read() {
    for (let at = 0; at < bytes.length; at += 10_000) yield await Promise.resolve(bytes.subarray(at, at + 10_000));
  },
});
const check = (bytes: Buffer, of: Vault = vault, signal?: AbortSignal) => checkBackup(of, inPieces(bytes), { signal });
const known = () => knownBackups(vault.reader, vault.id);

test('a backup that is read again whole is known by its bytes, under any name, and the history says so', async () => {
  const first = await saved();
  const second = await saved();
  expect(known().map(({ checked }) => checked)).toEqual([null, null]);
  const told: number[] = [];
  const { backup, recorded } = await checkBackup(vault, inPieces(first.bytes), { tell: (done) => told.push(done) });
  expect([backup?.file, recorded]).toEqual([path.basename(first.file), true]);
  expect(told.at(-1)).toBe(first.bytes.length);
  expect(known().map(({ file, checked }) => [file, checked !== null])).toEqual([
    [path.basename(second.file), false],
    [path.basename(first.file), true],
  ]);
  // Nobody has to be told how far it is.
  await check(first.bytes);
  expect(vault.reader.prepare<[], number>("SELECT count(*) FROM journal WHERE verb = 'backup-checked'").pluck().get()).toBe(2);
  expect(await verified(vault)).toMatchObject({ ok: true });
});

test('one flipped bit, a byte too few or too many, and nothing at all are none of the backups, and nothing is recorded', async () => {
  const { bytes } = await saved();
  const entries = () => vault.reader.prepare<[], number>('SELECT count(*) FROM journal').pluck().get();
  const before = entries();
  const flipped = Buffer.from(bytes);
  flipped[Math.floor(bytes.length / 2)] = (flipped[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
  for (const damaged of [flipped, bytes.subarray(0, -1), Buffer.concat([bytes, Buffer.alloc(1)]), Buffer.alloc(0)])
    expect(await check(damaged)).toEqual({ backup: null, recorded: false });
  expect(entries()).toBe(before);
});

test('a backup of another vault is none of this one', async () => {
  const other = await place.make('Other');
  const { bytes } = await saved();
  expect((await check(bytes, other.vault)).backup).toBeNull();
});

test('reading again that is stopped says so and records nothing', async () => {
  const { bytes } = await saved();
  const stop = new AbortController();
  stop.abort();
  await expect(check(bytes, vault, stop.signal)).rejects.toSatisfy((thrown) => thrown instanceof Refused && thrown.failure.code === 'cancelled');
  expect(known()[0]?.checked).toBeNull();
});
