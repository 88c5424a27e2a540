import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Refused, type Failure } from '../../shared/failure/failure.ts';
import { blobFile } from './blobs.ts';
import { onSmallDisk } from './small-disk.test-support.ts';
import { bytesOf, copyOf, failure, hashes, testPlace, verified, writeRecord } from './test-vault.ts';
import { createVault } from './vault.ts';

const place = testPlace();
afterAll(() => place.clear());

/** Lines of a script that goes on as another user. What SQLite is made of is loaded before: this folder need not be open to others. */
const asNobody = `
    new Sqlite(':memory:').close();
    process.setgroups([]); process.setgid(65534); process.setuid(65534);`;

test('a folder that cannot be written to opens read-only and stays as it is', async ({ skip }) => {
  if (process.getuid?.() !== 0) skip('only root can hand the folder to another user and be that user');
  const { vault, folder } = await place.make('Medium');
  await vault.change({}, (tx) => writeRecord(tx, 'a', 'A'));
  await vault.close();
  chmodSync(place.path, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) chmodSync(path.join(entry.parentPath, entry.name), entry.isDirectory() ? 0o555 : 0o444);
  chmodSync(folder, 0o555);
  const before = hashes(folder);
  const state = path.join(place.path, 'nobody');
  mkdirSync(state, { mode: 0o777 });
  chmodSync(state, 0o777);
  const script = `
    import { openVault } from ${JSON.stringify(path.join(import.meta.dirname, 'vault.ts'))};
    import { verified } from ${JSON.stringify(path.join(import.meta.dirname, 'test-vault.ts'))};
    import { randomBytes } from 'node:crypto';
    import Sqlite from 'better-sqlite3-multiple-ciphers';
    ${asNobody}
    const vault = await openVault(${JSON.stringify(folder)}, { passphrase: Buffer.from(${JSON.stringify(place.passphrase.toString())}) }, { clock: () => ({ instant: 0, zone: 'UTC' }), random: randomBytes, stateFolder: ${JSON.stringify(state)} });
    const refused = await vault.change({}, () => 1).catch((error) => error.failure);
    const put = await vault.blobs.put([Buffer.from('x')]).catch((error) => error.failure);
    const report = await verified(vault);
    const titles = vault.reader.prepare('SELECT title FROM record').pluck().all();
    await vault.close();
    console.log(JSON.stringify({ readOnly: vault.readOnly, refused, put, report, titles }));`;
  const said = JSON.parse(execFileSync(process.execPath, ['--input-type=module-typescript', '--no-warnings', '-e', script], { encoding: 'utf8', cwd: process.cwd() }));
  expect(said).toMatchObject({
    readOnly: 'read-only-folder',
    refused: { code: 'vault-read-only', reason: 'read-only-folder' },
    put: { code: 'vault-read-only' },
    titles: ['A'],
    report: { ok: true, findings: [] },
  });
  expect(hashes(folder)).toEqual(before);
  expect(readdirSync(state)).toEqual([expect.stringMatching(/\.anchor$/)]);
});

test('a full disk refuses the change, loses nothing acknowledged, and lets the next one in', async ({ skip }) => {
  await onSmallDisk(place.path, 4, skip, async (disk, resize) => {
    const folder = path.join(disk, 'Full.cordon');
    const { vault } = await createVault(folder, { name: 'Ada', passphrase: place.passphrase }, place.setting());
    let kept = 0;
    let stopped: Failure | undefined;
    while (!stopped) {
      await vault
        .change({}, (tx) => writeRecord(tx, `r${kept}`, 'filler', 'x'.repeat(60_000)))
        .then(
          () => kept++,
          (thrown: unknown) => {
            if (!(thrown instanceof Refused)) throw thrown;
            stopped = thrown.failure;
          },
        );
    }
    expect(stopped).toEqual({ code: 'disk-full', file: 'vault.db' });
    expect(kept).toBeGreaterThan(3);
    expect(await failure(vault.blobs.put([Buffer.alloc(6_000_000)]))).toMatchObject({ code: 'disk-full' });
    expect(readdirSync(path.join(folder, 'blobs'), { recursive: true }).filter((name) => String(name).endsWith('.tmp'))).toEqual([]);
    expect(vault.reader.prepare('SELECT count(*) FROM record').pluck().get()).toBe(kept);
    resize(40);
    await vault.change({}, (tx) => writeRecord(tx, 'last', 'goes on'));
    expect(await verified(vault)).toMatchObject({ ok: true, records: kept + 1 });
    await vault.close();
  });
});

