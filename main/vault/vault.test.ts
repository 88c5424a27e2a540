import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Refused } from '../../shared/failure/failure.ts';
import { openDatabase } from './database.ts';
import { stretch } from './passphrase.ts';
import { knownShape } from './migrations/list.ts';
import { bytesOf, failure, hashes, testPlace, verified, writeRecord } from './test-vault.ts';
import { createVault, openVault, readVaultInfo } from './vault.ts';

const place = testPlace();
afterAll(() => place.clear());

test('a vault gives back what was written, after closing, to the passphrase and to the recovery words', async () => {
  const { vault, folder, recoveryWords } = await place.make('Whole');
  expect(vault.person.name).toBe('Ada Reyes');
  expect(vault.freshness).toBe('fresh');
  const heard: unknown[] = [];
  vault.onCommit((commit) => heard.push(commit));
  const done = await vault.change({ reason: 'first' }, (tx) => [writeRecord(tx, 'a', 'One'), writeRecord(tx, 'b', 'Two')]);
  expect(done).toMatchObject({ result: [2, 3], from: 1, to: 3 });
  expect(heard).toEqual([{ act: done.act, from: 1, to: 3 }]);
  const blob = await vault.blobs.put([Buffer.alloc(200_000, 7)]);
  await vault.change({}, (tx) => vault.blobs.adopt(tx, blob));
  expect(await verified(vault)).toMatchObject({ ok: true, entries: 3, records: 2, blobs: 1, findings: [] });
  await vault.close();
  expect(readdirSync(folder).sort()).toEqual(['anchor', 'blobs', 'checkpoint', 'checkpoint.minisig', 'checkpoint.pub', 'lock', 'slots.a', 'slots.b', 'vault.db']);
  expect(readVaultInfo(folder)).toMatchObject({ name: 'Whole', format: 1, persons: 1, generation: 1 });

  const again = await place.open(folder);
  expect([again.freshness, again.readOnly, again.notices]).toEqual(['fresh', null, []]);
  expect(again.reader.prepare("SELECT record.title FROM record JOIN fts ON fts.rowid = record.rowid WHERE fts MATCH 'tw*'").pluck().all()).toEqual(['Two']);
  expect(await bytesOf(again, blob.sha256)).toEqual(Buffer.alloc(200_000, 7));
  await again.close();

  const recovered = await openVault(folder, { recoveryWords }, place.elsewhere());
  expect(recovered.freshness).toBe('unknown');
  expect(recovered.person).toMatchObject({ name: 'recovery key', publicKey: null });
  expect(recovered.compartments).toEqual(['people']);
  expect(() => recovered.sign(Buffer.from('x'))).toThrow('not-available-here');
  expect(await verified(recovered)).toMatchObject({ ok: true });
  await recovered.close();
});

test('each way in which opening fails has a failure of its own', async () => {
  const { vault, folder, recoveryWords } = await place.make('Fail');
  expect(await failure(place.open(folder))).toMatchObject({ code: 'vault-open-elsewhere', file: 'Fail.cordon' });
  await vault.close();
  expect(await failure(vault.change({}, () => 1))).toEqual({ code: 'vault-locked' });
  expect(await failure(openVault(folder, { passphrase: Buffer.from('incorrect horse') }, place.setting()))).toEqual({ code: 'wrong-passphrase' });
  const other = await place.make('Other');
  await other.vault.close();
  expect(await failure(openVault(folder, { recoveryWords: other.recoveryWords }, place.setting()))).toEqual({ code: 'wrong-recovery-key', why: 'not-this-vault' });
  expect(await failure(openVault(folder, { recoveryWords: [...recoveryWords.slice(1), recoveryWords[0] ?? ''].reverse() }, place.setting()))).toMatchObject({
    code: 'wrong-recovery-key',
  });
  expect(await failure(place.open(path.join(place.path, 'Nowhere.cordon')))).toMatchObject({ code: 'vault-not-found' });
  const empty = path.join(place.path, 'Empty.cordon');
  mkdirSync(empty);
  expect(await failure(place.open(empty))).toMatchObject({ code: 'vault-not-found' });
  expect(readdirSync(empty)).toEqual([]);
  const passphrase = Buffer.from('a good passphrase');
  expect(await failure(createVault(folder, { name: 'A', passphrase }, place.setting()))).toMatchObject({ code: 'vault-exists' });
  expect(await failure(createVault(empty, { name: 'A', passphrase: Buffer.from('short') }, place.setting()))).toMatchObject({ code: 'passphrase-too-weak' });
  expect(await failure(createVault(empty, { name: 'A', passphrase }, { ...place.setting(), kdf: { memoryMiB: 63, passes: 3 } }))).toMatchObject({ code: 'slot-limits' });
  expect(await failure(stretch(passphrase, Buffer.alloc(16), { memoryMiB: 4096, passes: 3 }))).toMatchObject({ code: 'slot-limits', memoryMiB: 4096 });
});

