import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { openVault } from '../../main/vault/vault.ts';
import { Bench, sha256 } from '../end-to-end/cordon.ts';
import { entire, long } from '../fault/seeded.ts';

/** What thirty of the files come to, as somebody who opened each of them knows: PDF with and without a text layer, mail, mailboxes, office, calendars, lists. */
const verdicts: Readonly<Record<string, 'text' | 'no-text'>> = {
  'court-pdf/multi_line_redaction_ok.pdf': 'text',
  'court-pdf/no_bad_redactions.2.1.pdf': 'text',
  'court-pdf/ok_words.pdf': 'text',
  'court-pdf/rectangles_yes.pdf': 'text',
  'court-pdf/whitespace_redactions.pdf': 'text',
  'pdf-misc/ocr-latin+pic.pdf': 'text',
  'pdf-misc/ocr-scan-aluminum.pdf': 'no-text',
  'email-eml/1.eml': 'text',
  'email-eml/jpst-2147.eml': 'text',
  'email-mbox/simple.mbox': 'text',
  'email-mbox/single_mail.mbox': 'text',
  'office/MorePII.docx': 'text',
  'office/excelbook_with_embedded_objects.xlsx': 'text',
  'office/word_with_embedded_objects.docx': 'no-text',
  'office/word_with_embedded_objects_xls_tables.docx': 'no-text',
  'loadfile/load-subset-60.psv': 'text',
  'federal-register/bis-ai-fr-documents.json': 'text',
  'oscal/ifa_plan-of-action-and-milestones.xml': 'text',
  'oscal/ifa_plan-of-action-and-milestones.yaml': 'text',
  'screening-lists/sdn.xml': 'text',
  'screening-lists/dpl.txt': 'text',
  'screening-lists/el.csv': 'text',
  'icalendar/calendars__broken_ical.ics': 'text',
  'us-cfr/15cfr-part-766.md': 'text',
  'us-cfr/15cfr-part-764.md': 'text',
  'icalendar/calendars__empty_RDATE.ics': 'text',
  'court-pdf/unfilled_rect.pdf': 'text',
  'pdfa-verapdf/PDF_A-2b/veraPDF_test_suite_6-5-1-t01-fail-a.pdf': 'no-text',
  'pdfa-verapdf/PDF_A-2b/veraPDF_test_suite_6-5-1-t01-fail-f.pdf': 'no-text',
  'pdfa-verapdf/PDF_A-2b/veraPDF_test_suite_6-5-1-t01-fail-h.pdf': 'no-text',
};

const inputs = process.env['CORDON_INPUTS'];
const bench = new Bench(entire ? 'apart' : 'here');
afterAll(() => bench.end());

