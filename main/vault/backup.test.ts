import { createHash, randomBytes } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Failure } from '../../shared/failure/failure.ts';
import { blobFile } from './blobs.ts';
import { headerOf, readTar, tarEnd, tarPadding } from './tar.ts';
import { bytesOf, failure, hashes, testPlace, verified, writeRecord } from './test-vault.ts';
import { createVault, openVault, restoreBackup, type Restored, type Restoring, type Vault } from './vault.ts';

const place = testPlace();
afterAll(() => place.clear());
let made = 0;
const free = () => path.join(place.path, `restored-${++made}.cordon`);

async function put(vault: Vault, bytes: Uint8Array): Promise<string> {
  const blob = await vault.blobs.put([bytes]);
  await vault.change({}, (tx) => vault.blobs.adopt(tx, blob));
  return blob.sha256;
}
const backup = (vault: Vault): Promise<Buffer> =>
  vault.backup({}, async ({ chunks, bytes }) => {
    const all: Uint8Array[] = [];
    for await (const chunk of chunks()) all.push(chunk);
    const archive = Buffer.concat(all);
    expect(archive.length).toBe(bytes);
    return archive;
  });

const shapes = {
  upgrade: (_kind: string, _shape: number, image: object) => image,
  compare: (row: { title: string }, record: object) => ('title' in record && record.title === row.title ? null : 'its title is not the one of its record'),
};
async function* whole(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 70_000) yield await Promise.resolve(bytes.subarray(at, at + 70_000));
}
const restore = (bytes: Buffer, into: string, more: Partial<Restoring> = {}): Promise<Restored> =>
  restoreBackup({ source: whole(bytes), bytes: bytes.length, file: 'a.cordon.tar', into, key: { passphrase: place.passphrase }, verify: shapes, ...more }, place.setting());
/** Nothing of a restore is left beside what was there before. */
const leftovers = () => readdirSync(place.path).filter((name) => name.includes('restored') && name.includes('.tmp'));

/** The files of an archive, to be put together differently. */
async function filesOf(bytes: Buffer): Promise<{ name: string; bytes: Buffer }[]> {
  const files: { name: string; bytes: Buffer }[] = [];
  for await (const file of readTar(whole(bytes))) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of file.body) chunks.push(new Uint8Array(chunk));
    files.push({ name: file.name, bytes: Buffer.concat(chunks) });
  }
  return files;
}
function packed(files: readonly { name: string; bytes: Buffer }[]): Buffer {
  const so = Buffer.concat(files.flatMap(({ name, bytes }) => [headerOf({ name, bytes: bytes.length, seconds: 1 }), bytes, tarPadding(bytes.length)]));
  return Buffer.concat([so, tarEnd(so.length)]);
}

const { vault, folder, recoveryWords } = await place.make('Backed');
const evidence = randomBytes(200_000);
await vault.change({}, (tx) => writeRecord(tx, 'a', 'Ada wrote', 'some words'));
const digest = await put(vault, evidence);
const archive = await backup(vault);

test('a backup restores to the same records and files, as a new incarnation, and the original goes on', async () => {
  const into = free();
  const told: string[] = [];
  const done = await restore(archive, into, { tell: ({ part }) => void told.push(part) });
  expect(done).toMatchObject({ vault: vault.id, incarnation: 2, report: { ok: true, findings: [], records: 1, blobs: 1 } });
  expect(new Set(told)).toEqual(new Set(['unpacking', 'checking']));
  // The original is still the newest that this user knows.
  await vault.change({}, (tx) => writeRecord(tx, 'b', 'after the backup'));
  const restored = await place.open(into);
  expect(restored.reader.prepare('SELECT title FROM record').pluck().all()).toEqual(['Ada wrote']);
  expect((await bytesOf(restored, digest)).equals(evidence)).toBe(true);
  expect(restored.readOnly).toBe(null);
  expect(await verified(restored)).toMatchObject({ ok: true });
  await restored.close();
  // By the recovery key as well, on a machine that has never seen the vault.
  const again = free();
  await restore(archive, again, { key: { recoveryWords } });
  const elsewhere = await openVault(again, { passphrase: place.passphrase }, place.elsewhere());
  expect(elsewhere.freshness).toBe('unknown');
  await elsewhere.close();
  expect(leftovers()).toEqual([]);
});

