import { describe, expect, test } from 'vitest';
import { unless } from '../end-to-end/unless.ts';
import { long } from '../fault/seeded.ts';
import type { Fill } from '../../main/filings/filled-case.test-support.ts';
import type { OrderSummaryData, StatusReportData } from '../../main/filings/press/paper.ts';
import { against, missing, noVeraPdf, overflow, text, written, wrongPages } from './pdf-tools.ts';
import { orderFor, plainWords, pressOrder } from './pressed-sample.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
const hostile = [
  '#pagebreak() *bold* _slanted_ $x^2$ <label> @ref \\ // not a comment /* nor this */ [brackets] {braces} `code` ~ -- --- = heading',
  '#import "x.typ" #eval("1+1") #read("/press.json") #panic("no") #set page(width: 1pt)',
  `"double" 'single' “already curly” it's 'tis "nested 'inner' outer"`,
  Array.from({ length: 1500 }, (_, i) => letters[(i * 7) % 36]).join(''),
  'W'.repeat(300),
  'שלום עולם (12) «ليلى المنصوري» 3.5% – abc – ١٢٣',
  'invoice\u202Efdp.exe\u202C \u2067isolated\u2069 end',
  'bell\u0007 escape\u001b[31m delete\u007f next\u0085 line\u2028 bom\ufeff',
  'emoji 😀👩‍👩‍👧 private \ue000 non-character \uffff Thai ไทย Devanagari नमस्ते',
  'Z\u0301\u0302\u0303\u0304\u0305\u0306\u0307a\u0316\u0317\u0318\u0319\u031a\u031bgo',
  'first\r\nsecond\nthird\tafter a tab\n\n\nafter two empty lines',
  'https://portal.example.gov/very/long/path/with-many-segments/and_underscores/document.aspx?session=8f14e45fceea167a5a36dedd4bea2543&next=%2Fhome%2Findex',
  `${'情報管理責任者'.repeat(12)}한국어이름漢字假名交じり文`,
  'Ἑλληνική γλῶσσα: ἡ ἀρχὴ τῆς σοφίας · Ελληνικά και πάλι ελληνικά',
  'tied\u00a0together\u00a0with\u00a0no-break\u00a0spaces\u00a0for\u00a0much\u00a0longer\u00a0than\u00a0any\u00a0column\u00a0is\u00a0wide',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft strengthlessnesses',
  '<script>alert(1)</script> &amp; ]]> <rdf:RDF> %PDF-1.7 endobj',
  'A title of one hundred and forty letters, which is as long as a title gets before somebody calls it a paragraph and asks for it to be cut off..',
];
/** Every field in turn gets the next hostile string. */
function torment(): Fill {
  let next = 0;
  return () => hostile[next++ % hostile.length] ?? '';
}

describe.each(['order-summary', 'status-report'] as const)('%s of hostile strings', (document) => {
  unless(missing)('prints them as typed, within the page, and shows what it cannot print by code point', async () => {
    const pressed = await pressOrder(orderFor(document, 'internal', torment()));
    const file = written(`torture-${document}.pdf`, pressed.pdf);
    const words = text(file).replaceAll(/\s/g, '');
    for (const typed of ['#pagebreak()*bold*', '#eval("1+1")', '<script>alert(1)</script>', '$x^2$', '[U+202E]', '[U+0007]', '[U+1F600]']) expect(words).toContain(typed);
    expect(pressed.substituted).toBeGreaterThan(10);
    expect(overflow(file)).toEqual([]);
    expect(wrongPages(file, pressed.pages)).toEqual([]);
  });
  unless(noVeraPdf)('still passes as PDF/A-3a and PDF/UA-1', async () => {
    const { pdf } = await pressOrder(orderFor(document, 'internal', torment()));
    expect(against(['3a', 'ua1'], written(`torture-vera-${document}.pdf`, pdf))).toBe('');
  });
});

/** A table of many pages; in CI of very many. */
const rowsOf = long ? 500 : 150;

unless(missing)(`tables of no row and of ${rowsOf} rows keep to the page`, async () => {
  const order = orderFor('status-report', 'internal', plainWords);
  const report = order.data as StatusReportData;
  const rows = <Row>(list: readonly Row[], n: number): Row[] => Array.from({ length: n }, (_, i) => list[i % list.length]).filter((row) => row !== undefined);
  const many = {
    ...report,
    obligations: rows(report.obligations, rowsOf).map((row, i) => ({ ...row, key: `ob:${String(i)}`, number: `OB-${String(i + 1)}` })),
    requests: [],
    access: [],
    steps: [],
    gate: [],
    deadlines: [],
    issues: [],
  };
  const pressed = await pressOrder({ ...order, data: many });
  const file = written('rows.pdf', pressed.pdf);
  expect(text(file)).toContain(`OB-${rowsOf}`);
  expect(text(file)).toContain('None recorded.');
  // A part of many pages begins on a page of its own: nothing but marking and running head stands before it.
  const first =
    text(file)
      .split('\f')
      .find((page) => /\bOB-1\s/.test(page)) ?? '';
  expect(
    first
      .split(/^\s*II\s+Obligations/m)[0]
      ?.split('\n')
      .filter((line) => line.trim() !== ''),
  ).toHaveLength(2);
  expect(overflow(file)).toEqual([]);
  expect(wrongPages(file, pressed.pages)).toEqual([]);
});

test('a day that does not exist is refused with the record and the field', async () => {
  const order = orderFor('order-summary', 'internal', plainWords);
  const summary = order.data as OrderSummaryData;
  const [first, ...others] = summary.obligations;
  if (first === undefined) throw new Error('the sample has obligations');
  const wrong = { ...summary, obligations: [{ ...first, due: { value: '2026-02-30' } }, ...others] };
  await expect(pressOrder({ ...order, data: wrong })).rejects.toMatchObject({
    failure: { code: 'filing-malformed', number: 'OB-1', field: 'due', why: '2026-02-30 is not a day' },
  });
});

test('a marking too long for a page is refused and never cut', async () => {
  const order = orderFor('order-summary', 'outgoing', plainWords);
  const summary = order.data as OrderSummaryData;
  const wrong = { ...summary, filing: { ...summary.filing, marking: { banner: 'CONFIDENTIAL '.repeat(20), legend: [] } } };
  await expect(pressOrder({ ...order, data: wrong })).rejects.toMatchObject({ failure: { code: 'filing-malformed', number: 'FIL-001', field: 'marking' } });
});