/** Files and their digests as somebody else's program wrote them down. */
function manifest(folder: string): Map<string, string> {
  const lines = readFileSync(path.join(folder, 'MANIFEST.sha256'), 'utf8').split('\n').filter(Boolean);
  return new Map(lines.map((line) => [path.join(folder, line.slice(66).replace(/^\.\//, '')), line.slice(0, 64)]));
}

test('each file of the public inputs is taken in with the digest of its manifest and comes out byte for byte', async (context) => {
  if (!inputs || !existsSync(path.join(inputs, 'MANIFEST.sha256'))) {
    context.skip('CORDON_INPUTS names no folder of inputs');
    return;
  }
  // Those of which something is said below and every third of the others in CI; all of them by hand.
  const said = new Set([...Object.keys(verdicts), 'email-mbox/simple.mbox'].map((name) => path.join(inputs, name)));
  const digests = new Map([...manifest(inputs)].filter(([file], at) => entire || at % 3 === 0 || said.has(file)));
  const files = [...digests.keys()];
  await bench.make('I.cordon');
  const taken = await bench.on('intake', 'I.cordon', ...files);
  expect(taken.lines.filter((line) => 'failure' in line)).toEqual([]);
  expect(new Map(taken.lines.map((line) => [line['path'], line['sha256']]))).toEqual(digests);

  // What each sort of file comes to, by name: no text layer, a password, damage, attachments as children.
  const read = new Map(taken.lines.map((line) => [path.relative(inputs, String(line['path'])), line['reading']]));
  for (const [name, verdict] of Object.entries(verdicts)) expect([name, read.get(name)]).toEqual([name, verdict]);
  // Another program agrees on every PDF whether it has words.
  const poppler = (file: string) => spawnSync('pdftotext', [file, '-'], { encoding: 'utf8' }).stdout;
  if (!spawnSync('pdftotext', ['-v']).error) {
    const pdfs = files.filter((file) => file.endsWith('.pdf'));
    expect(pdfs.map((file) => [file, read.get(path.relative(inputs, file))])).toEqual(pdfs.map((file) => [file, poppler(file).trim() === '' ? 'no-text' : 'text']));
  }
  const statuses = new Map<string, number>();
  for (const status of read.values()) statuses.set(String(status), (statuses.get(String(status)) ?? 0) + 1);
  expect(statuses.get('text')).toBeGreaterThan(files.length * 0.8);
  for (const status of ['timed-out', 'too-large', 'not-read']) expect([status, statuses.get(status) ?? 0]).toEqual([status, 0]);
  const inside = (name: string) => (taken.lines.find((line) => String(line['path']).endsWith(name))?.['children'] ?? []) as { name: string; reading: string }[];
  expect(inside('email-mbox/simple.mbox').map((one) => [one.name, one.reading])).toEqual([
    ['message 1.eml', 'text'],
    ['message 2.eml', 'text'],
  ]);
  // A Word file whose own page has no words, because all of them stand in the files that were put into it.
  expect(inside('office/word_with_embedded_objects.docx').map((one) => [path.basename(one.name), one.reading])).toContainEqual(['Microsoft_Office_Word_Document3.docx', 'text']);

  const vault = await openVault(
    bench.path('I.cordon'),
    { passphrase: Buffer.from('correct horse battery staple') },
    { clock: () => ({ instant: Date.now(), zone: 'UTC' }), random: randomBytes, stateFolder: bench.path('state') },
  );
  for (const [file, digest] of digests) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of vault.blobs.open(digest)) chunks.push(chunk);
    expect([file, Buffer.concat(chunks).equals(readFileSync(file))]).toEqual([file, true]);
  }
  await vault.close();

  // One of every sort of file through the command line too.
  const bySort = new Map(taken.lines.map((line) => [path.extname(String(line['path'])), line]));
  for (const [sort, line] of [...bySort].filter((_, at) => entire || at % 4 === 0)) {
    const out = bench.path(`out${sort}`);
    expect((await bench.on('extract', 'I.cordon', String(line['number']), '--out', out)).code).toBe(0);
    expect(readFileSync(out).equals(readFileSync(String(line['path'])))).toBe(true);
    expect(sha256(readFileSync(out))).toBe(line['sha256']);
    rmSync(out);
  }
  expect(await bench.on('verify', 'I.cordon')).toMatchObject({ code: 0, json: { ok: true, findings: [] } });
  const search = (await bench.on('search', 'I.cordon', 'voluntary self-disclosure', '--limit', '5')).json as { hits: { kind: string }[] };
  expect(search.hits.map((hit) => hit.kind)).toContain('evidence_item');
}, 900_000);

test('files that cannot be read say why and are kept all the same; what is no plain file is refused by name', async ({ skip }) => {
  if (!long) skip('files of hundreds of megabytes are made for it; told where CORDON_LONG is 1, and each verdict by the tests of the reader');
  await bench.make('W.cordon');
  const office = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]);
  const made: [string, string | Uint8Array, string][] = [
    ['damaged.pdf', '%PDF-1.7 and then nothing', 'damaged'],
    ['damaged.zip', 'PK\u0003\u0004 broken', 'damaged'],
    ['password.docx', office, 'encrypted'],
    ['bomb.docx', zipSync({ 'word/document.xml': [new Uint8Array(97 * 1024 * 1024), { level: 1 }] }), 'too-large'],
    ['bomb.zip', zipSync({ zeros: [new Uint8Array(80 * 1024 * 1024), { level: 9 }] }), 'too-large'],
    ['long.log', Buffer.alloc(65 * 1024 * 1024, 'line of a log\n'), 'too-large'],
    // Too large to be held: its files come out one after the other, but for one that is too large itself.
    ['large.zip', zipSync({ 'noise.bin': [randomBytes(65 * 1024 * 1024), { level: 0 }], 'small.txt': Buffer.from('words') }), 'text'],
    ['letter.doc', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(2000)]), 'not-read'],
    ['nothing.bin', new Uint8Array([0, 1, 2, 3]), 'not-read'],
  ];
  mkdirSync(bench.path('odd'));
  for (const [name, content] of made) bench.write(`odd/${name}`, content);
  const taken = await bench.on('intake', 'W.cordon', bench.path('odd'));
  expect(new Map(taken.lines.map((line) => [path.basename(String(line['path'])), line['reading']]))).toEqual(new Map(made.map(([name, , reading]) => [name, reading])));
  for (const line of taken.lines) expect(line['sha256']).toBe(sha256(readFileSync(String(line['path']))));
  expect(taken.lines.find((line) => String(line['path']).endsWith('bomb.zip'))).toMatchObject({ notTakenOut: [{ why: expect.stringContaining('times its size') }] });
  expect(taken.lines.find((line) => String(line['path']).endsWith('large.zip'))).toMatchObject({
    children: [{ name: 'small.txt', reading: 'text' }],
    notTakenOut: [{ name: 'noise.bin', why: 'it would unpack to 65 MB' }],
  });
  expect(await bench.on('verify', 'W.cordon')).toMatchObject({ code: 0, json: { ok: true } });
});

