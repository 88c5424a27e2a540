import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportedCase } from '../../shared/records/samples/reported.ts';
import { entire, long } from '../fault/seeded.ts';
import { cordonHere } from './cordon-here.ts';
import { Bench, sha256 } from './cordon.ts';
import { unless } from './unless.ts';

/** Where CORDON_LONG is not all, the program is begun anew (`apart`) only where that is looked at: its exit, its signals, its terminal. */
const bench = new Bench(entire ? 'apart' : 'here');
const apart = (...words: string[]) => bench.start(words).done;
beforeAll(async () => {
  expect(await bench.make('V.cordon')).toMatchObject({ code: 0, json: { person: 'Ada Reyes' } });
  bench.write('sample.json', JSON.stringify(reportedCase));
  expect(await bench.on('import', 'V.cordon', bench.path('sample.json'))).toMatchObject({ code: 0, json: { records: reportedCase.records.length } });
});
afterAll(() => bench.end());

test('a new vault leaves its recovery key in a file that only its owner reads, and says nothing of it', async () => {
  const words = bench.read('V.cordon.key').toString().trim().split(/\s+/);
  expect(words).toHaveLength(24);
  const opened = await apart('list', bench.path('V.cordon'), '--recovery-key-file', bench.path('V.cordon.key'), '--json');
  expect(opened.code).toBe(0);
  expect(opened.out + opened.err).not.toContain(words.slice(0, 3).join(' '));
});

test('info needs no key', async () => {
  expect(await apart('info', bench.path('V.cordon'), '--json')).toMatchObject({ code: 0, json: { name: 'V', format: 1, persons: 1 } });
});

test('what was imported is listed, shown and found', async () => {
  const orders = reportedCase.records.filter((record) => record.kind === 'order');
  const list = (await bench.on('list', 'V.cordon', '--kind', 'order')).json as { kind: string; records: { number: string; title: string; state: string; id: string }[] };
  expect(list.kind).toBe('order');
  expect(list.records.map((one) => [one.number, one.title, one.state])).toEqual(orders.map((one) => [one.number, one.fields['title'], one.state]));
  const shown = (await bench.on('show', 'V.cordon', 'ORD-001')).json as { record: { number: string; formerNumber: string; fields: object }; linkedFrom: object[] };
  expect(shown.record).toMatchObject({ number: 'ORD-001', formerNumber: 'ORD-001', fields: { title: orders[0]?.fields['title'] } });
  expect(shown.linkedFrom.length).toBeGreaterThan(0);
  const found = (await bench.on('search', 'V.cordon', 'foreign nationals')).json as { hits: { number: string; kind: string; title: string; snippet: string }[] };
  expect(found.hits.map((hit) => hit.number)).toContain('ORD-002');
  const history = (await bench.on('history', 'V.cordon', 'ORD-001')).json as { entries: { verb: string; actor: string }[] };
  expect(history.entries).toMatchObject([{ verb: 'create', actor: 'Ada Reyes' }]);
  expect((await bench.run('show', bench.path('V.cordon'), 'ORD-001', '--passphrase-file', bench.path('passphrase'))).out).toContain('Direction to correct or withdraw');
});

test('a file taken in is extracted byte for byte, is found by its words, and its custody says so', async () => {
  const bytes = Buffer.from(`The zarzuela memo.\r\n\0${'x'.repeat(70_000)}`);
  const {
    lines: [taken],
    code,
  } = await bench.on('intake', 'V.cordon', bench.write('memo.bin', bytes), bench.write('plain.txt', 'The zarzuela letter'));
  expect(code).toBe(0);
  expect(taken).toMatchObject({ path: bench.path('memo.bin'), sha256: sha256(bytes), bytes: bytes.length });
  const number = String(taken?.['number']);
  expect(await bench.on('extract', 'V.cordon', number, '--out', bench.path('out.bin'))).toMatchObject({ code: 0, json: { number, sha256: sha256(bytes) } });
  expect(bench.read('out.bin').equals(bytes)).toBe(true);
  const found = (await bench.on('search', 'V.cordon', 'zarzuela')).json as { hits: { number: string; kind: string; snippet: string }[] };
  expect(found.hits).toMatchObject([{ kind: 'evidence_item', snippet: expect.stringContaining('zarzuela letter') }]);
  const listed = (await bench.on('list', 'V.cordon', '--kind', 'evidence_item')).json as { records: { number: string; sha256: string; bytes: number; name: string }[] };
  expect(listed.records.find((one) => one.number === number)).toMatchObject({ sha256: sha256(bytes), bytes: bytes.length, name: 'memo.bin' });
  const shown = (await bench.on('show', 'V.cordon', number)).json as { record: { fields: { custody: { action: string }[] } } };
  expect(shown.record.fields.custody.map((event) => event.action)).toEqual(['imported', 'exported']);
});

