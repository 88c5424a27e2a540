import { readFileSync } from 'node:fs';
import { zipSync, strToU8 } from 'fflate';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { csv } from '../../exchange/csv.ts';
import { xlsx } from '../../exchange/xlsx.ts';
import { readTable, type TableReading } from './table.ts';

const read = (text: string | Uint8Array, name = 'a.csv') => readTable(typeof text === 'string' ? Buffer.from(text) : text, name);
const cells = (reading: TableReading) => (reading.ok ? reading.sheets[0]?.rows.map((row) => row.cells) : reading);
const lines = (reading: TableReading) => (reading.ok ? reading.sheets[0]?.rows.map((row) => row.line) : reading);

test('columns are parted by comma, semicolon, tab or bar, in UTF-8, UTF-16 or Windows Latin', () => {
  for (const sign of [',', ';', '\t', '|'])
    expect(cells(read(`Name${sign}Note\nA${sign}"x${sign}y"\n`))).toEqual([
      ['Name', 'Note'],
      ['A', `x${sign}y`],
    ]);
  expect(cells(read(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Name;Ort\nJörg;Köln', 'utf16le')])))).toEqual([
    ['Name', 'Ort'],
    ['Jörg', 'Köln'],
  ]);
  expect(cells(read(Buffer.from('Name;Ort\nJ\xf6rg;K\xf6ln', 'latin1')))).toEqual([
    ['Name', 'Ort'],
    ['Jörg', 'Köln'],
  ]);
});

test('a row is named by the line on which it begins', () => {
  expect(lines(read('A,B\n1,"two\nlines"\n3,4\n\n5,6\n'))).toEqual([1, 2, 4, 6]);
});

test('a quotation mark that is never closed, or stands astray, is named by line', () => {
  expect(read('A,B\n1,2\n3,"4\n5,6\n')).toMatchObject({ ok: false, why: 'a quotation mark is opened and never closed' });
  expect(read('A,B\n1,"2"x\n')).toMatchObject({ ok: false, line: 2 });
});

test('a Concordance load file is read by its own signs, and what it cannot hold is named by line', () => {
  const row = (...values: string[]) => `${values.map((value) => `þ${value}þ`).join('\u0014')}\r\n`;
  expect(cells(read(`\ufeff${row('BEGBATES', 'SUBJECT')}${row('A-1', 'two®lines')}`, 'a.dat'))).toEqual([
    ['BEGBATES', 'SUBJECT'],
    ['A-1', 'two\nlines'],
  ]);
  // The classic: one byte FE of Windows-1252.
  expect(cells(read(Buffer.from(row('BEGBATES', 'X'), 'latin1'), 'a.dat'))).toEqual([['BEGBATES', 'X']]);
  expect(read(`${row('A', 'B')}${row('1', 'x\u00fey')}`)).toMatchObject({ ok: false, line: 2 });
  expect(read(`${row('A', 'B')}${row('1')}`)).toMatchObject({ ok: false, line: 2, why: 'it has 1 columns where the heading has 2' });
});

const list = (rows: string[][]) => ({ name: 'List', header: ['Number', 'Title', 'State', 'Due'], dayColumn: 3, rows: () => rows });
async function book(rows: string[][]): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of xlsx(list(rows))) chunks.push(chunk);
  return Buffer.concat(chunks);
}

test('our own tables come back as they went out, from CSV and from a workbook', async () => {
  const text = fc.string({ unit: fc.constantFrom(...'abcÄ漢 ",;=+-@\'\n|'), minLength: 1, maxLength: 20 }).map((raw) => `x${raw}`);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 6 }), async (pairs) => {
      const rows = pairs.map(([one, other]) => [one, other, 'Open', '2031-02-03']);
      expect(cells(read(Buffer.concat([...csv(list(rows))])))).toEqual([list(rows).header, ...rows]);
      expect(cells(read(await book(rows), 'a.xlsx'))).toEqual([list(rows).header, ...rows]);
    }),
    { numRuns: 60 },
  );
});

test('dates, times, booleans, shared strings, formulas and gaps of a workbook are read as it shows them', () => {
  const parts = {
    'xl/workbook.xml': '<workbook><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="d\\ mmm\\ yyyy;@"/><numFmt numFmtId="171" formatCode="0.00 &quot;days&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml': '<sst><si><t>Shared</t></si></sst>',
    'xl/worksheets/sheet1.xml':
      '<worksheet><sheetData><row r="2"><c r="B2" t="s"><v>0</v></c><c r="D2" s="1"><v>46191</v></c><c r="E2" s="2"><v>46191.6875</v></c><c r="F2" s="3"><v>3</v></c><c r="G2" t="b"><v>1</v></c><c r="H2"><f>SUM(A1)</f><v>7</v></c><c r="I2" t="d"><v>2026-06-18T00:00:00.000</v></c><c r="J2" t="d"><v>2026-06-18T16:30:00</v></c></row><row r="9"><c r="A9" t="inlineStr"><is><t>late</t></is></c></row></sheetData></worksheet>',
  };
  const reading = read(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))), 'a.xlsx');
  expect(cells(reading)).toEqual([['', 'Shared', '', '2026-06-18', '2026-06-18 16:30', '3', 'yes', '7', '2026-06-18', '2026-06-18T16:30:00'], ['late']]);
  expect(lines(reading)).toEqual([2, 9]);
});

test('what is no table fails by name and never throws', () => {
  expect(read(Buffer.from([0, 1, 2]))).toMatchObject({ ok: false, why: expect.stringContaining('neither text nor') });
  expect(read('PK\u0003\u0004 broken', 'a.xlsx')).toMatchObject({ ok: false, why: expect.stringContaining('damaged') });
  expect(read(zipSync({ 'xl/workbook.xml': [new Uint8Array(97 * 1024 * 1024), { level: 1 }] }), 'a.xlsx')).toMatchObject({ ok: false, why: expect.stringContaining('unfolds') });
  expect(read(`A\n${'x\n'.repeat(20_005)}`)).toMatchObject({ ok: false, line: expect.any(Number), why: expect.stringContaining('20,000 rows') });
  const own = readFileSync(import.meta.filename);
  for (let at = 0; at < 200; at++) read(own.subarray(at * 7), at % 2 === 0 ? 'a.csv' : 'a.xlsx');
});
