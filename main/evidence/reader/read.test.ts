import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { drawPage } from './pdf.ts';
import { readWords } from './read.ts';
import { mostCharacters } from './reading.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);
const words = async (content: Uint8Array | string, name = 'a.bin') => (await readWords(typeof content === 'string' ? bytes(content) : content, name)).text;
const status = async (content: Uint8Array | string, name = 'a.bin') => (await readWords(typeof content === 'string' ? bytes(content) : content, name)).status;
const archive = (parts: Record<string, string>) => zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

/** A PDF of one letter page that says `text`; ISO 32000-1, Annex H.3. */
function pdf(text: string, extra = ''): Uint8Array {
  const content = `BT /F1 24 Tf 72 700 Td (${text}) Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>${extra}>>`,
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  return bytes(`%PDF-1.7\n${objects.map((object, index) => `${index + 1} 0 obj${object}endobj\n`).join('')}trailer<</Root 1 0 R>>\n%%EOF`);
}

test('the words of a PDF are read page by page, and it need not be called one', async () => {
  expect(await readWords(pdf('Cease all access'), 'letter')).toEqual({ status: 'text', pages: 1, text: 'Cease all access', cut: false });
});

test('a PDF of pictures has no text, a damaged one is damaged', async () => {
  expect(await status(pdf(''))).toBe('no-text');
  expect(await status('%PDF-1.7 and then nothing')).toBe('damaged');
});

test('a PDF under a password is encrypted', async (context) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cordon-pdf-'));
  writeFileSync(path.join(folder, 'a.pdf'), pdf('secret'));
  const made = spawnSync('qpdf', ['--encrypt', 'user', 'owner', '256', '--', path.join(folder, 'a.pdf'), path.join(folder, 'b.pdf')]);
  if (made.error) {
    context.skip('qpdf is not installed');
    return;
  }
  expect(await status(readFileSync(path.join(folder, 'b.pdf')))).toBe('encrypted');
  rmSync(folder, { recursive: true });
});

test('a page is drawn in the size asked for, and a page that claims to be enormous is drawn small', async () => {
  const page = await drawPage(pdf('Seen'), 1, 306);
  if (typeof page === 'string') throw new Error(page);
  expect([page.width, page.height, page.pages]).toEqual([306, 396, 1]);
  expect(Buffer.from(page.png.subarray(1, 4)).toString()).toBe('PNG');
  expect(await drawPage(pdf('Seen'), 2, 306)).toBe('no-page');
  const huge = await drawPage(bytes(Buffer.from(pdf('x')).toString('latin1').replace('612 792', '14400 14400')), 1, 100_000);
  if (typeof huge === 'string') throw new Error(huge);
  expect(huge.width * huge.height).toBeLessThanOrEqual(8_520_000);
});

test('Word: paragraphs, tabs, notes and deleted words; entities and comments are not followed', async () => {
  const document =
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x "BOOM">]><w:document><!-- <w:t>no</w:t> --><w:p><w:r><w:t>Tom &amp; Ann</w:t><w:tab/><w:t xml:space="preserve">&#8220;so&#8221; &x;</w:t></w:r></w:p><w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p></w:document>';
  expect(await words(archive({ 'word/document.xml': document, 'word/footnotes.xml': '<w:p><w:t>a note</w:t></w:p>' }))).toBe('Tom & Ann\t“so” &x;\ngone\n\na note');
});

test('Excel: names of sheets, shared and inline strings, numbers, a line a row', async () => {
  const parts = {
    'xl/workbook.xml': '<workbook><sheets><sheet name="Access"/></sheets></workbook>',
    'xl/sharedStrings.xml': '<sst><si><t>Heron</t></si><si><r><t>Two </t></r><r><t>runs</t></r></si></sst>',
    'xl/worksheets/sheet1.xml': '<worksheet><row><c t="s"><v>0</v></c><c><v>42</v></c></row><row><c t="s"><v>1</v></c><c t="inlineStr"><is><t>here</t></is></c></row></worksheet>',
  };
  const read = await readWords(archive(parts), 'a.xlsx');
  expect(read.text.split('\n').map((line) => line.trim())).toEqual(['Access', 'Heron\t42', 'Two runs\there']);
});

test('PowerPoint slides come in their order', async () => {
  const slide = (text: string) => `<p:sld><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`;
  expect(await words(archive({ 'ppt/slides/slide10.xml': slide('ten'), 'ppt/slides/slide2.xml': slide('two') }))).toMatch(/^two\s+ten$/);
});

