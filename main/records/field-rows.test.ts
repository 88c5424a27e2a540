import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FieldFilter } from '../../shared/records/field-filter.ts';
import { makeTestVault, type TestVault } from './test-vault.ts';

let home: TestVault;
let caseId: string;
beforeAll(async () => {
  home = await makeTestVault();
  await home.records.change(null, (w) => {
    caseId = w.create('case', { caseId: null, fields: { title: 'A case' } }).id;
    const day = (text: string) => ({ certainty: 'exact', day: text }) as const;
    const due = [day('2031-02-03'), day('2031-03-01'), { certainty: 'unknown' } as const, undefined];
    due.forEach((date, i) => {
      w.create('deadline', {
        caseId,
        ...(i === 1 && { privilege: 'work_product', privilegeBasis: { author: 'Counsel', purpose: 'Litigation', dualPurpose: false } }),
        fields: { title: `Says "theirs", number ${i}`, method: 'manual', side: i % 2 ? 'theirs' : 'ours', ...(date && { date }), ...(i === 3 && { owner: 'Mae Ito' }) },
      });
    });
  });
});
afterAll(() => home.end());

const filter = (field: string, rest: Partial<FieldFilter> = {}): FieldFilter => ({ field, values: [], unstated: false, ...rest });
const listed = (fields: FieldFilter[], asOf?: number, kind = 'deadline') =>
  home.records
    .reading(asOf)
    .list({ kind, fields, sort: 'number' })
    .rows.map((row) => row.number);
const numbered = (fields: FieldFilter[], asOf?: number, kind = 'deadline') => home.records.reading(asOf).numbers({ kind, fields, sort: 'number', down: false });

test('a list and its numbers hold the records whose fields say what is asked, and count only those', () => {
  const theirs = [filter('side', { values: ['theirs'] })];
  expect(listed(theirs)).toEqual(['DL-002', 'DL-004']);
  expect(numbered(theirs)).toEqual(['DL-002', 'DL-004']);
  expect(home.records.reading().list({ kind: 'deadline', fields: theirs, limit: 1 })).toMatchObject({ total: 2 });
  expect(numbered([...theirs, filter('@privilege', { values: ['work_product'] })])).toEqual(['DL-002']);
  expect(numbered([filter('date', { from: '2031-02-01', to: '2031-02-28' })])).toEqual(['DL-001']);
  expect(numbered([filter('date', { unstated: true })])).toEqual(['DL-003', 'DL-004']);
  expect(numbered([filter('owner', { words: 'ito' })])).toEqual(['DL-004']);
  expect(numbered([filter('owner', { unstated: true }), filter('side', { values: ['theirs', 'ours'] })])).toEqual(['DL-001', 'DL-002', 'DL-003']);
});

test('fields of no kind, or of one that there is not, are refused as data', () => {
  for (const kind of [undefined, 'counsel'])
    expect(() => home.records.reading().list({ kind, fields: [filter('side', { unstated: true })] })).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ code: 'misuse' }) }),
    );
});

test('pages of a filtered list follow one another', () => {
  const question = { kind: 'deadline', fields: [filter('side', { values: ['ours', 'theirs'] })], limit: 3, sort: 'number' } as const;
  const first = home.records.reading().list(question);
  const second = home.records.reading().list({ ...question, after: first.next ?? '' });
  expect([...first.rows, ...second.rows].map((row) => row.number)).toEqual(['DL-001', 'DL-002', 'DL-003', 'DL-004']);
});

test('on a past day the fields of then are asked', async () => {
  const then = home.now();
  home.pass(1000);
  const { act } = await home.records.change(null, (w) => w.update(w.require('DL-001').id, { fields: { side: 'theirs' } }));
  const ours = [filter('side', { values: ['ours'] })];
  expect(numbered(ours)).toEqual(['DL-003']);
  expect(numbered(ours, then)).toEqual(['DL-001', 'DL-003']);
  expect(listed(ours, then)).toEqual(['DL-001', 'DL-003']);
  home.pass(1000);
  await home.records.undo(act);
  expect(numbered(ours)).toEqual(['DL-001', 'DL-003']);
});

test('a field that the kind does not have is refused, and so are fields without a kind', () => {
  expect(() => numbered([filter('severity', { unstated: true })])).toThrow(expect.objectContaining({ failure: expect.objectContaining({ code: 'misuse' }) }));
  expect(() => home.records.reading().list({ fields: [filter('side')] })).toThrow(expect.objectContaining({ failure: expect.objectContaining({ code: 'misuse' }) }));
});