test('of several files the good ones are taken in and each bad one is named; the answer is then no', async () => {
  const ran = await bench.on('intake', 'V.cordon', bench.path('missing.txt'), bench.write('good.txt', 'good'), bench.path('V.cordon'));
  expect(ran.code).toBe(1);
  expect(ran.lines).toMatchObject([
    { path: bench.path('missing.txt'), failure: { code: 'file-unreadable', file: 'missing.txt' } },
    { path: bench.path('good.txt'), number: expect.stringMatching(/^EX-/) },
    { failure: { code: 'intake-refused', why: 'it is a vault of Cordon' } },
  ]);
});

test('a PDF and an office file are read in a job of their own', async () => {
  const pdf =
    '%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj 4 0 obj<</Length 37>>stream\nBT /F1 24 Tf 72 700 Td (tamarind) Tj ET\nendstream endobj 5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj trailer<</Root 1 0 R>>';
  expect((await bench.on('intake', 'V.cordon', bench.write('a.pdf', pdf), bench.write('b.pdf', '%PDF-1.7 broken'))).lines).toMatchObject([
    { reading: 'text' },
    { reading: 'damaged' },
  ]);
  const found = (await bench.on('search', 'V.cordon', 'tamarind')).json as { hits: object[] };
  expect(found.hits).toMatchObject([{ title: 'a.pdf' }]);
});

test('an export can be imported into another vault, says what it held back, and holds none of it', async () => {
  await bench.make('W.cordon');
  const out = (await bench.on('export', 'V.cordon', '--out', bench.path('export.json'))).json as { records: number; withheld: object[]; sha256: string };
  expect(out.withheld.length).toBeGreaterThan(0);
  expect(out.sha256).toBe(sha256(bench.read('export.json')));
  const privileged = reportedCase.records.filter((record) => record.kind === 'note').map((record) => String(record.fields['body']));
  for (const body of privileged) expect(bench.read('export.json').toString()).not.toContain(body.slice(0, 40));
  expect(await bench.on('import', 'W.cordon', bench.path('export.json'))).toMatchObject({ code: 0, json: { records: out.records } });
  expect(await bench.on('verify', 'W.cordon')).toMatchObject({ code: 0, json: { ok: true, findings: [] } });
});

test('an import with a fault changes nothing and names it', async () => {
  const before = (await bench.on('verify', 'V.cordon')).json['entries'];
  const broken = { format: 'cordon/1', records: [{ id: 'a', kind: 'note', number: 'NOTE-001', fields: { title: 'A', type: 'poem', body: 'B' } }] };
  const ran = await bench.on('import', 'V.cordon', bench.write('broken.json', JSON.stringify(broken)));
  expect(ran).toMatchObject({ code: 1, json: { failure: { code: 'import-malformed', file: 'broken.json', record: 'NOTE-001', field: 'fields.type' } } });
  expect(await bench.on('import', 'V.cordon', bench.write('cut.json', '{"format": "cordon/1",\n"records": ['))).toMatchObject({
    code: 1,
    json: { failure: { code: 'import-malformed', line: 2 } },
  });
  expect((await bench.on('verify', 'V.cordon')).json['entries']).toBe(before);
});