test('a folder that is made read-only while the vault is open: what cannot be written is refused, what was acknowledged is there, and closing lets go', async ({ skip }) => {
  if (process.getuid?.() !== 0) skip('only root can hand the folder to another user and be that user');
  const base = path.join(place.path, 'taken');
  mkdirSync(base, { mode: 0o777 });
  chmodSync(base, 0o777);
  const script = `
    import { createVault, openVault } from ${JSON.stringify(path.join(import.meta.dirname, 'vault.ts'))};
    import { verified, writeRecord } from ${JSON.stringify(path.join(import.meta.dirname, 'test-vault.ts'))};
    import { chmodSync, readdirSync } from 'node:fs';
    import { randomBytes } from 'node:crypto';
    import Sqlite from 'better-sqlite3-multiple-ciphers';
    ${asNobody}
    const folder = ${JSON.stringify(path.join(base, 'Taken.cordon'))};
    const setting = { clock: () => ({ instant: 0, zone: 'UTC' }), random: randomBytes, stateFolder: ${JSON.stringify(path.join(base, 'state'))}, kdf: { memoryMiB: 64, passes: 3 } };
    const passphrase = Buffer.from(${JSON.stringify(place.passphrase.toString())});
    const code = (work) => work.then(() => 'done', (error) => error.failure?.code ?? String(error));
    const rights = (dir, file) => { for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) chmodSync(entry.parentPath + '/' + entry.name, entry.isDirectory() ? dir : file); chmodSync(folder, dir); };
    const { vault } = await createVault(folder, { name: 'Ada Reyes', passphrase }, setting);
    const first = await vault.blobs.put([Buffer.from('before')]);
    await vault.change({}, (tx) => { vault.blobs.adopt(tx, first); writeRecord(tx, 'a', 'A'); });
    rights(0o555, 0o444);
    const change = await code(vault.change({}, (tx) => writeRecord(tx, 'b', 'B')));
    const put = await code(vault.blobs.put([Buffer.from('after')]));
    const backup = await code(vault.backup({}, async ({ chunks }) => { for await (const _ of chunks()); }));
    const person = await code(vault.people.add({ name: 'Ben Ode', passphrase: Buffer.from('another passphrase of his') }));
    const closed = await code(vault.close());
    const medium = await openVault(folder, { passphrase }, setting);
    const readOnly = medium.readOnly;
    await medium.close();
    rights(0o755, 0o644);
    const again = await openVault(folder, { passphrase }, setting);
    const titles = again.reader.prepare('SELECT title FROM record ORDER BY id').pluck().all();
    const people = again.people.list().filter(({ state }) => state === 'person').map(({ name }) => name);
    const { ok, findings } = await verified(again);
    const after = again.readOnly;
    await again.close();
    console.log(JSON.stringify({ change, put, backup, person, closed, readOnly, after, titles, people, ok, findings }));`;
  const said = JSON.parse(execFileSync(process.execPath, ['--input-type=module-typescript', '--no-warnings', '-e', script], { encoding: 'utf8', cwd: process.cwd() }));
  expect(said).toMatchObject({
    put: 'file-unwritable',
    backup: 'file-unwritable',
    person: 'file-unwritable',
    closed: 'done',
    readOnly: 'read-only-folder',
    after: null,
    people: ['Ada Reyes'],
    ok: true,
    findings: [],
  });
  expect(said.titles).toEqual(said.change === 'done' ? ['A', 'B'] : ['A']);
});

