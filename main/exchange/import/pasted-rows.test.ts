import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestVault, type TestVault } from '../../records/test-vault.ts';
import { copyTable } from '../copy-table.ts';
import { readPastedRows, type PastedRows } from './pasted-rows.ts';

let home: TestVault;
let caseId: string;
beforeAll(async () => {
  home = await makeTestVault();
  await home.records.change(null, (w) => {
    caseId = w.create('case', { caseId: null, fields: { title: 'A case' } }).id;
    w.create('evidence_item', { caseId, fields: { title: 'The log of May', type: 'document', original: { filename: 'log.txt' }, bytesNote: 'Listed.' } });
  });
});
afterAll(() => home.end());

const read = (rows: PastedRows['rows'], more: Partial<PastedRows> = {}) =>
  readPastedRows(home.records.reading(), { kind: 'evidence_request', path: 'items', caseId, rows, ...more }, { instant: home.now(), zone: 'America/New_York' });

test('rows with a heading of the form’s own words fill what their columns say', () => {
  const got = read([
    ['Item', 'What is asked', 'Asked', 'Evidence'],
    ['1', 'Every log of May', '3 May 2031', 'EX-001'],
    ['', '', '', ''],
    ['2', '=1+1', '', 'The log of May; EX-001'],
  ]);
  const evidence = home.records.reading().require('EX-001').id;
  expect(got.heading).toBe(true);
  expect(got.columns).toEqual(['number', 'text', 'asked', 'evidence']);
  expect(got.constants).toEqual({ answer: 'none' });
  expect(got.faults).toEqual([]);
  expect(got.values).toEqual([
    { number: '1', text: 'Every log of May', asked: { certainty: 'exact', day: '2031-05-03', asTyped: '3 May 2031' }, evidence: [evidence], answer: 'none' },
    { number: '2', text: '=1+1', evidence: [evidence, evidence], answer: 'none' },
  ]);
  expect(got.shown[0]).toMatchObject({ number: '1', text: 'Every log of May' });
});

test('one column without a heading is what a row cannot be without; several come in the order of the form', () => {
  expect(read([['All logs'], ['All mails']]).values.map(({ text }) => text)).toEqual(['All logs', 'All mails']);
  const two = read([
    ['1', 'All logs'],
    ['2', 'All mails'],
  ]);
  expect([two.heading, two.columns]).toEqual([false, ['number', 'text']]);
  expect(read([['What is asked'], ['All logs']], { heading: false }).values).toHaveLength(2);
});

test('a date that can be read two ways takes no row at all, and says where it stands', () => {
  const got = read([
    ['Item', 'What is asked', 'Asked'],
    ['1', 'All logs', '2031-05-03'],
    ['2', 'All mails', '03/05/2031'],
  ]);
  expect(got.values).toEqual([]);
  expect(got.faults).toHaveLength(1);
  expect(got.faults[0]).toMatchObject({ line: 3, column: 'Asked' });
});

test('what is needed and missing, filled twice, unknown, or no record is a fault', () => {
  const faults = (rows: PastedRows['rows'], more: Partial<PastedRows> = {}) => read(rows, more).faults.map(({ line, column, why }) => [line, column, why]);
  expect(
    faults([
      ['Item', 'What is asked'],
      ['1', ''],
    ]),
  ).toEqual([[2, 'What is asked', 'it is needed']]);
  expect(faults([['1', 'All logs']], { columns: ['text', 'text'] })).toContainEqual([null, 'What is asked', 'two columns fill it']);
  expect(faults([['1', 'All logs']], { columns: ['text', '__proto__'] })).toContainEqual([null, '__proto__', 'there is no such field']);
  expect(faults([['1']], { columns: ['number'] })).toContainEqual([null, 'What is asked', 'no column fills it, and every row needs it']);
  expect(faults([['x', 'EX-999']], { columns: ['text', 'evidence'] })).toHaveLength(1);
  expect(faults([['x', 'maybe']], { columns: ['text', 'answer'], constants: {} })).toHaveLength(1);
  expect(faults([['']])).toContainEqual([null, '', 'there is no row with anything in it']);
});

test('only lists of rows take any, at whatever depth they stand', () => {
  for (const path of ['title', 'custody', 'items.text', 'constructor', '__proto__', 'items.__proto__', ''])
    expect(() => read([['a']], { path }), path).toThrow(expect.objectContaining({ failure: { code: 'misuse', why: 'there is no such list of rows' } }));
  expect(read([['Term'], ['provision of access']], { kind: 'order', path: 'clauses.terms' }).values).toEqual([{ term: 'provision of access' }]);
  expect(read([['STEP A', '2031-06-01']], { kind: 'remediation_step', path: 'milestones' }).values).toEqual([{ title: 'STEP A', due: { certainty: 'exact', day: '2031-06-01' } }]);
});

/** Text as a form keeps it: no control characters, nothing around it. */
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .map((one) => one.replace(/\p{Cc}/gu, ' ').trim())
  .filter((one) => one !== '');

test('rows that are copied as a table and pasted again are the same rows', async () => {
  const evidence = home.records.reading().require('EX-001').id;
  const item = fc.record(
    {
      number: text,
      text,
      category: text,
      custodians: fc.array(
        text.filter((one) => !one.includes(';')),
        { minLength: 1, maxLength: 3 },
      ),
      asked: fc.constantFrom('2031-01-02', '2030-12-31').map((day) => ({ certainty: 'exact' as const, day })),
      answer: fc.constantFrom('none' as const, 'refused' as const),
      evidence: fc.array(fc.constant(evidence), { minLength: 1, maxLength: 1 }),
    },
    { requiredKeys: ['number', 'text', 'answer'] },
  );
  const draws = fc.sample(fc.array(item, { minLength: 1, maxLength: 4 }), { numRuns: 25, seed: 7 });
  draws.push(
    [
      { number: '1', text: '=HYPERLINK("http://x")', answer: 'none' },
      { number: '2', text: '"quoted"\ttab', answer: 'none' },
    ].map((one) => ({ ...one, text: one.text.replace('\t', ' ') }) as (typeof draws)[number][number]),
  );
  for (const items of draws) {
    const made = (await home.records.change(null, (w) => w.create('evidence_request', { caseId, fields: { title: 'Logs', direction: 'to_government', items } }))).result;
    const { table } = await copyTable(home.records, { numbers: [made.number], list: 'items', audience: 'internal' });
    const cells = table.text
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split('\t').map((one) => (/^"[^]*"$/.test(one) ? one.slice(1, -1).replaceAll('""', '"') : one)));
    const got = read(cells, { heading: true });
    expect(got.faults).toEqual([]);
    expect(got.values).toEqual(items);
  }
});