test('a PDF that another program locked is kept, and said to be encrypted', async ({ skip }) => {
  const original = path.join(inputs ?? skip('CORDON_INPUTS names no folder of inputs'), 'court-pdf/ok_words.pdf');
  await bench.make('L.cordon');
  writeFileSync(bench.path('plain.pdf'), readFileSync(original));
  if (spawnSync('qpdf', ['--encrypt', 'u', 'o', '256', '--', bench.path('plain.pdf'), bench.path('locked.pdf')]).error) skip('qpdf is not installed');
  expect((await bench.on('intake', 'L.cordon', bench.path('locked.pdf'))).lines).toMatchObject([{ reading: 'encrypted' }]);
});

/** A PDF of 60 KB whose ten thousand pages each draw 100,000 lines: it is sound, and takes ten minutes to read. */
function slowPdf(pages: number): Buffer {
  const drawing = deflateSync(Buffer.from('0 0 m 9 9 l 3 4 5 6 7 8 c S q Q '.repeat(20_000)));
  const objects = [
    Buffer.from('<</Type/Catalog/Pages 2 0 R>>'),
    Buffer.from(`<</Type/Pages/Count ${pages}/Kids[${'3 0 R '.repeat(pages)}]>>`),
    Buffer.from('<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<<>>>>'),
    Buffer.concat([Buffer.from(`<</Length ${drawing.length}/Filter/FlateDecode>>\nstream\n`), drawing, Buffer.from('\nendstream')]),
  ];
  const parts = [Buffer.from('%PDF-1.7\n')];
  const places: number[] = [];
  const length = () => parts.reduce((sum, part) => sum + part.length, 0);
  for (const [at, object] of objects.entries()) {
    places.push(length());
    parts.push(Buffer.from(`${at + 1} 0 obj\n`), object, Buffer.from('\nendobj\n'));
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const end = length();
  return Buffer.concat([...parts, Buffer.from(`xref\n0 5\n0000000000 65535 f \n${table}trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n${end}\n%%EOF\n`)]);
}

test('a file that takes too long to read is stopped in its job, kept whole, and says so', async () => {
  await bench.make('T.cordon');
  const slow = bench.write('slow.pdf', slowPdf(10_000));
  const quick = bench.write('quick.pdf', slowPdf(1));
  const began = performance.now();
  const taken = await bench.on('intake', 'T.cordon', slow, quick, '--read-seconds', '3');
  expect(performance.now() - began).toBeLessThan(40_000);
  expect(taken.lines.map((line) => [line['reading'], line['sha256']])).toEqual([
    ['timed-out', sha256(readFileSync(slow))],
    ['no-text', sha256(readFileSync(quick))],
  ]);
  // No job is left behind, and the bytes are all there.
  expect(await bench.on('extract', 'T.cordon', 'EX-001', '--out', bench.path('slow-out.pdf'))).toMatchObject({ code: 0 });
  expect(readFileSync(bench.path('slow-out.pdf')).equals(readFileSync(slow))).toBe(true);
  expect(await bench.on('intake', 'T.cordon', slow, '--read-seconds', '0')).toMatchObject({ code: 2 });
});

test('a real load file: sixty mails, each with the MD5 that it lists, and their paths and numbers', async (context) => {
  if (!inputs) return context.skip('CORDON_INPUTS names no folder of inputs');
  await bench.make('L.cordon');
  const file = path.join(inputs, 'loadfile/load-subset-60.psv');
  const ran = await bench.on('intake', 'L.cordon', '--load-file', file);
  expect(ran.lines.filter((line) => 'failure' in line)).toEqual([]);
  expect(ran.lines).toHaveLength(60);
  const [, ...rows] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  for (const row of [rows[0], rows.at(-1)]) {
    const cells = row?.split('|') ?? [];
    const line = ran.lines.find((one) => one['control'] === cells[0]);
    const item = (await bench.on('show', 'L.cordon', String(line?.['number']))).json as { record: { fields: object } };
    expect(item.record.fields).toMatchObject({ bates: cells[0], original: { filename: cells[1], md5: cells.at(-1) }, source: { path: cells[4] } });
  }
  // One changed byte, and its line is refused, and no other.
  cpSync(path.dirname(file), bench.path('volume'), { recursive: true });
  const native = rows[5]?.split('|').find((cell) => cell.startsWith('native/')) ?? '';
  writeFileSync(bench.path(`volume/${native}`), 'changed');
  const few = bench.path('volume/load-subset-60.psv');
  writeFileSync(few, readFileSync(few, 'utf8').split('\n').slice(0, 9).join('\n'));
  const changed = await bench.on('intake', 'L.cordon', '--load-file', few);
  expect(changed.lines.filter((line) => 'failure' in line)).toMatchObject([{ line: 7, failure: { code: 'intake-refused', why: expect.stringContaining('MD5') } }]);
});
