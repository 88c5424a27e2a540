import { execFile } from 'node:child_process';
import { cpSync, createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { compareRow } from '../../records/compare-row.ts';
import { upgraded } from '../../../shared/records/upgrade.ts';
import { openDatabase } from '../database.ts';
import { shapeOf } from '../shape.ts';
import { readTar } from '../tar.ts';
import { bytesOf, hashes, testPlace } from '../test-vault.ts';
import { unlock } from '../unlock.ts';
import { restoreBackup } from '../vault.ts';
import { knownShape } from './list.ts';
import { pipeline } from 'node:stream/promises';

const samples = path.join(import.meta.dirname, '../samples');
const place = testPlace();
// Soon after the samples were made: years later the history would begin with a note on the clock.
place.now = Date.UTC(2026, 11, 1);
afterAll(() => place.clear());
const sample = (shape: number) => path.join(samples, `shape-${shape}.cordon.tar`);
const shapes = Array.from({ length: knownShape }, (_, index) => index + 1);

/** The folder as the program of then left it. */
async function unpacked(shape: number): Promise<string> {
  const folder = path.join(place.path, `Shape ${shape}.cordon`);
  for await (const file of readTar(createReadStream(sample(shape)))) {
    const target = path.join(folder, file.name.slice(file.name.indexOf('/') + 1));
    mkdirSync(path.dirname(target), { recursive: true });
    await pipeline(file.body, createWriteStream(target));
  }
  return folder;
}

/** The shape of a database that nobody has open, read from a copy: opening it would leave files beside it. */
async function shapeAt(folder: string, name = 'vault.db'): Promise<number> {
  const copy = path.join(place.path, 'looked at.db');
  cpSync(path.join(folder, name), copy);
  const { keys } = await unlock(folder, { passphrase: place.passphrase });
  const db = openDatabase(copy, keys.database, { readonly: true });
  try {
    return shapeOf(db);
  } finally {
    db.close();
    rmSync(copy);
  }
}

/** What lies in a folder; the empty `lock` is made at every opening. */
const digestsOf = (folder: string) => Object.entries(hashes(folder)).filter(([name]) => name !== 'lock');

test('there is a frozen vault of every shape', () => {
  expect(readdirSync(samples).filter((name) => name.endsWith('.tar'))).toEqual(shapes.map((shape) => path.basename(sample(shape))));
});

test.each(shapes)('a vault of shape %i is restored and opens with everything that was in it', async (shape) => {
  const into = path.join(place.path, `Restored ${shape}.cordon`);
  const { report } = await restoreBackup(
    {
      source: createReadStream(sample(shape)),
      bytes: statSync(sample(shape)).size,
      file: 'sample',
      into,
      key: { passphrase: place.passphrase },
      verify: { upgrade: upgraded, compare: compareRow },
    },
    place.elsewhere(),
  );
  expect(report).toMatchObject({ ok: true, findings: [], blobs: 1 });
  const vault = await place.open(into, place.elsewhere());
  expect(shapeOf(vault.reader)).toBe(knownShape);
  expect(vault.reader.prepare("SELECT number, title FROM record WHERE kind IN ('case', 'note', 'evidence_item') ORDER BY number").all()).toEqual([
    { number: 'CASE-001', title: 'Sample of the first shape' },
    { number: 'EX-001', title: 'memo.txt' },
    { number: 'NOTE-001', title: 'A note of then' },
  ]);
  expect(vault.reader.prepare("SELECT count(*) FROM fts WHERE fts MATCH 'found'").pluck().get()).toBe(1);
  expect((await bytesOf(vault, '317af64e440c52ad64e958ca3897f2ca4d5795f192155ae400967f6c27056ad6')).toString()).toBe('The evidence of then.\n');
  expect(existsSync(path.join(into, `vault.db.shape-${shape}`))).toBe(shape < knownShape);
  await vault.close();
});

test('a vault of an older shape that is behind its anchor is left byte for byte, reported and read until it is taken up; a restored backup of it can be written to', async () => {
  const folder = await unpacked(1);
  const here = { ...place.elsewhere() };
  // As the user knows it: opened by this program, brought to its shape, and worked on. Then somebody puts the old folder back.
  const older = path.join(place.path, 'Older.cordon');
  cpSync(folder, older, { recursive: true });
  const seen = await place.open(folder, here);
  await seen.change({}, (tx) => tx.append({ record: 'a', kind: 'test', shape: 1, verb: 'created', reason: null, image: { word: 'newest' } }));
  await seen.close();
  rmSync(folder, { recursive: true });
  cpSync(older, folder, { recursive: true });
  const before = digestsOf(folder);
  for (let time = 0; time < 2; time++) {
    const vault = await place.open(folder, here);
    expect([vault.readOnly, vault.freshness, shapeOf(vault.reader)]).toEqual(['behind-anchor', 'behind', knownShape]);
    expect(vault.reader.prepare("SELECT title FROM record WHERE kind = 'note'").pluck().get()).toBe('A note of then');
    expect((await bytesOf(vault, '317af64e440c52ad64e958ca3897f2ca4d5795f192155ae400967f6c27056ad6')).toString()).toBe('The evidence of then.\n');
    const { ok, findings } = await vault.verify({ upgrade: upgraded, compare: compareRow });
    expect([ok, findings.map(({ part }) => part)]).toEqual([false, ['anchor']]);
    expect(vault.behind).toEqual({ reached: 5, known: 6, olderShape: true });
    await expect(vault.beginIncarnation('accepted', 'unseen')).rejects.toMatchObject({ failure: { code: 'vault-read-only', reason: 'behind-anchor' } });
    if (time === 1) {
      const file = path.join(place.path, 'older.cordon.tar');
      await vault.backup({}, async ({ chunks }) => pipeline(chunks(), createWriteStream(file)));
      const into = path.join(place.path, 'Older restored.cordon');
      const asked = { source: createReadStream(file), bytes: statSync(file).size, file: 'older', into, key: { passphrase: place.passphrase } };
      expect((await restoreBackup({ ...asked, verify: { upgrade: upgraded, compare: compareRow } }, here)).report.findings).toEqual([]);
      const restored = await place.open(into, here);
      expect([restored.readOnly, shapeOf(restored.reader)]).toEqual([null, knownShape]);
      await restored.close();
    }
    await vault.close();
    expect(digestsOf(folder)).toEqual(before);
  }
  expect(readdirSync(here.stateFolder).filter((name) => name.endsWith('.reading'))).toEqual([]);

  const verify = { upgrade: upgraded, compare: compareRow };
  // Anything else that is wrong with it, and nothing is done to it.
  const blob = readdirSync(path.join(folder, 'blobs'), { recursive: true, withFileTypes: true }).find((entry) => entry.isFile());
  const file = path.join(blob?.parentPath ?? '', blob?.name ?? '');
  const [bytes, cut] = [readFileSync(file), readFileSync(file).subarray(0, 60)];
  writeFileSync(file, cut);
  const damaged = await place.open(folder, here);
  await expect(damaged.takeUp('the newest there is', verify)).rejects.toMatchObject({ failure: { code: 'vault-damaged' } });
  await damaged.close();
  expect(await shapeAt(folder)).toBe(1);
  writeFileSync(file, bytes);
  expect(digestsOf(folder)).toEqual(before);

  const taking = await place.open(folder, here);
  // By now a backup of it was restored and opened here: what is known is of that incarnation.
  expect(await taking.takeUp('the newest there is', verify)).toEqual({ reached: 5, known: null, olderShape: true });
  // This session has what it had, and writes nothing.
  expect(taking.reader.prepare("SELECT title FROM record WHERE kind = 'note'").pluck().get()).toBe('A note of then');
  await expect(taking.change({}, () => 1)).rejects.toMatchObject({ failure: { code: 'vault-read-only' } });
  await expect(taking.takeUp('once more', verify)).rejects.toMatchObject({ failure: { code: 'misuse' } });
  await taking.close();
  const taken = await place.open(folder, here);
  expect([taken.readOnly, taken.freshness, taken.behind, taken.notices, shapeOf(taken.reader)]).toEqual([null, 'fresh', null, [], knownShape]);
  expect(await taken.verify(verify)).toMatchObject({ ok: true, findings: [], entries: 6 });
  const accepted = taken.reader.prepare<[], Buffer>("SELECT image FROM journal WHERE verb = 'accepted' AND seq = 6").pluck().get();
  expect(JSON.parse(accepted?.toString() ?? '')).toMatchObject({
    reason: expect.stringContaining('entries after 5 are missing'),
    record: { missing: { reached: 5, known: null } },
  });
  await taken.close();
  expect(await shapeAt(folder, 'vault.db.shape-1')).toBe(1);
});

test('a kill at any step of a migration leaves the old shape or the new one, whole', async () => {
  const folder = await unpacked(1);
  const { keys } = await unlock(folder, { passphrase: place.passphrase });
  const key = keys.database.toString('hex');
  const run = (at: string, into: string) =>
    promisify(execFile)(process.execPath, ['--no-warnings', path.join(import.meta.dirname, 'migrate-child.test-support.ts'), path.join(into, 'vault.db'), key, at]);
  const whole = path.join(place.path, 'Whole.cordon');
  cpSync(folder, whole, { recursive: true });
  const steps = Number((await run('0', whole)).stdout);
  expect(steps).toBeGreaterThan(8);
  const left = new Map<number, number>();
  await Promise.all(
    Array.from({ length: steps }, async (_, index) => {
      const killed = path.join(place.path, `Killed ${index}.cordon`);
      cpSync(folder, killed, { recursive: true });
      await expect(run(String(index + 1), killed), `step ${index + 1}`).rejects.toMatchObject({ signal: 'SIGKILL' });
      const db = openDatabase(path.join(killed, 'vault.db'), keys.database, {});
      const shape = shapeOf(db);
      left.set(shape, (left.get(shape) ?? 0) + 1);
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(db.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'remainder'").pluck().get()).toBe(shape === 1 ? 0 : 1);
      expect(db.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'record_bytes'").pluck().get()).toBe(shape === 1 ? 0 : 1);
      expect(db.prepare('SELECT count(*) FROM journal').pluck().get()).toBe(5);
      db.close();
    }),
  );
  // Some before the step was committed, some after it.
  expect([...left.keys()].sort((a, b) => a - b)).toEqual([1, knownShape]);
  const last = path.join(place.path, `Killed ${steps - 1}.cordon`);
  const vault = await place.open(last, place.elsewhere());
  expect(shapeOf(vault.reader)).toBe(knownShape);
  await vault.close();
});
