import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer } from '../../shared/failure/failure.ts';
import { makeTestVault, type TestVault } from '../records/test-vault.ts';
import { takeInLoadFile, type Loaded } from './load-file.ts';
import { planLoadFile } from './plan-load-file.ts';
import { opticon } from './opticon.ts';
import { readerJob } from './reader/read.ts';
import { sourceOfBytes } from './source-file.ts';
import { textOfItem } from './text-of-item.ts';
import { readTable } from './reader/table.ts';
import { folderVolume, handedVolume } from './volume.ts';

let home: TestVault;
let root: string;
beforeAll(async () => {
  home = await makeTestVault();
  root = mkdtempSync(path.join(os.tmpdir(), 'cordon-volume-'));
  mkdirSync(path.join(root, 'NATIVES'));
  mkdirSync(path.join(root, 'IMAGES'));
  for (const name of ['a.txt', 'b.txt', 'c.txt']) writeFileSync(path.join(root, 'NATIVES', name), `words of ${name}`);
  for (const page of ['1', '2']) writeFileSync(path.join(root, 'IMAGES', `ACME-000000${page}.tif`), Buffer.from([0x49, 0x49, 0x2a, 0, Number(page)]));
});
afterAll(async () => {
  await home.end();
  rmSync(root, { recursive: true });
});

const md5 = (text: string) => createHash('md5').update(text).digest('hex');
/** Written from the format's own description: þ around each value, DC4 between them, ® for a line end. */
const dat = (...rows: string[][]) => rows.map((row) => `${row.map((value) => `\u00fe${value.replaceAll('\n', '\u00ae')}\u00fe`).join('\u0014')}\r\n`).join('');
const heading = ['BEGBATES', 'ENDBATES', 'BEGATTACH', 'CUSTODIAN', 'FILENAME', 'SUBJECT', 'DATESENT', 'MD5HASH', 'NATIVEPATH'];
async function load(text: string, opt = '', encoding: BufferEncoding = 'utf8'): Promise<Loaded[]> {
  const read = readTable(Buffer.from(text, encoding), 'x.dat');
  if (!read.ok) throw new Error(read.why);
  const desk = {
    vault: home.vault,
    records: home.records,
    runJob: (_entry: string, input: Parameters<typeof readerJob>[0]) => readerJob(input),
    clock: () => ({ instant: home.now(), zone: 'UTC' }),
  };
  const loaded: Loaded[] = [];
  for await (const one of takeInLoadFile(desk, { name: 'x.dat', rows: read.sheets[0]?.rows ?? [], images: opticon(opt, 'x.opt'), volume: folderVolume(root) }, { caseId: null }))
    loaded.push(one);
  return loaded;
}
const fields = (one: Loaded | undefined) => home.records.reading().require(one?.taken?.number ?? '').fields;

test('a Concordance load file gives items with their numbers, families, custodians and digests as received, in either encoding', async () => {
  const rows = [
    ['ACME-0000002', 'ACME-0000003', 'ACME-0000001', 'Ann', 'b.txt', '', '', md5('words of b.txt'), 'NATIVES\\b.txt'],
    ['ACME-0000001', 'ACME-0000001', 'ACME-0000001', 'Ann', 'a.txt', 'Two\nlines', '20310203', md5('words of a.txt'), '.\\NATIVES\\a.txt'],
  ];
  for (const [text, encoding] of [
    [`\ufeff${dat(heading, ...rows)}`, 'utf8'],
    [dat(heading, ...rows), 'latin1'],
  ] as const) {
    const loaded = await load(text, '', encoding);
    // The parent comes first, though it is listed second.
    expect(loaded.map((one) => [one.line, one.control, one.failure])).toEqual([
      [3, 'ACME-0000001', null],
      [2, 'ACME-0000002', null],
    ]);
    expect(fields(loaded[0])).toMatchObject({
      title: 'Two lines',
      bates: 'ACME-0000001',
      date: { day: '2031-02-03' },
      original: { md5: md5('words of a.txt') },
      source: { custodian: 'Ann' },
    });
    expect(fields(loaded[1])).toMatchObject({ bates: 'ACME-0000002–ACME-0000003', family: loaded[0]?.taken?.id });
  }
});

