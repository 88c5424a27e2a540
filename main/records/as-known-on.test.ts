import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestVault, type TestVault } from './test-vault.ts';

const minute = 60_000;
let home: TestVault;
let caseId: string;
let early: number;
let late: number;
let target: string;

beforeAll(async () => {
  home = await makeTestVault();
  const { records } = home;
  caseId = (await records.change(null, (w) => w.create('case', { caseId: null, fields: { title: 'A case' } }))).result.id;
  const make = async (title: string, about: string[] = []) =>
    (await records.change(null, (w) => w.create('note', { caseId, fields: { title, type: 'note', body: `Text of ${title}`, about } }))).result;
  target = (await make('target')).id;
  const a = await make('original wording', [target]);
  const b = await make('stays as it is', [target]);
  const gone = await make('removed later');
  early = home.now();
  home.pass(minute);
  await records.change(null, (w) => {
    w.update(a.id, { fields: { title: 'new wording', body: 'other words', about: null } });
    w.move(b.id, 'final');
    w.remove(gone.id, 'entered twice');
  });
  await make('written later');
  late = home.now();
  home.pass(minute);
});
afterAll(() => home.end());

const titlesOn = (asOf?: number) =>
  home.records
    .reading(asOf)
    .list({ kind: 'note', sort: 'number' })
    .rows.map((row) => [row.title, row.state, row.closed]);

test('a list as known on a day has what was recorded then, as it stood', () => {
  expect(titlesOn(early)).toEqual([
    ['target', 'open', false],
    ['original wording', 'open', false],
    ['stays as it is', 'open', false],
    ['removed later', 'open', false],
  ]);
  expect(titlesOn(late)).toEqual(titlesOn());
  expect(titlesOn(0)).toEqual([]);
});

test('one record, its links and who links to it are read as they were', () => {
  const [then, now] = [home.records.reading(early), home.records.reading()];
  expect(then.get('NOTE-002')?.fields['title']).toBe('original wording');
  expect(now.get('NOTE-002')?.fields['title']).toBe('new wording');
  expect(then.linkingTo(target).map((record) => record.number)).toEqual(['NOTE-002', 'NOTE-003']);
  expect(now.linkingTo(target).map((record) => record.number)).toEqual(['NOTE-003']);
  expect(then.linksOf(then.require('NOTE-002').id).map(({ record }) => record.number)).toEqual(['NOTE-001']);
  expect(then.get('NOTE-005')).toBeUndefined();
  expect(then.require('NOTE-004').removed).toBeUndefined();
  expect(then.changed(then.require('NOTE-003').id).at).toBe(early);
  expect(then.all('note').map((note) => note.fields.title)).toEqual(['target', 'original wording', 'stays as it is', 'removed later']);
});

test('search as known on a day finds the words of that day', () => {
  const find = (text: string, asOf?: number) => home.records.search({ text, limit: 10, asOf }).hits.map((hit) => hit.row.number);
  expect(find('original wording', early)).toEqual(['NOTE-002']);
  expect(find('original')).toEqual([]);
  expect(find('new wording', early)).toEqual([]);
  expect(find('stays', early)).toEqual(['NOTE-003']);
  expect(find('removed later', early)).toEqual(['NOTE-004']);
  expect(find('written', early)).toEqual([]);
});

test('a past that is kept while people go on working keeps its words', async () => {
  const find = (text: string) => home.records.search({ text, limit: 10, asOf: late }).hits.map((hit) => hit.row.number);
  expect(find('written later')).toEqual(['NOTE-005']);
  for (const title of ['changed once', 'changed twice']) {
    await home.records.change(null, (w) => w.update(w.require('NOTE-005').id, { fields: { title, body: 'b' } }));
    expect(find('written later')).toEqual(['NOTE-005']);
    expect(find('changed')).toEqual([]);
  }
});

test('history and the working set end with the instant', () => {
  const { entries } = home.records.history({ limit: 100, asOf: early });
  expect(Math.max(...entries.map((entry) => entry.at))).toBe(early);
  expect(
    home.records
      .workingSet({ caseId, asOf: early })
      .rows.map((row) => row.number)
      .toSorted(),
  ).toEqual(['CASE-001', 'NOTE-001', 'NOTE-002', 'NOTE-003', 'NOTE-004']);
});

test('more instants than are kept ready still answer alike', () => {
  const before = titlesOn(early);
  const instants = [early, late, early + 1, early - 1, 0, late + 1, home.now() + minute];
  for (const instant of [...instants, ...instants]) titlesOn(instant);
  expect(titlesOn(early)).toEqual(before);
});

test('content that was erased shows as erased on the day it stood there, and in history', async () => {
  const { records, vault } = home;
  const note = (await records.change(null, (w) => w.create('note', { caseId, fields: { title: 'secret', type: 'note', body: 'words to be given back' } }))).result;
  const { seq } = records.reading().changed(note.id);
  const then = home.now();
  expect(records.search({ text: 'secret', limit: 5, asOf: then }).hits).toHaveLength(1);
  home.pass(minute);
  await records.change(null, (w) => w.update(note.id, { fields: { title: 'given back', body: 'nothing' } }));
  await vault.change({}, (tx) => tx.erase([seq], { record: note.id, kind: 'note', shape: 1, authority: 'clawback notice', left: {} }));
  expect(records.search({ text: 'secret', limit: 5, asOf: then }).hits).toEqual([]);
  expect(records.reading(then).get(note.id)).toMatchObject({ number: note.number, state: 'erased', fields: {} });
  expect(
    records
      .reading(then)
      .list({ kind: 'note' })
      .rows.find((row) => row.number === note.number),
  ).toMatchObject({ title: '', state: 'erased' });
  expect(records.reading().get(note.id)?.fields['title']).toBe('given back');
  const told = records.history({ number: note.number, limit: 10 }).entries;
  expect(told.map(({ verb, erased, title, changes }) => [verb, erased, title, changes.length])).toEqual([
    ['erased', false, '', 0],
    ['update', false, 'given back', 0],
    ['create', true, '', 0],
  ]);
  expect(told[0]?.reason).toBe('clawback notice');
});
