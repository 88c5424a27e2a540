import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { takeIn } from '../../main/evidence/intake.ts';
import { sourceOfBytes } from '../../main/evidence/source-file.ts';
import { openRecords } from '../../main/records/records.ts';
import { copyOf, testPlace, writeRecord } from '../../main/vault/test-vault.ts';
import type { Vault } from '../../main/vault/vault.ts';
import { wordList } from '../../main/vault/word-list.ts';

const place = testPlace();
afterAll(() => place.clear());

const root = path.join(import.meta.dirname, '..', '..');
const python = process.env['CORDON_PYTHON'] ?? path.join(root, '.venv', 'bin', 'python');
const reader = path.join(root, 'docs', 'read-vault.py');
const pythonMissing =
  existsSync(python) && spawnSync(python, ['-c', 'import sqlcipher3, nacl, argon2']).status === 0
    ? null
    : 'no Python with sqlcipher3, PyNaCl and argon2 (pip install -r of docs/vault-format.md)';
const minisignMissing = spawnSync('minisign', ['-v']).error ? 'minisign is not installed' : null;

let vault: Vault;
let folder: string;
let words: string[];
let live: string;
let item: string;
const evidence = randomBytes(200_001);
const sha256 = createHash('sha256').update(evidence).digest('hex');

const file = (name: string, text: string) => {
  const at = path.join(place.path, name);
  writeFileSync(at, text);
  return at;
};

beforeAll(async () => {
  ({ vault, folder, recoveryWords: words } = await place.make('Interop'));
  await vault.change({ reason: 'Ärger' }, (tx) => writeRecord(tx, 'a', 'Überblick “quoted” 漢字', 'text'));
  // As the product takes a file in: what is extracted below stands where a real item has it.
  const setting = place.setting();
  const records = openRecords(vault, setting);
  const noJobs = () => Promise.reject(new Error('nothing is read here'));
  ({ number: item } = await takeIn({ vault, records, runJob: noJobs, clock: setting.clock }, sourceOfBytes('log.bin', evidence, place.now), { caseId: null, readWords: false }));
  records.close();
  await vault.change({}, (tx) => {
    const secret = { id: 's', number: 'DET-001', fields: { name: 'Zoltan' } };
    const sealed = tx.append({ record: 's', kind: 'determination', shape: 1, verb: 'created', reason: null, image: secret, compartment: 'people' });
    tx.db
      .prepare("INSERT INTO record(id, kind, number, state, title, closed, seq, body) VALUES ('s', 'determination', 'DET-001', 'open', '', 0, ?, ?)")
      .run(sealed, vault.seal('people', Buffer.from(JSON.stringify(secret))));
  });
  // What lies in the folder while the vault is open, the newest changes still in the log.
  live = path.join(place.path, 'Live.cordon');
  copyOf(folder, live);
  await vault.close();
});

