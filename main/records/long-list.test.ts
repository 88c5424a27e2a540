import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestVault, type TestVault } from './test-vault.ts';

let home: TestVault;
let caseId: string;
const days = ['2031-03-03', null, '2031-01-20', '2031-02-14', null];
beforeAll(async () => {
  home = await makeTestVault();
  await home.records.change(null, (w) => {
    const made = w.create('case', { caseId: null, fields: { title: 'A case' } });
    caseId = made.id;
    days.forEach((day, i) => {
      w.create('deadline', {
        caseId,
        fields: {
          title: ['Answer the Bureau', 'answer the court', 'Zeta', 'Übersetzung', 'Beta'][i] ?? '',
          method: 'manual',
          side: i % 2 ? 'theirs' : 'ours',
          ...(day !== null && { date: { certainty: 'exact', day } }),
        },
      });
    });
    w.create('note', { caseId, fields: { title: 'Answer', type: 'note', body: 'b' } });
  });
});
afterAll(() => home.end());

const ask = (question: object = {}, asOf?: number) => home.records.reading(asOf).numbers({ kind: 'deadline', sort: 'number', down: false, ...question });

test('a list is told as its numbers in the order that is asked for', () => {
  expect(ask()).toEqual(['DL-001', 'DL-002', 'DL-003', 'DL-004', 'DL-005']);
  expect(ask({ down: true })).toEqual(['DL-005', 'DL-004', 'DL-003', 'DL-002', 'DL-001']);
  expect(ask({ sort: 'title' }).slice(0, 3)).toEqual(['DL-001', 'DL-002', 'DL-005']);
});

test('what has no day stands last, whichever way the days run', () => {
  expect(ask({ sort: 'due' })).toEqual(['DL-003', 'DL-004', 'DL-001', 'DL-002', 'DL-005']);
  expect(ask({ sort: 'due', down: true }).slice(0, 3)).toEqual(['DL-001', 'DL-004', 'DL-003']);
});

test('words are looked for in number and title, in any order and case, letters beyond ASCII too', () => {
  expect(ask({ text: 'bureau ANSWER' })).toEqual(['DL-001']);
  expect(ask({ text: 'über' })).toEqual(['DL-004']);
  expect(ask({ text: 'dl-00' })).toHaveLength(5);
});

test('a removed record leaves the list, and stands in it as known before', async () => {
  const before = home.now();
  home.pass(1000);
  const { result, act } = await home.records.change('twice', (w) => w.remove(w.require('DL-002').id, 'twice'));
  expect(result.removed).toBeDefined();
  expect(ask()).not.toContain('DL-002');
  expect(home.records.reading().rowsOf(['DL-002'])).toEqual([]);
  expect(ask({}, before)).toContain('DL-002');
  expect(
    home.records
      .reading(before)
      .rowsOf(['DL-002'])
      .map((row) => row.title),
  ).toEqual(['answer the court']);
  await home.records.undo(act);
});

test('rows show the fields that are chosen, with what they sort by, and nothing that is no field', () => {
  const [row] = home.records.reading().rowsOf(['DL-003'], ['side', 'date', 'constructor', 'answer']);
  expect(row).toMatchObject({ number: 'DL-003', shown: { side: 'Ours' }, sorts: { date: '2031-01-20' } });
  expect(Object.keys(row?.shown ?? {})).toEqual(['side', 'date']);
});

test('a list with chosen columns reads them too, where the kind shows none by itself', () => {
  const { rows } = home.records.reading().list({ kind: 'note', columns: ['body', 'type'] });
  expect(rows[0]?.shown).toMatchObject({ body: 'b' });
});