test('page images of an Opticon file are attached to their document, or are it where there is no native file', async () => {
  const opt = 'ACME-0000001,VOL001,IMAGES\\ACME-0000001.tif,Y,,,2\r\nACME-0000002,VOL001,IMAGES\\ACME-0000002.tif,,,,\r\n';
  const loaded = await load(dat(heading, ['ACME-0000001', 'ACME-0000002', '', '', '', 'Scan', '', '', '']), opt);
  expect(loaded.map((one) => [one.control, one.failure, one.taken?.name])).toEqual([
    ['ACME-0000001', null, 'ACME-0000001.tif'],
    ['ACME-0000002', null, 'ACME-0000002.tif'],
  ]);
  expect(fields(loaded[1])).toMatchObject({ bates: 'ACME-0000002', family: loaded[0]?.taken?.id });
});

test('a path that leads out, a file that is not there and a digest that differs refuse their line and no other', async () => {
  symlinkSync('/etc/hostname', path.join(root, 'NATIVES', 'link.txt'));
  const row = (control: string, native: string, digest = '') => [control, '', '', '', '', '', '', digest, native];
  const loaded = await load(
    dat(
      heading,
      row('1', '..\\..\\etc\\passwd'),
      row('2', '/etc/passwd'),
      row('3', 'NATIVES\\link.txt'),
      row('4', 'NATIVES\\none.txt'),
      row('5', 'NATIVES\\c.txt', md5('other')),
      row('6', 'NATIVES\\c.txt'),
    ),
  );
  expect(loaded.map(({ control, failure }) => [control, failure && 'why' in failure ? failure.why : failure])).toEqual([
    ['1', 'its name leads out of the folder of the load file'],
    ['2', 'its name begins at the root of a disk'],
    ['3', 'it is a link that leads out of the folder of the load file'],
    ['4', 'there is no such file'],
    ['5', 'its MD5 is not the one in line 6 of the load file'],
    ['6', null],
  ]);
});

test('the text file that a line names gives the words of its item; one that is missing, no text or classified is told by line', async () => {
  mkdirSync(path.join(root, 'TEXT'));
  writeFileSync(path.join(root, 'TEXT', '1.txt'), 'words that the scanner read');
  writeFileSync(path.join(root, 'TEXT', '3.txt'), Buffer.from([0, 1, 2, 3]));
  writeFileSync(path.join(root, 'TEXT', '4.txt'), 'SECRET//NOFORN\n\nClassified By: X\nDerived From: Y\nDeclassify On: 20500101\n');
  const row = (control: string, text: string) => [control, 'IMAGES\\ACME-0000001.tif', text];
  const loaded = await load(
    dat(
      ['BEGBATES', 'NATIVEPATH', 'TEXTPATH'],
      row('T1', 'TEXT\\1.txt'),
      row('T2', 'TEXT\\2.txt'),
      row('T3', 'TEXT\\3.txt'),
      row('T4', 'TEXT\\4.txt'),
      row('T5', '..\\..\\etc\\passwd'),
    ),
  );
  expect(loaded.map(({ line, control, taken, failure }) => [line, control, taken?.reading ?? null, failure && 'why' in failure ? failure.why.slice(0, 60) : null])).toEqual([
    [2, 'T1', 'text', null],
    [3, 'T2', 'no-text', null],
    [3, 'T2', null, 'there is no such file'],
    [4, 'T3', 'no-text', null],
    [4, 'T3', null, 'the load file gives it as the text, and it is not text'],
    [5, 'T4', null, expect.stringContaining('SECRET')],
    [6, 'T5', 'no-text', null],
    [6, 'T5', null, 'its name leads out of the folder of the load file'],
  ]);
  expect(textOfItem(home.records.reading(), loaded[0]?.taken?.number ?? '')).toEqual({ status: 'text', text: 'words that the scanner read', pages: null, facts: [] });
  expect(home.records.search({ text: 'scanner', limit: 5 }).hits).toHaveLength(1);
});