test('a passphrase that is wrong, a vault that is not there and a record that is not there are said in words and as data', async () => {
  bench.write('wrong', 'not the passphrase\n');
  const wrong = ['list', bench.path('V.cordon'), '--passphrase-file', bench.path('wrong')];
  expect(await bench.run(...wrong, '--json')).toMatchObject({ code: 1, json: { failure: { code: 'wrong-passphrase' } }, err: '' });
  expect(await apart(...wrong)).toMatchObject({ code: 1, out: '', err: 'That passphrase does not open this vault.\n' });
  expect(await bench.on('list', 'Nowhere.cordon')).toMatchObject({ code: 1, json: { failure: { code: 'vault-not-found' } } });
  expect(await bench.on('show', 'V.cordon', 'ORD-999')).toMatchObject({ code: 1, json: { failure: { code: 'record-not-found', number: 'ORD-999' } } });
  expect(await bench.make('V.cordon')).toMatchObject({ code: 1 });
});

test('what is not understood is answered with the usage and exit code 2', async () => {
  // In this process: eleven times the same program is not begun anew. What the program makes of it is looked at below.
  for (const words of [
    [],
    ['frobnicate'],
    ['list'],
    ['list', 'V', '--frob'],
    ['list', 'V', 'W', 'X'],
    ['list', 'V', '--kind', 'spell'],
    ['deadline'],
    ['deadline', 'compute'],
    ['extract', 'V', 'EX-001'],
    ['new', 'V'],
    ['file', 'V', 'poem', '--model', 'M', '--out', 'x'],
  ]) {
    const ran = await cordonHere(words, bench.path('state'));
    expect([words.join(' '), ran.code, ran.out]).toEqual([words.join(' '), 2, '']);
    expect(ran.err).toContain('usage: cordon');
  }
  expect(await apart('list', 'V', '--frob')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('usage: cordon') });
  expect((await apart('list', '--json')).json).toMatchObject({ failure: { code: 'misuse' } });
  expect((await bench.run('--help')).code).toBe(0);
});

test('no passphrase is taken from an argument, and none is asked for where there is no terminal', async () => {
  expect((await bench.run('list', bench.path('V.cordon'), '--passphrase', 'x')).code).toBe(2);
  expect(await apart('list', bench.path('V.cordon'), '--json')).toMatchObject({ code: 1, json: { failure: { code: 'not-available-here' } } });
  expect((await bench.start(['list', bench.path('V.cordon'), '--passphrase-fd', '0', '--json'], 'correct horse battery staple\n').done).code).toBe(0);
});

test('at a terminal the passphrase is asked for and not shown, and Ctrl+C ends the asking', async (context) => {
  const words = ['list', bench.path('V.cordon'), '--kind', 'order'];
  const right = await bench.atTerminal(words, 'Passphrase: ', 'correct horse battery staplex\x7f\r');
  if (!right) {
    context.skip('there is no program here that gives a terminal (script)');
    return;
  }
  expect(right.code).toBe(0);
  expect(right.out).toContain('ORD-001');
  expect(right.out).not.toContain('horse');
  const stopped = await bench.atTerminal(words, 'Passphrase: ', 'corr\x03');
  expect(stopped?.code).toBe(1);
  expect(stopped?.out).toContain('Cancelled.');
});

test('a vault that is open in one program is not opened by another', async () => {
  const files = Array.from({ length: 200 }, (_, index) => bench.write(`many-${index}.txt`, `file ${index}`));
  const first = bench.start(['intake', bench.path('V.cordon'), ...files, '--passphrase-file', bench.path('passphrase'), '--json']);
  await first.says('many-0.txt');
  // Stopped in the middle, so that it cannot have ended before the other begins.
  first.stop('SIGSTOP');
  expect(await bench.on('list', 'V.cordon')).toMatchObject({ code: 1, json: { failure: { code: 'vault-open-elsewhere' } } });
  first.stop('SIGCONT');
  expect((await first.done).code).toBe(0);
});

test('Ctrl+C stops between two files, keeps what was said and leaves the vault sound; kill -9 too', async () => {
  for (const signal of ['SIGINT', 'SIGKILL'] as const) {
    const files = Array.from({ length: 200 }, (_, index) => bench.write(`${signal}-${index}.txt`, `${signal} ${index}`));
    const running = bench.start(['intake', bench.path('V.cordon'), ...files, '--passphrase-file', bench.path('passphrase'), '--json']);
    await running.says(`${signal}-3.txt`);
    running.stop(signal);
    const { code, lines } = await running.done;
    expect(code).toBe(signal === 'SIGINT' ? 1 : null);
    if (signal === 'SIGINT') expect(lines.at(-1)).toEqual({ failure: { code: 'cancelled' } });
    const taken = lines.filter((line) => 'number' in line);
    expect(taken.length).toBeLessThan(200);
    const { records } = (await bench.on('list', 'V.cordon', '--kind', 'evidence_item')).json as { records: { sha256: string }[] };
    const here = new Set(records.map((record) => record.sha256));
    for (const line of taken) expect(here.has(String(line['sha256']))).toBe(true);
    expect(await bench.on('verify', 'V.cordon')).toMatchObject({ code: 0, json: { ok: true } });
  }
});

