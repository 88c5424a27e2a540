import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refused } from '../../shared/failure/failure.ts';
import { changedOf } from './changed-of.ts';
import { list } from './list.ts';
import { liveSource } from './live-source.ts';
import { makeTestVault, type TestVault } from './test-vault.ts';

let home: TestVault;
let caseId: string;
const titles = Array.from({ length: 25 }, (_, index) => `${['alpha', 'Beta', 'gamma'][index % 3]} ${String(index).padStart(2, '0')}`);

beforeAll(async () => {
  home = await makeTestVault();
  caseId = (await home.records.change(null, (w) => w.create('case', { caseId: null, fields: { title: 'A case', client: 'Example Labs' } }))).result.id;
  for (const [index, title] of titles.entries()) {
    home.pass(1000);
    const day = `2031-0${(index % 4) + 1}-10`;
    await home.records.change(null, (w) =>
      index % 2 === 0
        ? w.create('note', { caseId, fields: { title, type: 'note', body: 'words' } })
        : w.create('deadline', { caseId, fields: { title, method: 'manual', side: 'ours', ...(index % 5 !== 0 && { date: { certainty: 'exact', day } }) } }),
    );
  }
});
afterAll(() => home.end());

/** Every page of a list, `limit` rows at a time. */
function pages(question: Parameters<ReturnType<TestVault['records']['reading']>['list']>[0]): string[] {
  const numbers: string[] = [];
  let after: string | undefined;
  for (;;) {
    const page = home.records.reading().list({ ...question, ...(after !== undefined && { after }) });
    numbers.push(...page.rows.map((row) => row.number));
    if (page.next === null) return numbers;
    after = page.next;
  }
}

test.each(['due', 'number', 'changed', 'title'] as const)('pages by %s give every row once and in the order of one long page', (sort) => {
  const whole = pages({ sort, limit: 1000 });
  expect(new Set(whole).size).toBe(26);
  for (const limit of [1, 7, 25, 26]) expect(pages({ sort, limit })).toEqual(whole);
});

test('a list by change is the same whether it is sorted or read along the journal', async () => {
  const { result: note } = await home.records.change(null, (w) => w.update(w.require('NOTE-002').id, { tags: ['touched'] }));
  const source = liveSource(home.vault.reader, home.vault);
  for (const more of [{}, { kind: 'note' }, { caseId }, { kind: 'deadline', closed: false }]) {
    const walk = (sorted: number): string[] => {
      const numbers: string[] = [];
      for (let after: string | undefined; ; ) {
        const { rows, next } = list(source, { ...more, sort: 'changed', limit: 4, after }, sorted);
        numbers.push(...rows.map((row) => row.number));
        if (next === null) return numbers;
        after = next;
      }
    };
    expect(walk(0)).toEqual(walk(1000));
    expect(walk(0).length).toBe(list(source, more).total);
  }
  expect(home.records.reading().list({ sort: 'changed', limit: 1 }).rows[0]?.number).toBe(note.number);
});

test('a list by date has the next due first and the undated last', () => {
  const { rows } = home.records.reading().list({ kind: 'deadline', sort: 'due' });
  const dues = rows.map((row) => row.due);
  expect(dues.filter((due) => due !== null)).toEqual(dues.filter((due) => due !== null).toSorted());
  expect(dues.slice(-2)).toEqual([null, null]);
  expect(dues.indexOf(null)).toBe(10);
});

test('a list by title does not mind capital letters', () => {
  const found = home.records
    .reading()
    .list({ sort: 'title', caseId })
    .rows.map((row) => row.title);
  expect(found).toEqual(titles.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
});

test('a list counts all that it names and shows the columns of the kind as words', () => {
  const { rows, total } = home.records.reading().list({ kind: 'deadline', states: ['proposed'], closed: false, limit: 3 });
  expect([rows.length, total]).toEqual([3, 12]);
  expect(rows[0]?.shown).toMatchObject({ side: 'Ours' });
  expect(home.records.reading().list({ kind: 'deadline', states: [] }).total).toBe(0);
});

test('a place that is not of the list is refused, whatever it holds', () => {
  for (const after of ['', 'x', 'W10', Buffer.from('[9,"a",1]').toString('base64url'), Buffer.from('[0,{},1]').toString('base64url')]) {
    expect(() => home.records.reading().list({ after })).toThrow(Refused);
  }
});

test('a record is found by id, by number and by how people write numbers', () => {
  const reading = home.records.reading();
  const note = reading.require('NOTE-003');
  for (const typed of [note.id, 'note 3', ' NOTE-0003 ', 'note3', 'Note–3']) expect(reading.get(typed)?.id).toBe(note.id);
  expect(reading.get('NOTE-999')).toBeUndefined();
  expect(() => reading.require('ORD-001')).toThrow('record-not-found');
});

test('counts say how many there are of each kind in each state', () => {
  expect(home.records.reading().counts(caseId)).toEqual([
    { kind: 'deadline', state: 'proposed', closed: false, count: 12 },
    { kind: 'note', state: 'open', closed: false, count: 13 },
  ]);
});

test('whole records of a kind come oldest first', () => {
  expect(
    home.records
      .reading()
      .all('note')
      .map((note) => note.fields.title),
  ).toEqual(titles.filter((_, index) => index % 2 === 0));
});

test('whether anything of some kinds was changed since an entry is told, and no other change is taken for one', async () => {
  const { records, vault } = home;
  const since = records.reading().seq;
  expect(changedOf(vault.reader, ['note', 'deadline'], since)).toBe(false);
  await records.change(null, (w) => w.create('note', { caseId, fields: { title: 'new', type: 'note', body: 'b' } }));
  expect(changedOf(vault.reader, ['note'], since)).toBe(true);
  expect(changedOf(vault.reader, ['deadline', 'case'], since)).toBe(false);
});