test('a folder that is moved, replaced or thrown away while its vault is open: nothing is acknowledged that could be lost, and it opens where it is now', async () => {
  const { vault, folder } = await place.make('Here');
  const moved = path.join(place.path, 'There.cordon');
  const first = await vault.blobs.put([Buffer.from('before')]);
  await vault.change({}, (tx) => {
    vault.blobs.adopt(tx, first);
    writeRecord(tx, 'a', 'A');
  });
  const refused = async () => [
    await failure(vault.change({}, (tx) => writeRecord(tx, 'b', 'B'))),
    await failure(vault.blobs.put([Buffer.from('after')])),
    await failure(vault.people.changePassphrase(Buffer.from('another passphrase'))),
    await failure(vault.erase({}, (tx) => ({ result: tx.db.prepare('DELETE FROM record').run(), blobs: [] }))),
  ];
  const gone = { code: 'file-unwritable', file: 'Here.cordon', why: expect.stringContaining('it is not there any more') };
  renameSync(folder, moved);
  expect(await refused()).toEqual([gone, gone, gone, gone]);
  vault.checkpoint();
  expect(existsSync(folder)).toBe(false);

  // A copy of it stands there now: it is not written to either.
  copyOf(moved, folder);
  const before = hashes(folder);
  const other = { ...gone, why: expect.stringContaining('another vault stands where it was opened') };
  expect(await refused()).toEqual([other, other, other, other]);
  vault.checkpoint();
  expect(hashes(folder)).toEqual(before);

  // Put back, it goes on as if nothing had been.
  rmSync(folder, { recursive: true });
  renameSync(moved, folder);
  await vault.change({}, (tx) => writeRecord(tx, 'c', 'C'));
  renameSync(folder, moved);
  await vault.close();
  const again = await place.open(moved);
  expect([again.readOnly, again.reader.prepare('SELECT title FROM record ORDER BY id').pluck().all()]).toEqual([null, ['A', 'C']]);
  expect((await bytesOf(again, first.sha256)).toString()).toBe('before');
  expect(await verified(again)).toMatchObject({ ok: true, findings: [] });
  await again.close();
});

test('a file that is also kept somewhere else as a hard link is not written to: what somebody takes for a backup stays as it is', async () => {
  const { vault, folder } = await place.make('Linked');
  await vault.close();
  for (const name of ['vault.db', 'anchor']) {
    const kept = path.join(place.path, `snapshot of ${name}`);
    linkSync(path.join(folder, name), kept);
    const before = hashes(folder);
    expect(await failure(place.open(folder))).toMatchObject({
      code: 'folder-not-safe',
      file: 'Linked.cordon',
      why: expect.stringContaining(`its ${name} is also kept somewhere else`),
    });
    expect(hashes(folder)).toEqual(before);
    unlinkSync(kept);
  }
  await (await place.open(folder)).close();
});

test('a link in the place of a stored file, or of one that is about to be written, leads nowhere', async () => {
  const { vault, folder } = await place.make('Links');
  const blob = await vault.blobs.put([Buffer.from('what was taken in')]);
  await vault.change({}, (tx) => vault.blobs.adopt(tx, blob));
  const secret = path.join(place.path, 'a file of this computer');
  writeFileSync(secret, 'qxhouseholdqx');
  // A backup is as encrypted as the vault: it holds no file of this computer as it is.
  rmSync(blobFile(folder, blob.name));
  symlinkSync(secret, blobFile(folder, blob.name));
  const archive = await vault.backup({}, async ({ chunks, unsound }) => {
    const pieces: Uint8Array[] = [];
    for await (const piece of chunks()) pieces.push(piece);
    expect(unsound).toEqual([blob.name]);
    return Buffer.concat(pieces);
  });
  expect(archive.includes('qxhouseholdqx')).toBe(false);
  // And nothing is written through one.
  for (const name of ['slots.a.tmp', 'checkpoint.tmp']) symlinkSync(secret, path.join(folder, name));
  await vault.people.rename(vault.person.slot, 'Ada Ode');
  vault.checkpoint();
  expect(readFileSync(secret, 'utf8')).toBe('qxhouseholdqx');
  await vault.close();
});

test('where this computer cannot keep its own note of a vault, the vault opens and is worked on all the same, and it is said', async () => {
  const { vault, folder } = await place.make('Unnoted');
  await vault.close();
  const noFolder = path.join(place.path, 'a file');
  writeFileSync(noFolder, '');
  const open = () => place.open(folder, { ...place.setting(), stateFolder: noFolder });
  const here = await open();
  expect([here.readOnly, here.freshness]).toEqual([null, 'unknown']);
  await here.change({}, (tx) => writeRecord(tx, 'a', 'A'));
  const { ok, findings } = await verified(here);
  expect([ok, findings]).toEqual([
    false,
    [{ part: 'anchor', what: expect.stringContaining("this computer's own note"), unchecked: expect.objectContaining({ code: 'file-unwritable' }) }],
  ]);
  await here.close();
  const again = await place.open(folder);
  expect(again.reader.prepare('SELECT title FROM record').pluck().all()).toEqual(['A']);
  expect(await verified(again)).toMatchObject({ ok: true, findings: [] });
  await again.close();
});