test('read-vault.py prints every record and extracts a file byte for byte, from a closed vault and from an open one', ({ skip }) => {
  if (pythonMissing) skip(pythonMissing);
  const passphrase = file('passphrase', `${place.passphrase.toString()}\n`);
  for (const at of [folder, live]) {
    const lines = execFileSync(python, [reader, at, passphrase], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines).toMatchObject([
      { id: 'a', number: 'NOTE-a', title: 'Überblick “quoted” 漢字', text: 'text' },
      { kind: 'evidence_item', number: item, fields: { title: 'log.bin', original: { sha256, size: evidence.length } } },
      { kind: 'evidence_text', fields: { name: 'log.bin', status: 'not-read' } },
      { id: 's', number: 'DET-001', fields: { name: 'Zoltan' } },
    ]);
    const out = path.join(place.path, `${path.basename(at)}.out`);
    execFileSync(python, [reader, at, passphrase, '--extract', item, out]);
    expect(readFileSync(out).equals(evidence)).toBe(true);
  }
  const journal = execFileSync(python, [reader, folder, passphrase, '--journal'], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(journal).toHaveLength(5);
  expect(journal[1]).toMatchObject({ v: 1, seq: 2, actor: 'Ada Reyes', content: { reason: 'Ärger', record: { number: 'NOTE-a' } } });
});

test('read-vault.py opens with the recovery words and with nothing else', ({ skip }) => {
  if (pythonMissing) skip(pythonMissing);
  const list = file('words.txt', wordList.join('\n'));
  const said = execFileSync(python, [reader, folder, file('recovery', words.join(' ')), '--recovery', '--words', list], { encoding: 'utf8' });
  expect(said.trim().split('\n')).toHaveLength(4);
  const refused = spawnSync(python, [reader, folder, file('wrong', 'incorrect horse')], { encoding: 'utf8' });
  expect([refused.status, refused.stdout, refused.stderr.trim()]).toEqual([1, '', 'the passphrase opens no slot']);
});

test('read-vault.py lets nobody in whom the newer copy of the slots has removed, nor a changed list, nor a newer format', async ({ skip }) => {
  if (pythonMissing) skip(pythonMissing);
  const { vault: shared, folder: at } = await place.make('Removed');
  await shared.people.add({ name: 'Ben Ott', passphrase: Buffer.from('incorrect horse') });
  const [before] = ['slots.a'].map((name) => readFileSync(path.join(at, name)));
  const ben = shared.people.list().find(({ name }) => name === 'Ben Ott');
  await shared.people.remove(ben?.slot ?? '');
  await shared.close();
  const theirs = file('theirs', 'incorrect horse');
  const said = () => {
    const { status, stdout, stderr } = spawnSync(python, [reader, at, theirs], { encoding: 'utf8' });
    return [status, stdout, stderr.trim()];
  };
  expect(said()).toEqual([1, '', 'the passphrase opens no slot']);
  // A crash between writing one copy and the other, or somebody who puts an old copy back.
  writeFileSync(path.join(at, 'slots.a'), before ?? '');
  expect(said()).toEqual([1, '', 'this key was taken away, or the slots were not written by this vault']);
  writeFileSync(path.join(at, 'slots.b'), before?.toString().replace('"generation":2', '"generation":9') ?? '');
  expect(spawnSync(python, [reader, at, theirs], { encoding: 'utf8' }).status).toBe(0);
  writeFileSync(path.join(at, 'slots.a'), readFileSync(path.join(at, 'slots.b')));
  expect(said()[2]).toContain('were not written by this vault');
  writeFileSync(path.join(at, 'slots.b'), '{"format":2}');
  expect(said()).toEqual([1, '', 'this vault is newer than what I can read']);
});

test('read-vault.py is under 150 lines', () => {
  expect(readFileSync(reader, 'utf8').trimEnd().split('\n').length).toBeLessThan(150);
});

test('SQLCipher 4 itself opens the database, finds its pages sound and searches it', async ({ skip }) => {
  if (pythonMissing) skip(pythonMissing);
  const { unlock } = await import('../../main/vault/unlock.ts');
  const { keys, opened, content } = await unlock(folder, { passphrase: place.passphrase });
  // The derivation as the document tells it, done once more without our own code.
  expect(Buffer.from(hkdfSync('sha256', opened.master, content.id, 'cordon/1 database', 32))).toEqual(keys.database);
  const script = `
import sqlcipher3, sys
db = sqlcipher3.connect(sys.argv[1])
db.execute("PRAGMA key = \\"x'" + sys.argv[2] + "'\\"")
print(db.execute("PRAGMA cipher_version").fetchone()[0])
print(db.execute("PRAGMA cipher_integrity_check").fetchall(), db.execute("PRAGMA integrity_check").fetchall())
print(db.execute("SELECT number FROM fts WHERE fts MATCH 'uberbl*'").fetchall())`;
  const copy = path.join(place.path, 'copy.db');
  cpSync(path.join(folder, 'vault.db'), copy);
  const [version, checks, found] = execFileSync(python, ['-c', script, copy, keys.database.toString('hex')], { encoding: 'utf8' })
    .trim()
    .split('\n');
  expect(version).toMatch(/^4\./);
  expect([checks, found]).toEqual(["[] [('ok',)]", "[('NOTE-a',)]"]);
});

test('minisign verifies the checkpoint with the key beside it, and not a changed one', ({ skip }) => {
  if (minisignMissing) skip(minisignMissing);
  const verify = (at: string) =>
    spawnSync('minisign', ['-V', '-p', path.join(folder, 'checkpoint.pub'), '-m', at, '-x', path.join(folder, 'checkpoint.minisig')], { encoding: 'utf8' });
  expect(verify(path.join(folder, 'checkpoint')).status).toBe(0);
  const note = readFileSync(path.join(folder, 'checkpoint'), 'utf8');
  expect(note.split('\n').slice(0, 2)).toEqual([`cordon.vault/${vault.id}`, '5']);
  expect(
    verify(
      file(
        'checkpoint.changed',
        note.replace(/\n(\d+)\n/, (_all, seq: string) => `\n${Number(seq) + 1}\n`),
      ),
    ).status,
  ).toBe(1);
});
