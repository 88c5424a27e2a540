import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestVault, type TestVault } from './test-vault.ts';

let home: TestVault;
let here: string;
beforeAll(async () => {
  home = await makeTestVault();
  const { records } = home;
  here = (await records.change('Engagement', (w) => w.create('case', { caseId: null, fields: { title: 'Here' } }))).result.id;
  const there = (await records.change(null, (w) => w.create('case', { caseId: null, fields: { title: 'There' } }))).result.id;
  const target = (await records.change(null, (w) => w.create('note', { caseId: here, fields: { title: 'Target', type: 'note', body: 'b' } }))).result;
  for (let i = 0; i < 30; i++) await records.change(null, (w) => w.create('note', { caseId: there, fields: { title: `Other ${i}`, type: 'note', body: 'b' } }));
  const note = (await records.change(null, (w) => w.create('note', { caseId: here, fields: { title: 'Draft', type: 'note', body: 'b' } }))).result;
  home.pass(1000);
  await records.change('named wrongly', (w) => w.update(note.id, { fields: { title: 'Memo', about: [target.id], body: 'x'.repeat(5000) } }));
  await records.change(null, (w) => w.move(note.id, 'final', 'agreed'));
});
afterAll(() => home.end());

test('the history of a record says who changed what, why, and from what to what', () => {
  const { entries, more } = home.records.history({ number: 'note-32', limit: 10 });
  expect(more).toBe(false);
  expect(entries.map(({ verb, reason, title, actor }) => [verb, reason, title, actor])).toEqual([
    ['move', 'agreed', 'Memo', 'Ada Reyes'],
    ['update', 'named wrongly', 'Memo', 'Ada Reyes'],
    ['create', null, 'Draft', 'Ada Reyes'],
  ]);
  expect(entries[0]?.changes).toEqual([{ field: 'state', label: 'State', old: 'Open', new: 'Final' }]);
  expect(entries[1]?.changes).toContainEqual({ field: 'title', label: 'Title', old: 'Draft', new: 'Memo' });
  expect(entries[1]?.changes).toContainEqual({ field: 'about', label: 'About', old: null, new: 'NOTE-001' });
  expect(entries[1]?.changes.find((change) => change.field === 'body')?.new).toHaveLength(2002);
});

test('the history of a case has its records and its own, and nothing of another case', () => {
  const { entries } = home.records.history({ caseId: here, limit: 100 });
  expect(entries.map((entry) => entry.number)).toEqual(['NOTE-032', 'NOTE-032', 'NOTE-032', 'NOTE-001', 'CASE-001']);
});

test('pages of the whole history join without gap or overlap, down to the making of the vault', () => {
  const seen: number[] = [];
  let before: number | undefined;
  for (;;) {
    const { entries, more } = home.records.history({ limit: 7, ...(before !== undefined && { before }) });
    seen.push(...entries.map((entry) => entry.seq));
    if (!more) break;
    before = entries.at(-1)?.seq;
  }
  const last = home.records.reading().seq;
  expect(seen).toEqual(Array.from({ length: last }, (_, index) => last - index));
});

test('the history of what does not exist is refused', () => {
  expect(() => home.records.history({ number: 'NOTE-999', limit: 1 })).toThrow('record-not-found');
});
