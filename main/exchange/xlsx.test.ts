import { unzipSync } from 'fflate';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWords } from '../evidence/reader/read.ts';
import type { ListRows } from './list-rows.ts';
import { xlsx } from './xlsx.ts';

const list = (rows: readonly (readonly string[])[]): ListRows => ({ name: 'Orders/2', header: ['Number', 'Title', 'State', 'Due'], dayColumn: 3, rows: () => rows });
async function made(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of xlsx(list(rows))) chunks.push(chunk);
  return Buffer.concat(chunks);
}
const sheetOf = (file: Uint8Array) => Buffer.from(unzipSync(file)['xl/worksheets/sheet1.xml'] ?? []).toString();

test('a workbook holds what the list shows, text as text and days as days', async () => {
  const file = await made([
    ['ORD-001', '=1+1', 'In force', '2026-06-18'],
    ['ORD-002', '007', 'Draft', ''],
  ]);
  const sheet = sheetOf(file);
  // 18 June 2026 is day 46191 of Excel's calendar.
  expect(sheet).toContain('<c r="D2" s="2"><v>46191</v></c>');
  expect(sheet).not.toContain('<f>');
  expect(sheet).toContain('t="inlineStr"><is><t xml:space="preserve">=1+1</t>');
  expect((await readWords(file, 'a.xlsx')).text).toContain('ORD-002\t007\tDraft');
});

test('it says nothing of who made it, when or where', async () => {
  const file = await made([['N', 'T', 'S', '']]);
  expect(Object.keys(unzipSync(file)).sort()).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
  ]);
  expect((await made([['N', 'T', 'S', '']])).equals(file)).toBe(true);
});

test('whatever a cell says, the sheet is well formed and says it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 80 }), async (text) => {
      const sheet = sheetOf(await made([['N', text, 'S', '']]));
      expect(sheet.isWellFormed()).toBe(true);
      const bare = sheet.replace(/<[^<>]*>/g, '');
      expect(bare).not.toMatch(/[<>]|&(?!amp;|lt;|gt;|quot;)/);
    }),
    { numRuns: 200 },
  );
  // Excel would read this as a line end of its own.
  expect(sheetOf(await made([['N', '_x000D_', 'S', '']]))).toContain('_x005F_x000D_');
});

test('a cell longer than Excel takes is cut and says so; a day before Excel counts is text', async () => {
  const sheet = sheetOf(await made([['N', 'x'.repeat(40_000), 'S', '1890-01-01']]));
  expect(sheet).toContain('cut here');
  expect(sheet).toContain('1890-01-01');
});
