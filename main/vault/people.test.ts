import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { failure, hashes, testPlace, verified, writeRecord } from './test-vault.ts';
import { openVault, type Vault } from './vault.ts';

const place = testPlace();
afterAll(() => place.clear());
const theirs = Buffer.from('the other passphrase');
const verbs = (vault: Vault) => vault.reader.prepare<[], string>("SELECT verb FROM journal WHERE kind = 'vault' ORDER BY seq").pluck().all();
/** Files whose bytes differ, but for the journal that tells of the change and what witnesses the journal. */
const changed = (before: Record<string, string>, after: Record<string, string>) =>
  Object.keys({ ...before, ...after }).filter((name) => before[name] !== after[name] && !/^(vault\.db(-wal|-shm)?|anchor|checkpoint.*|lock)$/.test(name));

test('a change of passphrase rewrites one slot in both copies and no other file, and the old passphrase opens nothing', async () => {
  const { vault, folder } = await place.make('Changed');
  const blob = await vault.blobs.put([Buffer.alloc(300_000, 3)]);
  await vault.change({}, (tx) => vault.blobs.adopt(tx, blob));
  const key = vault.person.publicKey;
  const before = hashes(folder);
  expect(await failure(vault.people.changePassphrase(theirs, Buffer.from('not the one of now')))).toEqual({ code: 'wrong-passphrase' });
  expect(await failure(vault.people.changePassphrase(Buffer.from('short'), place.passphrase))).toMatchObject({ code: 'passphrase-too-weak' });
  expect(changed(before, hashes(folder))).toEqual([]);
  await vault.people.changePassphrase(theirs, place.passphrase);
  expect(changed(before, hashes(folder))).toEqual(['slots.a', 'slots.b']);
  await vault.close();
  expect(await failure(place.open(folder))).toEqual({ code: 'wrong-passphrase' });
  const again = await openVault(folder, { passphrase: theirs }, place.setting());
  expect(again.person.publicKey).toBe(key);
  expect(await verified(again)).toMatchObject({ ok: true, blobs: 1 });
  await again.close();
});

test('a person gets another name and keeps the key; neither the old name nor the new is anybody else’s again', async () => {
  const { vault, folder } = await place.make('Renamed');
  const ben = await vault.people.add({ name: 'Ben Ode', passphrase: theirs }, []);
  expect(await vault.people.rename(ben.slot, '  Benjamin   Ode ')).toMatchObject({ name: 'Benjamin Ode', formerly: ['Ben Ode'], publicKey: ben.publicKey, slot: ben.slot });
  for (const name of ['BEN ODE', 'benjamin ode', 'Ada  Reyes', ' ', 'a\u0007b', 'recovery key'])
    expect(await failure(vault.people.add({ name, passphrase: theirs })), name).toMatchObject({ code: 'misuse' });
  expect(await failure(vault.people.rename(vault.person.slot, 'Ben Ode'))).toMatchObject({ code: 'misuse' });
  await vault.people.rename(ben.slot, 'Ben Ode');
  await vault.people.rename(vault.person.slot, 'Ada Reyes-Stone');
  expect(vault.person.name).toBe('Ada Reyes-Stone');
  await vault.change({}, (tx) => writeRecord(tx, 'a', 'under the new name'));
  expect(vault.reader.prepare('SELECT actor FROM journal ORDER BY seq DESC LIMIT 1').pluck().get()).toBe('Ada Reyes-Stone');
  await vault.close();
  const other = await openVault(folder, { passphrase: theirs }, place.setting());
  expect(other.person).toMatchObject({ name: 'Ben Ode', publicKey: ben.publicKey });
  expect(await verified(other)).toMatchObject({ ok: true });
  await other.close();
});

test('a compartment is taken away again, but never from the last person who holds it', async () => {
  const { vault, folder } = await place.make('Revoked');
  const sealed = vault.seal('people', Buffer.from('names'));
  const ben = await vault.people.add({ name: 'Ben Ode', passphrase: theirs }, ['people']);
  await vault.people.revoke(ben.slot, 'people');
  expect(await failure(vault.people.revoke(ben.slot, 'people'))).toMatchObject({ code: 'misuse' });
  expect(await failure(vault.people.revoke(vault.person.slot, 'people'))).toMatchObject({ code: 'misuse' });
  const recovery = vault.people.list().find(({ state }) => state === 'recovery')?.slot ?? '';
  expect(await failure(vault.people.revoke(recovery, 'people'))).toMatchObject({ code: 'misuse' });
  expect(verbs(vault)).toEqual(['created', 'person-added', 'compartment-revoked']);
  await vault.close();
  const other = await openVault(folder, { passphrase: theirs }, place.setting());
  expect([other.compartments, other.unseal('people', sealed)]).toEqual([[], null]);
  // Who does not hold it cannot remove the only one who does.
  expect(await failure(other.people.remove(vault.person.slot))).toMatchObject({ code: 'misuse' });
  expect(await failure(other.people.remove(other.person.slot))).toMatchObject({ code: 'misuse' });
  await other.close();
});

