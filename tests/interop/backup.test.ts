import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Bench, sha256 } from '../end-to-end/cordon.ts';

/** Backups by the command line, opened by programs that know nothing of Cordon. */
const bench = new Bench();
const tools = ['tar', 'sha256sum', 'age', 'age-keygen', 'minisign'] as const;
const missing = tools.filter((tool) => spawnSync(tool, ['--version']).error);
const evidence = Buffer.from(`The zarzuela memo.\n${'x'.repeat(300_000)}`);
const run = (program: string, words: readonly string[], cwd = bench.folder) => execFileSync(program, words, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

beforeAll(async () => {
  await bench.make('V.cordon');
  bench.write('case.json', JSON.stringify({ format: 'cordon/1', records: [{ id: 'c', kind: 'case', fields: { title: 'A case' } }] }));
  await bench.on('import', 'V.cordon', bench.path('case.json'));
  await bench.on('intake', 'V.cordon', bench.write('memo.txt', evidence), '--no-text');
  expect(await bench.on('backup', 'V.cordon', '--out', bench.path('plain.cordon.tar'))).toMatchObject({ code: 0, json: { blobs: 1, unsound: 0, locked: false, recorded: true } });
});
afterAll(() => bench.end());

test('tar unpacks a backup, sha256sum and minisign find it whole, and what lies there is a vault that opens', async ({ skip }) => {
  if (missing.length > 0) skip(`${missing.join(', ')} not installed`);
  mkdirSync(bench.path('by-tar'));
  expect(run('tar', ['tvf', 'plain.cordon.tar'])).not.toMatch(/^[^-]/m);
  expect(spawnSync('tar', ['xf', 'plain.cordon.tar', '-C', 'by-tar'], { cwd: bench.folder, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  const folder = bench.path('by-tar/V.cordon');
  expect(run('sha256sum', ['--strict', '-c', 'manifest.sha256'], folder)).not.toContain('FAILED');
  expect(run('minisign', ['-V', '-p', 'checkpoint.pub', '-m', 'manifest.sha256'], folder)).toContain('verified');
  expect(run('minisign', ['-V', '-p', 'checkpoint.pub', '-m', 'checkpoint'], folder)).toContain('verified');
  const listed = await bench.run('list', folder, '--passphrase-file', bench.path('passphrase'), '--kind', 'evidence_item', '--json');
  expect(listed.json).toMatchObject({ records: [{ number: 'EX-001', sha256: sha256(evidence) }] });
});

test('a backup locked for a recipient is opened by age, and one that age locked is restored', async ({ skip }) => {
  if (missing.length > 0) skip(`${missing.join(', ')} not installed`);
  run('age-keygen', ['-o', 'counsel.key']);
  run('age-keygen', ['-o', 'other.key']);
  const recipient = run('age-keygen', ['-y', 'counsel.key']).trim();
  const saved = await bench.on('backup', 'V.cordon', '--out', bench.path('locked.age'), '--to', recipient);
  expect(saved).toMatchObject({ code: 0, json: { locked: true, sha256: sha256(bench.read('locked.age')), bytes: bench.read('locked.age').length } });
  run('age', ['-d', '-i', 'counsel.key', '-o', 'opened.tar', 'locked.age']);
  expect(run('tar', ['tf', 'opened.tar'])).toContain('V.cordon/vault.db');
  const into = bench.path('From age.cordon');
  expect(await bench.on('restore', 'locked.age', '--into', into)).toMatchObject({ code: 1, json: { failure: { code: 'backup-refused', why: 'wrapped' } } });
  expect(await bench.on('restore', 'locked.age', '--into', into, '--identity', bench.path('other.key'))).toMatchObject({
    json: { failure: { code: 'backup-refused', why: 'identity' } },
  });
  expect(existsSync(into)).toBe(false);
  expect(await bench.on('restore', 'locked.age', '--into', into, '--identity', bench.path('counsel.key'))).toMatchObject({ code: 0, json: { ok: true, files: 1 } });
  run('age', ['-r', recipient, '-o', 'by-age.age', 'plain.cordon.tar']);
  expect(await bench.on('restore', 'by-age.age', '--into', bench.path('W.cordon'), '--identity', bench.path('counsel.key'))).toMatchObject({ code: 0, json: { ok: true } });
  // As text, for mail: whole it is restored, cut it is refused.
  run('age', ['-a', '-r', recipient, '-o', 'armored.age', 'plain.cordon.tar']);
  expect(await bench.on('restore', 'armored.age', '--into', bench.path('A.cordon'))).toMatchObject({ code: 1, json: { failure: { code: 'backup-refused', why: 'wrapped' } } });
  expect(await bench.on('restore', 'armored.age', '--into', bench.path('A.cordon'), '--identity', bench.path('counsel.key'))).toMatchObject({ code: 0, json: { ok: true } });
  bench.write('armored-cut.age', bench.read('armored.age').subarray(0, 100_000));
  expect(await bench.on('restore', 'armored-cut.age', '--into', bench.path('X.cordon'), '--identity', bench.path('counsel.key'))).toMatchObject({
    json: { failure: { code: 'backup-refused', why: 'damaged' } },
  });
  const cut = bench.write('cut.age', bench.read('locked.age').subarray(0, 100_000));
  expect(await bench.on('restore', path.basename(cut), '--into', bench.path('X.cordon'), '--identity', bench.path('counsel.key'))).toMatchObject({
    json: { failure: { code: 'backup-refused', why: 'damaged' } },
  });
  expect(readdirSync(bench.folder).filter((name) => name.includes('.tmp'))).toEqual([]);
});

test('a recipient that is none is named, and no file comes of it', async () => {
  expect(await bench.on('backup', 'V.cordon', '--out', bench.path('none.age'), '--to', 'age1nonsense')).toMatchObject({
    code: 2,
    json: { failure: { code: 'not-a-recipient', typed: 'age1nonsense' } },
  });
  expect(existsSync(bench.path('none.age'))).toBe(false);
});

test('an erasure shows what it will touch, needs its authority, and says which backups hold the content still', async () => {
  const { json } = await bench.on('erase', 'V.cordon', 'EX-001');
  const preview = json['preview'] as { records: { number: string }[]; backups: { file: string }[] };
  expect(json).toMatchObject({ erased: [], preview: { files: { count: 1 } } });
  expect([preview.records.map(({ number }) => number), preview.backups.map(({ file }) => file)]).toEqual([['EX-001', 'TXT-001'], expect.arrayContaining(['plain.cordon.tar'])]);
  expect(await bench.on('erase', 'V.cordon', 'EX-001', '--yes')).toMatchObject({ code: 2, json: { failure: { code: 'misuse' } } });
  const why = ['--authority', 'clawback', '--paper', 'Letter of 3 January 2031', '--reason', 'Sent by mistake.'];
  expect(await bench.on('sequester', 'V.cordon', 'EX-001', ...why)).toMatchObject({ code: 0, json: { sequestered: ['EX-001', 'TXT-001'] } });
  expect((await bench.on('extract', 'V.cordon', 'EX-001', '--out', bench.path('no.out'))).json).toMatchObject({ failure: { code: 'release-withheld' } });
  expect(await bench.on('lift', 'V.cordon', 'EX-001', '--reason', 'to be erased')).toMatchObject({ code: 0 });
  expect(await bench.on('erase', 'V.cordon', 'EX-001', ...why, '--yes')).toMatchObject({ code: 0, json: { erased: ['EX-001', 'TXT-001'] } });
  expect(await bench.on('verify', 'V.cordon')).toMatchObject({ code: 0, json: { ok: true, findings: [] } });
  expect(readdirSync(bench.path('V.cordon/blobs'), { recursive: true }).filter((name) => String(name).length > 30)).toEqual([]);
});

test('the restored vault lists and extracts what was saved, by the recovery key as well, and its history says where it came from', async () => {
  const into = bench.path('R.cordon');
  const restored = await bench.run('restore', bench.path('plain.cordon.tar'), '--into', into, '--recovery-key-file', bench.path('V.cordon.key'), '--json');
  expect(restored).toMatchObject({ code: 0, json: { ok: true, incarnation: 2, files: 1, findings: [] } });
  await bench.on('extract', 'R.cordon', 'EX-001', '--out', bench.path('memo.out'));
  expect(sha256(bench.read('memo.out'))).toBe(sha256(evidence));
  const { json } = await bench.on('history', 'R.cordon');
  expect((json['entries'] as { verb: string; reason: string }[]).find((entry) => entry.verb === 'restored')?.reason).toContain('plain.cordon.tar');
  // The restored one was opened in earnest: the one it was taken from is older than what this user has seen.
  expect((await bench.on('sequester', 'V.cordon', 'EX-001', '--authority', 'privacy', '--paper', 'Request', '--reason', 'x')).json).toMatchObject({
    failure: { code: 'vault-read-only' },
  });
});