test('a database that is not encrypted, missing or not a database is damaged, not wrongly unlocked', async () => {
  const { vault, folder } = await place.make('Plain');
  await vault.close();
  const file = path.join(folder, 'vault.db');
  const kept = readFileSync(file);
  writeFileSync(file, Buffer.concat([Buffer.from('SQLite format 3\0'), kept.subarray(16)]));
  expect(await failure(place.open(folder))).toMatchObject({ code: 'vault-damaged', file: 'vault.db', part: 'it is not encrypted' });
  writeFileSync(file, Buffer.alloc(kept.length, 1));
  expect(await failure(place.open(folder))).toMatchObject({ code: 'vault-damaged', file: 'vault.db' });
  rmSync(file);
  expect(await failure(place.open(folder))).toMatchObject({ code: 'vault-damaged', file: 'vault.db', part: 'the file is missing' });
  writeFileSync(file, kept);
  await (await place.open(folder)).close();
});

test('a vault of a newer program is refused and no byte of it changes', async () => {
  const { vault, folder } = await place.make('Newer');
  await vault.close();
  const slots = readFileSync(path.join(folder, 'slots.a'), 'utf8');
  for (const name of ['slots.a', 'slots.b']) writeFileSync(path.join(folder, name), slots.replace('"format":1', '"format":2'));
  const before = hashes(folder);
  expect(await failure(place.open(folder))).toMatchObject({ code: 'vault-newer', format: 2, known: 1 });
  expect(hashes(folder)).toEqual(before);
});

test('a database of a newer shape is refused and no byte of it changes', async () => {
  const { vault, folder } = await place.make('Shape');
  // The key is nowhere to be had from outside; the writer's own connection sets the shape.
  await vault.change({}, (tx) => tx.db.pragma('user_version=9'));
  await vault.close();
  const before = hashes(folder);
  expect(await failure(place.open(folder))).toMatchObject({ code: 'vault-newer', file: 'vault.db', format: 9, known: knownShape });
  expect(hashes(folder)).toEqual(before);
});

test('one copy of the slots is enough, is named, and heals the other', async () => {
  const { vault, folder } = await place.make('Twin');
  await vault.close();
  const sound = readFileSync(path.join(folder, 'slots.b'));
  writeFileSync(path.join(folder, 'slots.a'), sound.subarray(0, 100));
  const opened = await place.open(folder);
  expect(opened.notices).toEqual([{ part: 'slots.a', what: 'it is not JSON' }]);
  expect(readFileSync(path.join(folder, 'slots.a'))).toEqual(sound);
  expect((await verified(opened)).findings.map(({ part }) => part)).toEqual(['slots.a']);
  await opened.close();
  for (const name of ['slots.a', 'slots.b']) writeFileSync(path.join(folder, name), 'x');
  expect(await failure(place.open(folder))).toMatchObject({ code: 'vault-damaged', file: 'slots.a, slots.b' });
});

test('costs outside the limits are refused before anything is hashed', async () => {
  const { vault, folder } = await place.make('Costly');
  await vault.close();
  const { canonicalBytes } = await import('./canonical.ts');
  for (const name of ['slots.a', 'slots.b']) {
    // As an attacker would write it: well formed, with the right checksum.
    const { mac, sum: _, ...content } = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
    content.slots[0].kdf.memoryMiB = 60_000;
    const sum = createHash('sha256').update(canonicalBytes(content)).digest('hex');
    writeFileSync(path.join(folder, name), Buffer.concat([canonicalBytes({ ...content, mac, sum }), Buffer.from('\n')]));
  }
  expect(await failure(place.open(folder))).toMatchObject({ code: 'slot-limits', memoryMiB: 60_000, passes: 3 });
});

