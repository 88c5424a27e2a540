import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportApprovals } from '../../main/exchange/export-approvals.ts';
import { fileDestination } from '../../main/exchange/file-destination.ts';
import { makeTestVault, type TestVault } from '../../main/records/test-vault.ts';

const python = process.env['CORDON_PYTHON'] ?? path.join(import.meta.dirname, '..', '..', '.venv', 'bin', 'python');
const pythonMissing = existsSync(python) && spawnSync(python, ['-c', 'import nacl']).status === 0 ? null : 'no Python with PyNaCl';
const minisignMissing = spawnSync('minisign', ['-v']).error ? 'minisign is not installed' : null;

let home: TestVault;
let folder: string;
interface Given {
  readonly people: readonly { readonly name: string; readonly minisign: string; readonly publicKey: string }[];
  readonly approvals: readonly { readonly number: string; readonly by: string; readonly statement: string; readonly minisig: string }[];
}
let given: Given;
let exported: string;

beforeAll(async () => {
  home = await makeTestVault();
  folder = path.dirname(home.vault.folder);
  const { records, vault } = home;
  const caseId = (await records.change(null, (w) => w.create('case', { caseId: null, fields: { title: 'A case' } }))).result.id;
  await records.change(null, (w) => w.create('filing', { caseId, fields: { title: 'Überblick', forum: 'agency', profile: 'outgoing', type: 'order_summary' } }));
  await records.approve({ number: 'FIL-001', role: 'approver' });
  exported = path.join(folder, 'approvals.json');
  await exportApprovals(records, { number: 'FIL-001', audience: 'internal', people: vault.people.list(), destination: fileDestination(exported, 'x') });
  // Proof of the cast: what was just written, compared field by field below.
  given = JSON.parse(readFileSync(exported, 'utf8')) as Given;
});
afterAll(async () => {
  await home.end();
  rmSync(folder, { recursive: true, force: true });
});

const one = () => given.approvals[0] ?? expect.unreachable();
const keyOf = (name: string) => given.people.find((person) => person.name === name) ?? expect.unreachable();

test('minisign checks an exported approval with the public key beside it, and refuses one changed letter, another key and another signature', ({ skip }) => {
  if (minisignMissing) skip(minisignMissing);
  const check = (statement: string, minisig: string, key: string) => {
    const file = path.join(folder, 'statement');
    writeFileSync(file, statement);
    writeFileSync(`${file}.minisig`, minisig);
    return spawnSync('minisign', ['-V', '-P', key, '-m', file], { encoding: 'utf8' });
  };
  const { by, statement, minisig } = one();
  const sound = check(statement, minisig, keyOf(by).minisign);
  expect([sound.status, sound.stdout]).toEqual([0, expect.stringContaining('cordon approval of FIL-001 as approver')]);
  expect(check(statement.replace('FIL-001', 'FIL-002'), minisig, keyOf(by).minisign).status).toBe(1);
  expect(check(statement, minisig.replace('as approver', 'as second_reviewer'), keyOf(by).minisign).status).toBe(1);
});

test('PyNaCl checks it too, with nothing but BLAKE2b and the 32 bytes of the key', ({ skip }) => {
  if (pythonMissing) skip(pythonMissing);
  const script = `
import base64, hashlib, json, sys
from nacl.signing import VerifyKey
given = json.load(open(sys.argv[1], encoding="utf-8"))
keys = {person["name"]: VerifyKey(base64.b64decode(person["publicKey"])) for person in given["people"]}
for approval in given["approvals"]:
    packed = base64.b64decode(approval["minisig"].split("\\n")[1])
    assert packed[:2] == b"ED" and len(packed) == 74
    text = approval["statement"].encode()
    keys[approval["by"]].verify(hashlib.blake2b(text).digest(), packed[10:])
    said = json.loads(text)
    assert json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode() == text
    print(said["number"], said["role"], said["person"])`;
  const run = (file: string) => spawnSync(python, ['-c', script, file], { encoding: 'utf8' });
  expect(run(exported)).toMatchObject({ status: 0, stdout: 'FIL-001 approver Ada Reyes\n' });
  const forged = path.join(folder, 'forged.json');
  writeFileSync(forged, readFileSync(exported, 'utf8').replace('FIL-001\\",\\"person', 'FIL-009\\",\\"person'));
  expect(readFileSync(forged, 'utf8')).not.toBe(readFileSync(exported, 'utf8'));
  expect(run(forged).stderr).toContain('BadSignature');
});

test('what was signed names the entry and its digest as the journal holds them', () => {
  const said = JSON.parse(one().statement) as { entry: number; body: string; record: string };
  const head = home.vault.reader.prepare<[number], Buffer>('SELECT head FROM journal WHERE seq = ?').pluck().get(said.entry);
  expect(JSON.parse(head?.toString() ?? '')).toMatchObject({ record: said.record, body: said.body, kind: 'filing' });
  expect(home.records.reading().all('release').at(-1)?.fields).toMatchObject({ what: 'Approvals of FIL-001', numbers: ['APP-001'] });
});