test('the recovery key opens the vault on another machine, writes nothing in nobody’s name, and gives somebody a new passphrase', async () => {
  const { vault, folder, recoveryWords } = await place.make('Lost');
  await vault.people.rename(vault.person.slot, 'Ada Stone');
  const [old, sealed] = [vault.person, vault.seal('people', Buffer.from('names'))];
  await vault.change({}, (tx) => writeRecord(tx, 'a', 'before'));
  expect(await failure(vault.people.recover({ name: 'Ada Stone', passphrase: theirs }))).toMatchObject({ code: 'misuse' });
  await vault.close();
  const before = hashes(folder);

  const found = await openVault(folder, { recoveryWords }, place.elsewhere());
  expect(found.readOnly).toBe('recovery-key');
  expect(await failure(found.change({}, (tx) => writeRecord(tx, 'b', 'nobody')))).toEqual({ code: 'vault-read-only', reason: 'recovery-key' });
  expect(await failure(found.blobs.put([Buffer.from('x')]))).toEqual({ code: 'vault-read-only', reason: 'recovery-key' });
  expect(await failure(found.people.changePassphrase(theirs))).toMatchObject({ code: 'misuse' });
  const ada = await found.people.recover({ name: 'ada  stone', passphrase: theirs });
  expect(ada).toMatchObject({ name: 'Ada Stone', state: 'person', compartments: ['people'], formerly: ['Ada Reyes'], human: old.slot });
  expect(ada.publicKey).not.toBe(old.publicKey);
  expect(await found.people.recover({ name: 'New Counsel', passphrase: Buffer.from('a third passphrase') })).toMatchObject({ compartments: ['people'] });
  await found.close();
  expect(changed(before, hashes(folder))).toEqual(['slots.a', 'slots.b']);

  expect(await failure(place.open(folder))).toEqual({ code: 'wrong-passphrase' });
  const again = await openVault(folder, { passphrase: theirs }, place.setting());
  expect([again.readOnly, again.person.name, again.person.publicKey]).toEqual([null, 'Ada Stone', ada.publicKey]);
  expect(again.unseal('people', sealed)).toEqual(Buffer.from('names'));
  expect(again.people.list().map(({ name, state }) => `${name} ${state}`)).toEqual(['Ada Stone former', 'recovery key recovery', 'Ada Stone person', 'New Counsel person']);
  expect(verbs(again)).toEqual(['created', 'person-renamed', 'person-recovered', 'person-recovered']);
  expect(again.reader.prepare("SELECT DISTINCT actor FROM journal WHERE verb = 'person-recovered'").pluck().all()).toEqual(['recovery key']);
  expect(await verified(again)).toMatchObject({ ok: true });
  await again.close();
});

test('that the recovery words can be read is on record for every later session, until they are renewed', async () => {
  const { vault, folder, recoveryWords } = await place.make('Sheet');
  const first = vault.people.recovery();
  expect(first).toMatchObject({ confirmedAt: null, drilledAt: null });
  const other = await place.make('Elsewhere');
  await other.vault.close();
  expect(await failure(vault.people.confirmRecovery(other.recoveryWords))).toEqual({ code: 'wrong-recovery-key', why: 'not-this-vault' });
  expect(await failure(vault.people.confirmRecovery([...recoveryWords].reverse()))).toMatchObject({ code: 'wrong-recovery-key' });
  expect(vault.people.recovery()?.confirmedAt).toBeNull();
  place.now += 60_000;
  await vault.people.confirmRecovery(recoveryWords);
  await vault.close();
  const again = await place.open(folder);
  expect(again.people.recovery()).toEqual({ sheet: first?.sheet, confirmedAt: place.now, drilledAt: null });
  await again.people.renewRecovery();
  expect(again.people.recovery()).toMatchObject({ confirmedAt: null, drilledAt: null });
  expect(again.people.recovery()?.sheet).not.toBe(first?.sheet);
  await again.close();
});

