import { readdirSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Database } from './database.ts';
import { plainPages } from './plain-pages.test-support.ts';
import { onSmallDisk } from './small-disk.test-support.ts';
import { failure, testPlace, writeRecord } from './test-vault.ts';
import { gone, kept, rowsOf, usedVault } from './used-vault.test-support.ts';
import { createVault } from './vault.ts';
import { writeAnew } from './write-anew.ts';

const place = testPlace();
afterAll(() => place.clear());

const schemaOf = (db: Database) => db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name').all();
const found = (db: Database, word: string) => db.prepare('SELECT count(*) FROM fts WHERE fts MATCH ?').pluck().get(word);

test('every row is there afterwards and no deleted word, in no page, no free page and no log, while others have the database open', async () => {
  const { vault, folder, key } = await usedVault(place, 'Used');
  const file = path.join(folder, 'vault.db');
  const others = vault.reader.prepare<[], number>('SELECT count(*) FROM record').pluck();
  const [rows, schema, count] = [rowsOf(vault.reader), schemaOf(vault.reader), others.get()];
  expect(Number(vault.reader.pragma('freelist_count', { simple: true }))).toBeGreaterThan(5);
  const before = plainPages(folder, key);
  expect([before.includes(gone), before.includes(kept)]).toEqual([true, true]);
  writeAnew(file, key, undefined);
  expect(rowsOf(vault.reader)).toEqual(rows);
  expect(schemaOf(vault.reader)).toEqual(schema);
  expect([others.get(), found(vault.reader, kept), found(vault.reader, gone)]).toEqual([count, count, 0]);
  const after = plainPages(folder, key);
  expect([after.includes(gone), after.includes(kept)]).toEqual([false, true]);
  expect(statSync(`${file}-wal`).size).toBe(0);
  expect(readdirSync(folder).filter((name) => name.includes('copy'))).toEqual([]);
  expect(vault.reader.pragma('integrity_check', { simple: true })).toBe('ok');
  // The connection that writes goes on, its triggers too.
  await vault.change({}, (tx) => writeRecord(tx, 'new', 'New', 'qxnewqx'));
  expect([found(vault.reader, 'qxnewqx'), found(vault.reader, kept)]).toEqual([1, count]);
  await vault.close();
});

test('where the drive has no room for it an erasure is refused before anything is done, with what it takes; and what it says is enough', async ({ skip }) => {
  await onSmallDisk(place.path, 80, skip, async (disk, resize) => {
    const folder = path.join(disk, 'Full.cordon');
    const { vault } = await createVault(folder, { name: 'Ada', passphrase: place.passphrase }, place.setting());
    for (let at = 0; at < 50; at++)
      await vault.change({}, (tx) => writeRecord(tx, `r${at}`, 'Words', Array.from({ length: 4000 }, (_, word) => ((word + 1) * (at + 7) * 7919).toString(36)).join(' ')));
    const erase = (id: string) => vault.erase({}, (tx) => ({ result: tx.db.prepare('DELETE FROM record WHERE id = ?').run(id), blobs: [] }));
    resize(Math.ceil(statSync(path.join(folder, 'vault.db')).size / 1_048_576) + Math.ceil(statSync(path.join(folder, 'vault.db-wal')).size / 1_048_576) + 4);
    const refused = await failure(erase('r1'));
    expect(refused).toMatchObject({ code: 'disk-full', file: 'vault.db', room: { wanted: expect.any(Number), free: expect.any(Number) } });
    expect(vault.reader.prepare("SELECT count(*) FROM record WHERE id = 'r1'").pluck().get()).toBe(1);
    // As much as it asked for, to the page.
    const { wanted = 0, free = 0 } = 'room' in refused && refused.room ? refused.room : {};
    expect(wanted).toBeGreaterThan(free);
    resize(80);
    const filler = path.join(disk, 'filler');
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(filler, Buffer.alloc(bavail * bsize - wanted - 65_536));
    await erase('r1');
    expect(vault.reader.prepare("SELECT count(*) FROM record WHERE id = 'r1'").pluck().get()).toBe(0);
    await vault.close();
  });
});