test('whoever takes the lock file away lets a second program in, and the first one writes nothing any more', async () => {
  const { vault, folder } = await place.make('Two');
  await vault.change({}, (tx) => writeRecord(tx, 'a', 'A'));
  rmSync(path.join(folder, 'lock'));
  const alone = { code: 'file-unwritable', file: 'Two.cordon', why: expect.stringContaining('its lock was taken away') };
  expect(await failure(vault.change({}, (tx) => writeRecord(tx, 'b', 'B')))).toEqual(alone);
  const second = await place.open(folder);
  await second.change({}, (tx) => writeRecord(tx, 'c', 'C'));
  expect(await failure(vault.change({}, (tx) => writeRecord(tx, 'b', 'B')))).toEqual(alone);
  expect(await failure(vault.blobs.put([Buffer.from('x')]))).toEqual(alone);
  await second.close();
  await vault.close();
  const again = await place.open(folder);
  expect(again.reader.prepare('SELECT title FROM record ORDER BY id').pluck().all()).toEqual(['A', 'C']);
  expect(await verified(again)).toMatchObject({ ok: true, findings: [] });
  await again.close();
});

test('a program whose lock was taken away leaves the checkpoint to the one that works on', async () => {
  const { vault, folder } = await place.make('Signed');
  await vault.change({}, (tx) => writeRecord(tx, 'a', 'A'));
  rmSync(path.join(folder, 'lock'));
  const second = await place.open(folder);
  await second.change({}, (tx) => writeRecord(tx, 'b', 'B'));
  await second.close();
  const signed = readFileSync(path.join(folder, 'checkpoint'));
  await vault.close();
  expect(readFileSync(path.join(folder, 'checkpoint'))).toEqual(signed);
});

test('a copy of the slots of another vault under the same passphrase is told from its own, and only both together keep anybody out', async () => {
  const mine = await place.make('Mine');
  await mine.vault.change({}, (tx) => writeRecord(tx, 'a', 'In mine'));
  await mine.vault.close();
  const other = await place.make('Theirs');
  await other.vault.close();
  const own = Object.fromEntries(['slots.a', 'slots.b'].map((name) => [name, readFileSync(path.join(mine.folder, name))]));
  for (const name of ['slots.a', 'slots.b']) {
    cpSync(path.join(other.folder, name), path.join(mine.folder, name));
    const vault = await place.open(mine.folder);
    expect(vault.reader.prepare('SELECT title FROM record').pluck().all()).toEqual(['In mine']);
    expect(vault.notices).toEqual([{ part: name, what: 'it was not written by this vault: its MAC does not match' }]);
    await vault.close();
    // Healed from its twin.
    expect(readFileSync(path.join(mine.folder, name))).toEqual(own[name]);
  }
});

test('a pipe, a link or a folder that is put in the place of a file while the vault is open is a finding, and nothing waits for it', async ({ skip }) => {
  const { vault, folder } = await place.make('Pipes');
  for (const name of ['anchor', 'slots.a', 'checkpoint', 'vault.db-wal']) {
    const file = path.join(folder, name);
    const aside = path.join(place.path, 'aside');
    for (const put of [() => execFileSync('mkfifo', [file]), () => symlinkSync(aside, file), () => mkdirSync(file)]) {
      renameSync(file, aside);
      try {
        put();
      } catch {
        skip('no pipes can be made here');
      }
      const { findings } = await verified(vault);
      expect(findings, name).toContainEqual({ part: name, what: expect.stringContaining('a link, a pipe or a folder where a plain file belongs') });
      rmSync(file, { recursive: true });
      renameSync(aside, file);
    }
  }
  expect(await verified(vault)).toMatchObject({ ok: true, findings: [] });
  await vault.change({}, (tx) => writeRecord(tx, 'a', 'A'));
  await vault.close();
});

test('what is acknowledged after somebody deleted the log of the open database outlives a crash all the same', async () => {
  const { vault, folder } = await place.make('Logless');
  await vault.change({}, (tx) => writeRecord(tx, 'a', 'A'));
  rmSync(path.join(folder, 'vault.db-wal'));
  await vault.change({}, (tx) => writeRecord(tx, 'b', 'B'));
  // As a kill leaves it now.
  const killed = path.join(place.path, 'Logless killed.cordon');
  copyOf(folder, killed);
  const again = await place.open(killed, place.elsewhere());
  expect(again.reader.prepare('SELECT title FROM record ORDER BY id').pluck().all()).toEqual(['A', 'B']);
  expect(await verified(again)).toMatchObject({ findings: [] });
  await again.close();
  await vault.close();
});