test('a removed person is out even when only one copy of the slots was written', async () => {
  const { vault, folder } = await place.make('Removed');
  const theirs = Buffer.from('the other passphrase');
  const ben = await vault.people.add({ name: 'Ben Ode', passphrase: theirs }, []);
  const before = readFileSync(path.join(folder, 'slots.b'));
  await vault.people.remove(ben.slot);
  await vault.close();
  writeFileSync(path.join(folder, 'slots.b'), before);
  expect(await failure(openVault(folder, { passphrase: theirs }, place.setting()))).toEqual({ code: 'wrong-passphrase' });
  const own = await place.open(folder);
  expect(own.people.list().map(({ name, state }) => `${name} ${state}`)).toEqual(['Ada Reyes person', 'recovery key recovery', 'Ben Ode former']);
  await own.close();
  expect(readFileSync(path.join(folder, 'slots.b'))).toEqual(readFileSync(path.join(folder, 'slots.a')));
});

test('every person signs with a key of their own and reads only the compartments they were granted', async () => {
  const { vault, folder } = await place.make('Persons');
  const theirs = Buffer.from('the other passphrase');
  const ben = await vault.people.add({ name: 'Ben Ode', passphrase: theirs }, []);
  expect(await failure(vault.people.add({ name: 'ben ode', passphrase: theirs }))).toMatchObject({ code: 'misuse' });
  const sealed = vault.seal('people', Buffer.from('names'));
  await vault.change({}, (tx) => tx.append({ record: 's', kind: 'vault', shape: 1, verb: 'saved', reason: 'r', image: { who: 'Zoltan' }, compartment: 'people' }));
  const key = vault.person.publicKey;
  await vault.close();

  const other = await openVault(folder, { passphrase: theirs }, place.setting());
  expect(other.person).toMatchObject({ name: 'Ben Ode', publicKey: ben.publicKey });
  expect(other.person.publicKey).not.toBe(key);
  expect(other.sign(Buffer.from('x'))).toHaveLength(64);
  expect(other.unseal('people', sealed)).toBeNull();
  expect(() => other.seal('people', Buffer.from('x'))).toThrow('compartment-closed');
  expect(await failure(other.people.grant(other.person.slot, 'people'))).toMatchObject({ code: 'compartment-closed' });
  const image = other.reader.prepare<[], Buffer>("SELECT image FROM journal WHERE record = 's'").pluck().get();
  expect(image?.includes('Zoltan')).toBe(false);
  expect(await verified(other)).toMatchObject({ ok: true });
  await other.close();

  const first = await place.open(folder);
  await first.people.grant(ben.slot, 'people');
  await first.people.changePassphrase(Buffer.from('a wholly new one'));
  await first.close();
  expect(await failure(place.open(folder))).toEqual({ code: 'wrong-passphrase' });
  const granted = await openVault(folder, { passphrase: theirs }, place.setting());
  expect(granted.unseal('people', sealed)).toEqual(Buffer.from('names'));
  expect(granted.reader.prepare("SELECT verb FROM journal WHERE kind = 'vault' AND record <> 's'").pluck().all()).toEqual([
    'created',
    'person-added',
    'compartment-granted',
    'passphrase-changed',
  ]);
  await granted.close();
});

test('new recovery words make the old ones useless', async () => {
  const { vault, folder, recoveryWords } = await place.make('Words');
  const words = await vault.people.renewRecovery();
  await vault.close();
  expect(await failure(openVault(folder, { recoveryWords }, place.setting()))).toMatchObject({ code: 'wrong-recovery-key', why: 'not-this-vault' });
  await (await openVault(folder, { recoveryWords: [words.join('  ').toUpperCase()] }, place.setting())).close();
});

test('a passphrase is the same however its accents were typed', async () => {
  const folder = path.join(place.path, 'Accents.cordon');
  const { vault } = await createVault(folder, { name: 'A', passphrase: Buffer.from('fenêtre été'.normalize('NFD')) }, place.setting());
  await vault.close();
  await (await openVault(folder, { passphrase: Buffer.from('fenêtre été'.normalize('NFC')) }, place.setting())).close();
});

