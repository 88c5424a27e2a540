import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer } from '../../shared/failure/failure.ts';
import { makeTestVault, type TestVault } from '../records/test-vault.ts';
import { takeIn, type TakenIn } from './intake.ts';
import { readerJob, readWhole } from './reader/read.ts';
import { textOfItem } from './text-of-item.ts';
import { sourceOfBytes } from './source-file.ts';

let home: TestVault;
beforeAll(async () => {
  home = await makeTestVault();
});
afterAll(() => home.end());

const bytes = (text: string): Uint8Array => Buffer.from(text);
const zip = (files: Record<string, Uint8Array | string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content])));
const take = (name: string, content: Uint8Array): Promise<TakenIn> =>
  takeIn(
    { vault: home.vault, records: home.records, runJob: (_entry, input) => readerJob(input), clock: () => ({ instant: home.now(), zone: 'UTC' }) },
    sourceOfBytes(name, content, home.now()),
    { caseId: null },
  );
const fields = (number: string) => home.records.reading().require(number).fields;
const sample = (name: string) => readFileSync(path.resolve(import.meta.dirname, '../../tests/samples/outlook', name));

const mail = (boundary: string, ...parts: string[]) =>
  [
    'From: Ann <ann@example.test>',
    'Subject: Two papers',
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary=${boundary}`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain',
    '',
    'See both.',
    ...parts.flatMap((part) => [`--${boundary}`, part]),
    `--${boundary}--`,
    '',
  ].join('\r\n');
const attached = (name: string, text: string) =>
  `Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(text).toString('base64')}`;

test('attachments become items of their own, attached to their mail, byte for byte', async () => {
  const taken = await take('two.eml', bytes(mail('x', attached('order.txt', 'Cease access'), attached('../../log.txt', 'switched off'))));
  expect(taken.children.map(({ name, parent, bytes: size, sha256 }) => [name, parent, size, sha256])).toEqual([
    ['order.txt', taken.number, 12, createHash('sha256').update('Cease access').digest('hex')],
    ['.._.._log.txt', taken.number, 12, createHash('sha256').update('switched off').digest('hex')],
  ]);
  expect(fields(taken.children[0]?.number ?? '')).toMatchObject({
    family: taken.id,
    source: { path: 'two.eml/order.txt' },
    custody: [{ action: 'imported', note: `taken out of ${taken.number}` }],
  });
  expect(home.records.search({ text: 'Cease', ranked: false, limit: 10 }).hits).toHaveLength(1);
});

test('a mail within a mail within an archive is taken out to the last one, in one act that an undo takes back', async () => {
  const inner = mail('y', attached('deep.txt', 'at the bottom'));
  const outer = mail('z', `Content-Type: message/rfc822\r\n\r\n${inner}`);
  const taken = await take('all.zip', zip({ 'mail/outer.eml': outer }));
  expect(taken.children.map((child) => child.name)).toEqual(['mail/outer.eml', 'attachment 1.eml', 'deep.txt']);
  expect(taken.children.map((child) => child.parent)).toEqual([taken.number, taken.children[0]?.number, taken.children[1]?.number]);
  expect(fields(taken.children[2]?.number ?? '')).toMatchObject({ source: { path: 'all.zip/mail/outer.eml/attachment 1.eml/deep.txt' } });
  const { act } = home.records.history({ number: taken.number, limit: 1 }).entries[0] ?? { act: '' };
  expect((await home.records.undo(act)).numbers).toHaveLength(8);
});

test('a mail with more attachments than are taken out says how many stay in it, and a name cannot pass for another one', async () => {
  const many = await readWhole(bytes(mail('x', ...Array.from({ length: 5_003 }, (_, n) => attached(`${n}.txt`, 'x')))), 'many.eml');
  expect([many.held.length, many.refused]).toEqual([5_000, [{ name: '', within: null, why: 'it holds 3 attachments more than the 5000 that are taken out' }]]);
  const turned = await take('rtl\u202egpj.exe', bytes('hidden ending'));
  expect(fields(turned.number)).toMatchObject({ title: 'rtlgpj.exe', original: { filename: 'rtl\u202egpj.exe' } });
});

test('every message of a mailbox is an item', async () => {
  const message = (n: number) => `From a Fri Jun 26 10:00:00 2026\nFrom: a@example.test\nSubject: Number ${n}\n\nText ${n}\n`;
  const taken = await take('box.mbox', bytes(`${message(1)}\n${message(2)}`));
  expect(taken.children.map((child) => [child.name, child.reading])).toEqual([
    ['message 1.eml', 'text'],
    ['message 2.eml', 'text'],
  ]);
  // A page with an archive behind it has words that nobody read: it is not said to have none.
  expect(await take('page.html', Buffer.concat([bytes('<!doctype html><p>words</p>'), zip({ 'x.txt': 'y' })]))).toMatchObject({ reading: 'not-read', children: [] });
  expect(await take('empty.mbox', bytes(''))).toMatchObject({ reading: 'no-text', children: [] });
});

test('the same bytes twice in one archive are stored once and are two items', async () => {
  const taken = await take('twice.zip', zip({ 'a.txt': 'the same words', 'b/a.txt': 'the same words' }));
  const [first, second] = taken.children;
  expect(second?.sameBytesAs).toEqual([first?.number]);
  expect(first?.sha256).toBe(second?.sha256);
});

test('a message of Outlook gives its words, its attachments and the message within it', async () => {
  const files = await take('attachmentFiles.msg', sample('attachmentFiles.msg'));
  expect(files.reading).toBe('text');
  expect(files.children.map((child) => [child.name, child.bytes])).toEqual([
    ['jpg.jpg', 726],
    ['png.png', 134],
    ['tif.tif', 664],
  ]);
  const nested = await readWhole(sample('msgInMsg.msg'), 'msgInMsg.msg');
  expect(nested.reading.text).toContain('Subject: I have attachments!');
  expect(nested.held.map((one) => [one.name.endsWith('.msg'), one.reading.status])).toEqual([
    [true, 'text'],
    [false, 'no-text'],
  ]);
});

test('names that lead out of an archive, links and encrypted files are refused by name, and the rest is taken', async () => {
  const evil = zip({ 'ok.txt': 'fine', '../up.txt': 'x', 'a/../../b.txt': 'x', '/etc/passwd': 'x', 'C:\\windows\\x.txt': 'x', '..\\back.txt': 'x' });
  const taken = await take('evil.zip', evil);
  expect(taken.children.map((child) => child.name)).toEqual(['ok.txt']);
  expect(taken.notTakenOut.map(({ name, why }) => [name, why])).toEqual([
    ['../up.txt', 'its name leads out of the archive'],
    ['a/../../b.txt', 'its name leads out of the archive'],
    ['/etc/passwd', 'its name begins at the root of a disk'],
    ['C:\\windows\\x.txt', 'its name begins at the root of a disk'],
    ['..\\back.txt', 'its name leads out of the archive'],
  ]);
});

test('a bomb is kept whole, not unpacked, and named', async () => {
  const flat = zipSync({ 'zeros.bin': [new Uint8Array(90 * 1024 * 1024), { level: 9 }] });
  const taken = await take('bomb.zip', flat);
  expect(taken).toMatchObject({ reading: 'too-large', children: [], notTakenOut: [{ name: '', why: expect.stringContaining('times its size') }] });
  const many = await take('many.zip', zip(Object.fromEntries(Array.from({ length: 5_001 }, (_, n) => [`${n}`, '']))));
  expect(many.notTakenOut).toEqual([{ name: '', why: 'it holds more than 5000 files' }]);
  // Archives in archives: the one too deep is named.
  let nest = zip({ 'core.txt': 'core' });
  for (let level = 0; level < 7; level++) nest = zip({ 'in.zip': nest });
  const deep = await take('nest.zip', nest);
  expect([deep.children.length, deep.notTakenOut[0]?.why]).toEqual([5, 'it lies more than 5 containers deep']);
});

test('an office document is one document; a file that was put into it is an item of its own', async () => {
  const docx = zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document><w:p><w:r><w:t>One</w:t></w:r></w:p></w:document>' });
  expect(await take('a.docx', docx)).toMatchObject({ reading: 'text', children: [], notTakenOut: [] });
  const holding = zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>', 'word/embeddings/inner.docx': docx, 'word/media/image1.png': 'x' });
  expect(await take('b.docx', holding)).toMatchObject({ reading: 'no-text', children: [{ name: 'word/embeddings/inner.docx', reading: 'text' }] });
});

test('what a file says of itself is kept beside its words, and concludes nothing', async () => {
  const facts = (number: string) => textOfItem(home.records.reading(), number).facts.map(({ name, value }) => [name, value]);
  const taken = await take(
    'dated.eml',
    bytes('From: Ann <ann@example.test>\nTo: Ben <ben@example.test>\nDate: Fri, 31 Dec 1706 10:00:00 +0000\nSubject: Odd\nMessage-ID: <a@example.test>\n\nWords.\n'),
  );
  expect(facts(taken.number)).toEqual([
    ['From', 'Ann <ann@example.test>'],
    ['To', 'Ben <ben@example.test>'],
    ['Date', 'Fri, 31 Dec 1706 10:00:00 +0000'],
    ['Subject', 'Odd'],
    ['Message-ID', '<a@example.test>'],
  ]);
  // A header is no date of ours.
  expect(fields(taken.number)['date']).toBeUndefined();
  const core =
    '<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Log</dc:title><dc:creator>Ann &amp; Ben</dc:creator><dcterms:created>2026-06-12T16:30:00Z</dcterms:created></cp:coreProperties>';
  const document = '<w:document><w:p><w:r><w:t>One</w:t></w:r></w:p></w:document>';
  const docx = await take('a.docx', zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': document, 'docProps/core.xml': core }));
  expect(facts(docx.number)).toEqual([
    ['Title', 'Log'],
    ['Author', 'Ann & Ben'],
    ['Created', '2026-06-12T16:30:00Z'],
  ]);
  const pdf = [
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj',
    "4 0 obj<</Title(Order)/Author(Ann)/CreationDate(D:20260612163000-04'00')/ModDate(D:20260613Z)>>endobj",
    'trailer<</Root 1 0 R/Info 4 0 R>>\n%%EOF\n',
  ].join('\n');
  expect(facts((await take('o.pdf', bytes(pdf))).number)).toEqual([
    ['Title', 'Order'],
    ['Author', 'Ann'],
    ['Created', '2026-06-12 16:30:00 -04:00'],
    ['Changed', '2026-06-13 UTC'],
  ]);
  const outlook = await take('msgInMsg.msg', sample('msgInMsg.msg'));
  expect(facts(outlook.number).map(([name]) => name)).toContain('Subject');
});

test('classified material inside a container stops the container before anything is stored', async () => {
  const before = home.records.reading().seq;
  const secret = 'SECRET//NOFORN\n\nClassified By: X\nDerived From: Y\nDeclassify On: 20500101\n';
  const refused = await answer(() => take('carrier.zip', zip({ 'a.txt': 'fine', 'plan.txt': secret })));
  expect(refused).toMatchObject({ failure: { code: 'intake-refused', file: 'carrier.zip, plan.txt', why: expect.stringContaining('security officer') } });
  expect(await answer(() => take('carrier.eml', bytes(mail('x', attached('plan.txt', secret)))))).toMatchObject({ failure: { code: 'intake-refused' } });
  expect(home.records.reading().seq).toBe(before);
});