test('a load file that contradicts itself is refused by line before anything is taken in', async () => {
  const before = home.records.reading().seq;
  const row = (control: string, parent: string) => [control, '', parent, '', '', '', '', '', 'NATIVES\\a.txt'];
  for (const [rows, line] of [
    [[row('1', ''), row('1', '')], 3],
    [[row('', '')], 2],
    [[row('1', '9')], 2],
    [[row('1', '2'), row('2', '1')], 2],
  ] as const)
    expect(await answer(() => load(dat(heading, ...rows.map((one) => [...one]))))).toMatchObject({ failure: { code: 'import-malformed', file: 'x.dat', line } });
  expect(await answer(() => load(dat(['A', 'B'], ['1', '2'])))).toMatchObject({ failure: { code: 'import-malformed', line: 1 } });
  for (const [opt, line] of [
    ['A,V,a.tif,Y,,,2\n', 1],
    ['A,V,a.tif,,,,\n', 1],
    ['A,V,a.tif,Y,,,1\nA,V,b.tif,Y,,,1\n', 2],
    ['not a line', 1],
  ] as const)
    expect(await answer(() => opticon(opt, 'x.opt'))).toMatchObject({ failure: { code: 'import-malformed', file: 'x.opt', line } });
  expect(home.records.reading().seq).toBe(before);
});

test('what would go wrong is told by line and column before anything is taken in, digests too where they are asked for; a person says what a column is', async () => {
  const before = home.records.reading().seq;
  const text = dat(
    ['Doc', 'Ends', 'Family', 'Path', 'Words', 'Sum'],
    ['A1', 'A1', '', 'NATIVES\\a.txt', '', md5('words of a.txt')],
    ['A2', '', 'A1', 'NATIVES\\none.txt', 'TEXT\\no.txt', ''],
    ['A3', '', 'Z9', 'NATIVES\\b.txt', '', md5('other')],
    ['A1', '', '', '', '', ''],
    ['', '', '', '', '', ''],
    ['A6', '', '', '', '', ''],
  );
  const read = readTable(Buffer.from(text), 'x.dat');
  const rows = read.ok ? (read.sheets[0]?.rows ?? []) : [];
  const images = opticon('Z7,V,IMAGES\\ACME-0000001.tif,Y,,,1\n', 'x.opt');
  const told = ({ faults }: { faults: readonly { line: number; column: string | null; why: string }[] }) => faults.map(({ line, column, why }) => [line, column, why]);
  // None of its headings is one that is known: without a person it is no load file.
  expect(told(await planLoadFile({ name: 'x.dat', rows, images }, {}))).toEqual([[1, null, expect.stringContaining('no column is a control number')]]);
  const columns = ['control', 'end', 'group', 'native', 'text', 'hash'] as const;
  const plan = (digests: boolean) => planLoadFile({ name: 'x.dat', rows, images }, { columns, volume: folderVolume(root), digests });
  const faults = [
    [4, 'Family', 'it is attached to Z9, which is not listed'],
    [5, 'Doc', 'the control number A1 stands here a second time'],
    [6, 'Doc', 'the control number is missing'],
    [3, 'Path', 'there is no such file'],
    [3, 'Words', 'there is no such file'],
    [7, 'Path', 'the load file names no file for it'],
    [1, null, 'the page images list Z7, which is no document of the load file'],
  ];
  expect(told(await plan(false))).toEqual(faults);
  expect(told(await plan(true))).toEqual([...faults.slice(0, 5), [4, 'Path', 'its MD5 is not the one in line 4 of the load file'], ...faults.slice(5)]);
  expect(home.records.reading().seq).toBe(before);
});

test('files that were handed over are found by the paths that the load file gives them, and no path leads elsewhere', async () => {
  const bytes = Buffer.from('handed');
  const volume = handedVolume([{ path: 'IMAGES\\1.tif', source: sourceOfBytes('1.tif', bytes, 0) }]);
  expect((await volume.open('./IMAGES/1.tif')).bytes).toBe(6);
  expect(await answer(() => volume.open('IMAGES\\2.tif'))).toMatchObject({ failure: { code: 'file-unreadable', why: 'there is no such file in the folder that was chosen' } });
  expect(await answer(() => volume.open('..\\..\\etc\\passwd'))).toMatchObject({ failure: { code: 'intake-refused' } });
});