test('an office file that unfolds into more than a job may hold is too large, and never unfolded', async () => {
  const bomb = zipSync({ 'word/document.xml': [new Uint8Array(97 * 1024 * 1024), { level: 1 }] });
  expect(bomb.length).toBeLessThan(2_000_000);
  expect(await status(bomb)).toBe('too-large');
});

test('the words of an archive are the names in it, a broken one is damaged, an encrypted office file is encrypted', async () => {
  expect(await words(archive({ 'a.txt': 'x', 'b/c.txt': 'y' }))).toBe('a.txt\nb/c.txt');
  expect(await status(bytes('PK\u0003\u0004 broken'))).toBe('damaged');
  expect(await status(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]))).toBe('encrypted');
});

test('a mail gives who, when, about what, its text and the names of what is attached', async () => {
  const mail = [
    'From: Ann <ann@example.test>',
    'To: =?utf-8?q?J=C3=BCrgen?= <j@example.test>',
    'Subject: =?utf-8?b?w5xiZXI=?= access',
    'Date: Fri, 26 Jun 2026 10:00:00 -0400',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=x',
    '',
    '--x',
    'Content-Type: text/html',
    '',
    '<p>Switch it <b>off</b></p><script>alert(1)</script>',
    '--x',
    'Content-Type: application/pdf; name="order.pdf"',
    'Content-Disposition: attachment; filename="order.pdf"',
    '',
    'JVBERi0=',
    '--x--',
    '',
  ].join('\r\n');
  const text = await words(mail, 'a.eml');
  for (const part of ['From: Ann <ann@example.test>', 'To: Jürgen <j@example.test>', 'Subject: Über access', 'Switch it off', 'Attachment: order.pdf'])
    expect(text).toContain(part);
  expect(text).not.toContain('alert');
});

test('every message of a mailbox is read', async () => {
  const message = (n: number) => `From someone Fri Jun 26 10:00:00 2026\nFrom: a@example.test\nSubject: Number ${n}\n\nText ${n}\n\n`;
  const read = await readWords(bytes(message(1) + message(2)), 'a.mbox');
  expect(read.pages).toBe(2);
  expect(read.text).toMatch(/Number 1[^]*Text 1[^]*Number 2[^]*Text 2/);
});

test('a web page loses its scripts, styles and markup, and nothing in it is a tag afterwards', async () => {
  const html = '<!doctype html><title>A &lt;b&gt;</title><style>p{color:red}</style><p title="a>b">One<br>two<script>if (a</b) x("</p>")</script><p>Three &eacute; &#x41;&nbsp;end';
  expect(await words(html, 'a.html')).toBe('A <b>\n\nOne\ntwo\nThree &eacute; A end');
});

test('text is read in its own encoding; other bytes are not text', async () => {
  expect(await words(Buffer.from([0xff, 0xfe, ...Buffer.from('schön', 'utf16le')]))).toBe('schön');
  expect(await words(Buffer.from('caf\xe9', 'latin1'))).toBe('café');
  expect(await status(Buffer.from([0, 1, 2, 3]))).toBe('not-read');
});

test('a text can write no mark that search uses for its hits, and is cut at a million characters', async () => {
  expect(await words('a\ue000b\ue001c')).toBe('abc');
  const long = await readWords(bytes('x'.repeat(mostCharacters + 10)), 'a.txt');
  expect([long.text.length, long.cut]).toEqual([mostCharacters, true]);
});

test('whatever the bytes are, reading ends with a status and well-formed text', async () => {
  const starts = ['%PDF-1.7\n', 'PK\u0003\u0004', 'From: a\r\n', '<html>', '\u00d0\u00cf\u0011\u00e0', ''];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), fc.constantFrom('a', 'a.eml', 'a.html', 'a.mbox'), async (start, rest, name) => {
      const read = await readWords(Buffer.concat([Buffer.from(start, 'latin1'), rest]), name);
      expect(read.text.isWellFormed()).toBe(true);
      expect(read.text === '').toBe(read.status !== 'text');
    }),
    { numRuns: 150 },
  );
});

test('markup built to be slow is not', async () => {
  const before = performance.now();
  for (const evil of ['<a '.repeat(200_000), '<a "'.repeat(200_000), '<!--'.repeat(200_000), '<script>'.repeat(100_000), '&#'.repeat(300_000)])
    await words(`<html>${evil}`, 'a.html');
  expect(performance.now() - before).toBeLessThan(10_000);
});