test('changes run one at a time; what throws or waits leaves nothing behind', async () => {
  const { vault } = await place.make('Queue');
  const order: number[] = [];
  const slow = vault.changeInSlices(
    {},
    [0, 1, 2].map((index) => (tx) => {
      order.push(index);
      writeRecord(tx, `s${index}`, 'slice');
    }),
  );
  const after = vault.change({}, (tx) => {
    order.push(9);
    return writeRecord(tx, 'z', 'after');
  });
  const broken = vault.change({}, (tx) => {
    writeRecord(tx, 'gone', 'gone');
    throw new Refused({ code: 'misuse', why: 'on purpose' });
  });
  const waiting = vault.change({}, async (tx) => writeRecord(tx, 'gone', 'gone'));
  expect(await failure(broken)).toMatchObject({ code: 'misuse' });
  await expect(waiting).rejects.toThrow('may not await');
  expect([(await slow).to, (await after).to, order]).toEqual([4, 5, [0, 1, 2, 9]]);
  const stop = new AbortController();
  const cancelled = vault.changeInSlices({}, [(tx) => void writeRecord(tx, 'gone', 'gone'), () => stop.abort(), () => expect.unreachable()], stop.signal);
  expect(await failure(cancelled)).toEqual({ code: 'cancelled' });
  expect(vault.reader.prepare("SELECT count(*) FROM record WHERE id = 'gone'").pluck().get()).toBe(0);
  expect(await failure(vault.change({}, (tx) => tx.append({ record: 'x', kind: 'note', shape: 1, verb: 'v', reason: null, image: { half: '\ud800' } })))).toMatchObject({
    code: 'record-malformed',
  });
  expect((await vault.change({}, (tx) => writeRecord(tx, 'y', 'on'))).to).toBe(6);
  expect(await verified(vault)).toMatchObject({ ok: true, entries: 6 });
  await vault.close();
});

test('a clock that goes back does not take the journal with it', async () => {
  const { vault } = await place.make('Clock');
  const start = place.now;
  place.now = start + 5000;
  await vault.change({}, (tx) => writeRecord(tx, 'a', 'A'));
  place.now = start - 60_000;
  const { act } = await vault.change({}, (tx) => writeRecord(tx, 'b', 'B'));
  place.now = start;
  expect(vault.reader.prepare('SELECT at FROM journal WHERE act = ?').pluck().get(act)).toBe(start + 5000);
  expect([start - 1, start, start + 4999, start + 5000, start + 9e9].map((instant) => vault.seqAt(instant))).toEqual([0, 1, 1, 3, 3]);
  await vault.close();
});

test('erasing takes the content and leaves the chain', async () => {
  const { vault, folder } = await place.make('Erased');
  await vault.change({}, (tx) => writeRecord(tx, 'a', 'claw back'));
  await vault.change({}, (tx) =>
    tx.erase([2], { record: 'a', kind: 'note', shape: 1, authority: 'FRE 502(b)', left: { id: 'a', number: 'NOTE-a', title: 'given back', text: '' } }),
  );
  const left = { title: 'given back', body: JSON.stringify({ id: 'a', number: 'NOTE-a', title: 'given back', text: '' }) };
  expect((await verified(vault)).findings).toEqual([{ part: 'record NOTE-a', what: 'its content was erased, and it is not what the erasure left' }]);
  await vault.change({}, (tx) => tx.db.prepare('UPDATE record SET title = @title, body = @body').run(left));
  await expect(vault.change({}, (tx) => tx.erase([2], { record: 'b', kind: 'note', shape: 1, authority: '', left: {} }))).rejects.toThrow('not one of this record');
  expect(vault.reader.prepare('SELECT image, salt FROM journal WHERE seq = 2').get()).toEqual({ image: null, salt: null });
  expect(await verified(vault)).toMatchObject({ ok: true });
  await vault.change({}, (tx) => tx.db.prepare('UPDATE journal SET image = NULL, salt = NULL WHERE seq = 1').run());
  expect((await verified(vault)).findings).toEqual([{ part: 'journal entry 1', what: 'its content is missing and no entry says that it was erased' }]);
  await vault.close();
  expect(existsSync(path.join(folder, 'vault.db-wal'))).toBe(false);
});