test('a changed byte is found, named and makes the answer no; damaged evidence is not extracted', async () => {
  await bench.make('D.cordon');
  const [taken] = (await bench.on('intake', 'D.cordon', bench.write('d.txt', 'damage me'))).lines;
  const blobs = bench.path('D.cordon/blobs');
  const blob = readdirSync(blobs, { recursive: true, withFileTypes: true }).find((entry) => entry.isFile());
  const file = path.join(blob?.parentPath ?? '', blob?.name ?? '');
  const bytes = readFileSync(file);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  writeFileSync(file, bytes);
  const checked = await bench.on('verify', 'D.cordon');
  expect(checked).toMatchObject({ code: 1, json: { ok: false } });
  expect((checked.json as { findings: object[] }).findings).toHaveLength(1);
  expect(await bench.on('extract', 'D.cordon', String(taken?.['number']), '--out', bench.path('d.out'))).toMatchObject({
    code: 1,
    json: { failure: { code: 'blob-damaged', number: taken?.['number'], file: 'd.txt' } },
  });
  expect(readdirSync(bench.folder).filter((name) => name.includes('d.out'))).toEqual([]);
});

test('a time limit is computed and examples are checked without a vault', async () => {
  const answer = await bench.run('deadline', 'compute', '--rule', 'bis.766.answer.30', '--trigger', '2026-06-04', '--json');
  expect(answer).toMatchObject({ code: 0, json: { due: '2026-07-06', confirmed: false } });
  expect(await bench.run('deadline', 'compute', '--rule', 'no.such', '--trigger', '2026-06-04', '--json')).toMatchObject({ code: 1, json: { failure: { code: 'rule-unknown' } } });
  const example = {
    id: 'x',
    kind: 'computed',
    source_quality: null,
    rule_id: 'bis.766.answer.30',
    counting_method: 'BIS766',
    input: { trigger: '2026-06-04' },
    expected: { due: '2026-07-06' },
    explanation: '',
    source: '',
  };
  bench.write('examples.json', JSON.stringify({ vectors: [example, { ...example, id: 'y', expected: { due: '2026-07-04' } }] }));
  expect(await bench.run('deadline', 'check', bench.path('examples.json'), '--json')).toMatchObject({
    code: 1,
    json: {
      rows: [
        { id: 'x', ok: true, why: null },
        { id: 'y', ok: false, computed: { due: '2026-07-06' }, why: expect.stringContaining('2026-07-04') },
      ],
    },
  });
});

unless(long ? null : 'the demonstration is made by npm run demo, and here where CORDON_LONG is 1')('the demonstration makes a sound vault and its papers', async () => {
  const ran = await apart('demo', '--into', bench.path('demo'), '--json');
  expect(ran).toMatchObject({ code: 0, json: { verified: true, files: 3 } });
  const { vault, passphraseFile, pdfs } = ran.json as { vault: string; passphraseFile: string; pdfs: string[] };
  expect(pdfs.filter((pdf) => pdf.includes('outgoing')).length).toBeGreaterThan(0);
  // Three papers for ourselves about the first model of each of two cases, and the one that a filing lets go.
  expect(pdfs).toHaveLength(7);
  for (const pdf of pdfs) expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  const list = await bench.run('list', vault, '--kind', 'release', '--passphrase-file', passphraseFile, '--json');
  expect((list.json as { records: object[] }).records).toHaveLength(7);
  const leak = spawnSync('grep', ['-rlE', 'Heron|Corvane|Fable', vault], { encoding: 'utf8' });
  if (!leak.error) expect(leak.stdout).toBe('');
});