test('changes of keys asked for at once follow each other, and none is lost', async () => {
  const { vault, folder } = await place.make('AtOnce');
  const { slot } = vault.person;
  const names = ['B', 'C', 'D'].map((letter) => `Person ${letter}`);
  await Promise.all([
    ...names.map((name) => vault.people.add({ name, passphrase: Buffer.from(`passphrase of ${name}`) }, [])),
    vault.people.grant(slot, 'people'),
    vault.people.changePassphrase(theirs),
  ]);
  await vault.close();
  for (const name of names) await (await openVault(folder, { passphrase: Buffer.from(`passphrase of ${name}`) }, place.setting())).close();
  const again = await openVault(folder, { passphrase: theirs }, place.setting());
  expect(again.people.content().generation).toBe(6);
  expect(await verified(again)).toMatchObject({ ok: true });
  await again.close();
});

test('a change of keys that a crash cut off leaves the old keys or the new, and the journal says which', async () => {
  const { vault, folder } = await place.make('Cut');
  await vault.close();
  const at = (name: string) => path.join(folder, name);
  const slots = Object.fromEntries(['slots.a', 'slots.b'].map((name) => [name, readFileSync(at(name))]));
  const opened = await place.open(folder);
  await opened.people.changePassphrase(theirs);
  const cut = path.join(place.path, 'Cut-before.cordon');
  await opened.close();
  cpSync(folder, cut, { recursive: true });

  // Killed after the entry, before the first copy: the database still expects the generation before.
  for (const [name, bytes] of Object.entries(slots)) writeFileSync(path.join(cut, name), bytes);
  const { openDatabase } = await import('./database.ts');
  const key = await databaseKey(folder);
  const db = openDatabase(path.join(cut, 'vault.db'), key, {});
  db.prepare('UPDATE head SET generation = 1').run();
  db.close();
  const elsewhere = place.elsewhere();
  const old = await place.open(cut, elsewhere);
  expect(old.notices).toEqual([]);
  expect(verbs(old)).toEqual(['created', 'passphrase-changed', 'interrupted']);
  expect(await verified(old)).toMatchObject({ ok: true });
  await old.close();
  const calm = await place.open(cut, elsewhere);
  expect(verbs(calm)).toEqual(['created', 'passphrase-changed', 'interrupted']);
  await calm.close();

  // Killed between the copies: the first decides, the second is healed, and the database learns the generation.
  writeFileSync(at('slots.b'), slots['slots.b'] ?? '');
  const live = openDatabase(at('vault.db'), key, {});
  live.prepare('UPDATE head SET generation = 1').run();
  live.close();
  expect(await failure(place.open(folder))).toEqual({ code: 'wrong-passphrase' });
  const now = await openVault(folder, { passphrase: theirs }, place.setting());
  expect(verbs(now)).toEqual(['created', 'passphrase-changed']);
  expect(now.reader.prepare('SELECT generation FROM head').pluck().get()).toBe(2);
  expect(await verified(now)).toMatchObject({ ok: true });
  await now.close();
  expect(readFileSync(at('slots.b'))).toEqual(readFileSync(at('slots.a')));

  async function databaseKey(of: string): Promise<Buffer> {
    const { unlock } = await import('./unlock.ts');
    return (await unlock(of, { passphrase: theirs })).keys.database;
  }
});

test('when the copies cannot be written nothing has changed, and when only the second cannot, the change stands and is named', async () => {
  const { vault, folder } = await place.make('Full');
  const block = (name: string) => mkdirSync(path.join(folder, `${name}.tmp`));
  block('slots.a');
  const before = hashes(folder);
  expect(await failure(vault.people.changePassphrase(theirs))).toMatchObject({ code: 'file-unwritable', file: 'slots.a' });
  expect(changed(before, hashes(folder))).toEqual([]);
  expect(verbs(vault)).toEqual(['created', 'passphrase-changed', 'interrupted']);
  rmSync(path.join(folder, 'slots.a.tmp'), { recursive: true });
  block('slots.b');
  await vault.people.changePassphrase(theirs);
  expect(vault.notices).toEqual([{ part: 'slots.b', what: 'it could not be written after a change of keys; the other copy holds it' }]);
  await vault.close();
  rmSync(path.join(folder, 'slots.b.tmp'), { recursive: true });
  expect(await failure(place.open(folder))).toEqual({ code: 'wrong-passphrase' });
  const again = await openVault(folder, { passphrase: theirs }, place.setting());
  expect(await verified(again)).toMatchObject({ ok: true });
  await again.close();
});