test('verify names a row, a word, an entry, a head, a blob and a file that were changed behind the vault', async () => {
  const { vault, folder } = await place.make('Behind');
  const blob = await vault.blobs.put([Buffer.from('content')]);
  await vault.change({}, (tx) => {
    vault.blobs.adopt(tx, blob);
    for (const id of ['a', 'b', 'c', 'd']) writeRecord(tx, id, `title ${id}`);
  });
  const tamper = async (sql: string) => {
    await vault.change({}, (tx) => tx.db.prepare(sql).run());
    return (await verified(vault)).findings.map(({ part, what }) => `${part}: ${what}`);
  };
  expect(await tamper("UPDATE record SET title = 'x' WHERE id = 'a'")).toEqual(['record NOTE-a: its title is not the one of its record']);
  expect(await tamper("UPDATE record SET title = 'title a', body = replace(body, 'title', 'tidal') WHERE id = 'a'")).toEqual(['record NOTE-a: it is not what its last entry left']);
  await tamper("UPDATE record SET body = replace(body, 'tidal', 'title') WHERE id = 'a'");
  expect(await tamper("UPDATE record SET seq = 3 WHERE id = 'a'")).toEqual(['record NOTE-a: it names another entry as its last']);
  expect(await tamper("UPDATE record SET seq = 2, id = 'q' WHERE id = 'a'")).toEqual([
    'record NOTE-a: the journal does not know it',
    'record a: the journal has this note, the records have not',
  ]);
  expect(await tamper("UPDATE record SET id = 'a' WHERE id = 'q'")).toEqual([]);
  expect((await tamper("INSERT INTO fts(fts, rowid, number, title, text) VALUES ('delete', 1, 'NOTE-a', 'title a', '')")).join()).toContain('search: ');
  await tamper("INSERT INTO fts(fts) VALUES ('rebuild')");
  expect(await tamper("UPDATE journal SET actor = 'Eve' WHERE seq = 3")).toEqual(['journal entry 3: its actor is not the one in its head']);
  await tamper("UPDATE journal SET actor = 'Ada Reyes' WHERE seq = 3");
  expect(await tamper("UPDATE journal SET image = CAST(replace(CAST(image AS TEXT), 'title b', 'title x') AS BLOB) WHERE seq = 3")).toEqual([
    'journal entry 3: its content is not the one that was hashed',
    'record NOTE-b: it is not what its last entry left',
  ]);
  await tamper("UPDATE journal SET image = CAST(replace(CAST(image AS TEXT), 'title x', 'title b') AS BLOB) WHERE seq = 3");
  // Checked by the entries there are: counted up to such a number it would never end.
  expect(await tamper('UPDATE journal SET seq = 4503599627370496 WHERE seq = (SELECT max(seq) FROM journal)')).toContain('record NOTE-d: it names another entry as its last');
  await tamper('UPDATE journal SET seq = (SELECT max(seq) FROM record) WHERE seq = 4503599627370496');
  expect((await tamper('DELETE FROM journal WHERE seq = 4')).join()).toContain('journal entry 5: entries before it are missing');
  const stray = path.join(folder, 'blobs', 'ab');
  mkdirSync(stray, { recursive: true });
  writeFileSync(path.join(stray, 'abcd'), 'x');
  rmSync(path.join(folder, 'blobs', blob.name.slice(0, 2), blob.name));
  const parts = (await verified(vault)).findings.map(({ part }) => part);
  expect(parts).toContain('blobs/ab/abcd');
  expect(parts).toContain(`blobs/${blob.name.slice(0, 2)}/${blob.name}`);
  const stop = new AbortController();
  stop.abort();
  expect(await failure(vault.verify({ upgrade: (_kind, _shape, image) => image, compare: () => null, signal: stop.signal }))).toEqual({ code: 'cancelled' });
  await vault.close();
});

test('temporary data of the database never reaches a disk', async () => {
  const { vault } = await place.make('Temp');
  expect(vault.reader.pragma('temp_store', { simple: true })).toBe(2);
  expect(vault.reader.pragma('synchronous', { simple: true })).toBe(2);
  expect(vault.reader.pragma('trusted_schema', { simple: true })).toBe(0);
  expect(() => vault.reader.prepare('DELETE FROM journal').run()).toThrow(/readonly/);
  expect(() => openDatabase(path.join(vault.folder, 'vault.db'), Buffer.alloc(31), {})).toThrow('32 bytes');
  await vault.close();
});

test('no file of a vault shows a name, a word or a number of it', async () => {
  const { vault, folder } = await place.make('Silent');
  await vault.change({ reason: 'Quetzalcoatl' }, (tx) => writeRecord(tx, 'a', 'Quetzalcoatl', 'Quetzalcoatl'));
  const blob = await vault.blobs.put([Buffer.from('Quetzalcoatl'.repeat(100))]);
  await vault.change({}, (tx) => vault.blobs.adopt(tx, blob));
  cpSync(folder, path.join(place.path, 'copy'), { recursive: true });
  await vault.close();
  if (process.platform !== 'win32') expect(statSync(folder).mode & 0o077).toBe(0);
  for (const base of [folder, path.join(place.path, 'copy')]) {
    for (const entry of readdirSync(base, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const bytes = readFileSync(path.join(entry.parentPath, entry.name)).toString('latin1');
      for (const word of ['Quetzal', 'NOTE-', 'Ada R', 'Reyes', blob.sha256]) expect(bytes.includes(word), `${word} in ${entry.name}`).toBe(false);
    }
  }
});