test('a vault that was just restored is known to be the newest, and an older copy of it shows as older; until it is opened the original opens as ever', async () => {
  const made = (await place.make('Original')).vault;
  const bytes = await backup(made);
  await made.close();
  const into = free();
  await restore(bytes, into);
  const original = await place.open(path.join(place.path, 'Original.cordon'));
  expect([original.freshness, original.readOnly]).toEqual(['fresh', null]);
  await original.close();
  const copy = `${into}.copy`;
  cpSync(into, copy, { recursive: true });
  const restored = await place.open(into);
  expect([restored.freshness, restored.readOnly]).toEqual(['fresh', null]);
  await restored.change({}, (tx) => writeRecord(tx, 'n', 'new'));
  await restored.close();
  expect(readdirSync(place.setting().stateFolder).filter((name) => /\.\d+\.anchor$/.test(name) && name.startsWith(restored.id))).toEqual([]);
  const again = await place.open(into);
  expect(again.freshness).toBe('fresh');
  await again.close();
  for (const old of [copy, path.join(place.path, 'Original.cordon')]) {
    const behind = await place.open(old);
    expect([behind.freshness, behind.readOnly]).toEqual(['behind', 'behind-anchor']);
    await behind.close();
  }
});

test('a backup taken while others write holds whole changes only, and says up to which entry', async () => {
  const busy = (
    await createVault(
      path.join(place.path, 'Busy.cordon'),
      { name: 'Ada', passphrase: place.passphrase },
      { ...place.setting(), databaseThread: path.join(import.meta.dirname, '../database-thread.ts') },
    )
  ).vault;
  let stop = false;
  const writing = (async () => {
    for (let at = 0; !stop; at++) {
      await busy.change({}, (tx) => (writeRecord(tx, `x${at}`, `X ${at}`, 'y'.repeat(3000)), writeRecord(tx, `z${at}`, `Z ${at}`)));
      // A turn for the clock and the backup: a change is done before anything else gets one.
      await new Promise((resolve) => setImmediate(resolve));
    }
  })();
  await new Promise((resolve) => setTimeout(resolve, 50));
  const bytes = await backup(busy);
  stop = true;
  await writing;
  const into = free();
  const { report } = await restore(bytes, into);
  expect(report).toMatchObject({ ok: true });
  expect(report.records % 2).toBe(0);
  await busy.close();
});

test('a stopped backup and one whose place fails leave nothing, and the next one works', async () => {
  const before = readdirSync(folder).sort();
  const stop = new AbortController();
  expect(
    await failure(
      vault.backup({ signal: stop.signal, tell: () => stop.abort() }, async ({ chunks }) => {
        for await (const _ of chunks());
      }),
    ),
  ).toEqual({ code: 'cancelled' });
  await expect(
    vault.backup({}, async ({ chunks }) => {
      for await (const _ of chunks()) throw new Error('the drive was pulled out');
    }),
  ).rejects.toThrow('pulled out');
  expect(readdirSync(folder).sort()).toEqual(before);
  expect((await backup(vault)).length).toBeGreaterThan(200_000);
});

test('a wrong passphrase is known before the files are unpacked, and nothing is left', async () => {
  const into = free();
  expect(await failure(restore(archive, into, { key: { passphrase: Buffer.from('not the one of this vault') } }))).toEqual({ code: 'wrong-passphrase' });
  expect([existsSync(into), leftovers()]).toEqual([false, []]);
});

test('every changed byte of a backup is refused, or changes nothing', async () => {
  const good = (await filesOf(archive)).map(({ name }) => name);
  expect(good.slice(-2).map((name) => path.basename(name))).toEqual(['manifest.sha256', 'manifest.sha256.minisig']);
  for (let run = 0; run < 8; run++) {
    const bytes = Buffer.from(archive);
    const at = Math.floor((run / 8) * bytes.length) + run;
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (run % 8));
    const refused: Failure = await failure(restore(bytes, free()));
    expect(['backup-refused', 'vault-damaged', 'wrong-passphrase']).toContain(refused.code);
  }
  expect(await failure(restore(archive.subarray(0, archive.length - 12_000), free()))).toMatchObject({ code: 'backup-refused', why: 'damaged' });
  expect(leftovers()).toEqual([]);
});

test('an archive that somebody else packed is refused: other names, links, doubles, one file exchanged, a list that was made anew', async () => {
  const files = await filesOf(archive);
  const top = files[0]?.name.split('/')[0] ?? '';
  const refused = async (changed: readonly { name: string; bytes: Buffer }[]) => await failure(restore(packed(changed), free()));
  const evil = Buffer.from('evil');
  for (const name of [
    '../evil',
    `${top}/../evil`,
    '/etc/evil',
    `${top}/blobs/ab/../../evil`,
    `${top}/evil`,
    'other/slots.a',
    `${top}/blobs/ab/cd${'0'.repeat(30)}`,
    `${top}\\evil`,
  ])
    expect(await refused([...files.slice(0, 3), { name, bytes: evil }, ...files.slice(3)]), name).toMatchObject({ code: 'backup-refused' });
  expect(await refused([...files, ...files.slice(0, 1)])).toMatchObject({ code: 'backup-refused', why: 'damaged' });
  expect(await refused(files.filter(({ name }) => !name.endsWith('vault.db')))).toMatchObject({ code: 'backup-refused' });
  // One file exchanged and the list of digests made to fit: its signature does not.
  const swapped = files.map((one) => (/blobs/.test(one.name) ? { ...one, bytes: randomBytes(one.bytes.length) } : one));
  const lines = swapped.slice(0, -2).map(({ name, bytes }) => `${createHash('sha256').update(bytes).digest('hex')}  ${name.slice(top.length + 1)}\n`);
  const forged = swapped.map((one) => (one.name.endsWith('manifest.sha256') ? { ...one, bytes: Buffer.from(lines.join('')) } : one));
  expect(await refused(forged)).toMatchObject({ code: 'backup-refused', part: 'manifest.sha256.minisig' });
  // A link has another type in its header, and no header of ours has that.
  const link = Buffer.from(archive);
  link.write('2', 156, 'latin1');
  expect(await failure(restore(link, free()))).toMatchObject({ code: 'backup-refused' });
  // A length that is not there costs neither space nor time.
  const huge = Buffer.concat([headerOf({ name: `${top}/slots.a`, bytes: 8 * 1024 ** 4, seconds: 1 }), archive.subarray(512)]);
  expect(await failure(restore(huge, free()))).toMatchObject({ code: 'backup-refused', why: 'damaged' });
  expect(await failure(restore(Buffer.from('no archive at all'), free()))).toMatchObject({ code: 'backup-refused' });
  expect(leftovers()).toEqual([]);
  expect(existsSync(path.join(place.path, 'evil'))).toBe(false);
});

test('a folder with something in it is not restored into', async () => {
  const before = hashes(folder);
  expect(await failure(restore(archive, folder))).toMatchObject({ code: 'vault-exists' });
  expect(hashes(folder)).toEqual(before);
});

test('a stored file that is missing or shorter is named, and everything else is saved and restored', async () => {
  const { vault: hurt, folder: hurtFolder } = await place.make('Hurt');
  const [one, two, three] = [await put(hurt, randomBytes(100_000)), await put(hurt, randomBytes(100_000)), await put(hurt, randomBytes(100_000))];
  const nameOf = (sha: string) => hurt.reader.prepare<[string], string>('SELECT name FROM blob WHERE sha256 = ?').pluck().get(sha) ?? '';
  rmSync(blobFile(hurtFolder, nameOf(one)));
  writeFileSync(blobFile(hurtFolder, nameOf(two)), readFileSync(blobFile(hurtFolder, nameOf(two))).subarray(0, 5000));
  const bytes = await hurt.backup({}, async ({ chunks, unsound }) => {
    const all: Uint8Array[] = [];
    for await (const chunk of chunks()) all.push(chunk);
    expect(unsound).toEqual([nameOf(one)]);
    return Buffer.concat(all);
  });
  const into = free();
  const { report } = await restore(bytes, into);
  expect(report.findings.map(({ part }) => path.basename(part)).sort()).toEqual([nameOf(one), nameOf(two)].sort());
  const restored = await openVault(into, { passphrase: place.passphrase }, place.elsewhere());
  expect((await bytesOf(restored, three)).length).toBe(100_000);
  await restored.close();
  await hurt.close();
});

test('what a killed backup left behind is taken away at the next opening', async () => {
  const { vault: killed, folder: killedFolder } = await place.make('Killed');
  await killed.close();
  writeFileSync(path.join(killedFolder, 'vault.db.copy-0011223344556677.tmp'), 'half a copy');
  await (await place.open(killedFolder)).close();
  expect(readdirSync(killedFolder).filter((name) => name.includes('copy'))).toEqual([]);
});
