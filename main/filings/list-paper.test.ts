import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { memoryDestination } from '../exchange/destination.ts';
import type { RunJob } from '../jobs/run-job.ts';
import { makeTestVault, type TestVault } from '../records/test-vault.ts';
import { linesOf, listPaper, mostColumns, mostLines, mostPrinted, mostRows, pressList, previewList, type ListAsked, type ListHouse } from './list-paper.ts';
import type { ListPaperData } from './press/paper.ts';
import type { PressOrder } from './press/press.ts';

let home: TestVault;
let caseId: string;
const set: PressOrder[] = [];
let house: ListHouse;
const dataOf = (order: PressOrder | undefined): ListPaperData => order?.data as ListPaperData;

beforeAll(async () => {
  home = await makeTestVault();
  await home.records.change(null, (w) => {
    caseId = w.create('case', { caseId: null, fields: { title: 'Heron and the order' } }).id;
    const note = (title: string, type: 'note' | 'call_memo', more: object = {}) => w.create('note', { caseId, fields: { title, type, body: 'b' }, privilege: 'none', ...more });
    note('first', 'note', { audience: 'agency' });
    note('second', 'call_memo');
    note('advice of counsel', 'call_memo', { privilege: 'attorney_client', audience: 'outside_counsel' });
    w.create('deadline', {
      caseId,
      fields: { title: 'Answer', method: 'manual', side: 'ours', date: { certainty: 'exact', day: '2031-02-03', time: '17:00', zone: 'America/New_York' } },
    });
    w.create('person', { caseId: null, fields: { name: 'Ada Reyes', kindOfPerson: 'witness' } });
  });
  const runJob: RunJob = (_entry, input) => {
    const order = input.head as PressOrder;
    set.push(order);
    const pdf = Buffer.from(`%PDF ${JSON.stringify(order)}`);
    return Promise.resolve({ head: { pages: 1, sha256: createHash('sha256').update(pdf).digest('hex'), substituted: 0 }, bytes: [pdf] });
  };
  house = { records: home.records, checkpoint: () => ({ seq: 9, root: 'AAAA' }), clock: () => ({ instant: home.now(), zone: 'America/New_York' }), runJob, vaultName: 'Acme' };
});
afterAll(() => home.end());

const notes = (more: Partial<ListAsked> = {}): ListAsked => ({
  kind: 'note',
  caseId,
  numbers: ['NOTE-002', 'NOTE-001'],
  look: { columns: ['number', 'title', 'type', 'state'] },
  audience: 'internal',
  ...more,
});
const releases = () => home.records.reading().all('release');

test('a list leaves as it is shown, with its head, and the release says so', async () => {
  const look = { columns: ['number', 'title', 'state'], narrowed: 'Open ones only. Type: Call memo', total: 7 };
  const to = memoryDestination('notes.pdf');
  const left = await pressList(house, notes({ look }), to);
  const paper = dataOf(set.at(-1));
  expect(paper.name).toBe('Notes');
  expect(paper.banner).toBe('PRIVILEGED & CONFIDENTIAL');
  expect(Object.fromEntries(paper.head)).toMatchObject({ Vault: 'Acme', Case: 'CASE-001 Heron and the order', 'Narrowed by': look.narrowed, Rows: '2 of 7', For: 'Internal' });
  expect(Object.fromEntries(paper.head)['As of']).toMatch(/^\w+ \d{1,2}, \d{4}, .*\(America\/New_York\)$/);
  expect(paper.columns.map(({ name }) => name)).toEqual(['Number', 'Title', 'State']);
  expect(paper.parts).toEqual([{ title: null, rows: [expect.arrayContaining(['NOTE-002', 'second']), expect.arrayContaining(['NOTE-001', 'first'])] }]);
  expect(releases().find(({ number }) => number === left.number)?.fields).toMatchObject({
    what: 'List of notes',
    format: 'pdf',
    numbers: ['NOTE-002', 'NOTE-001'],
    sha256: left.sha256,
  });
  expect(createHash('sha256').update(to.bytes()).digest('hex')).toBe(left.sha256);
});

test('what may not go stands nowhere on the paper: no row, no heading, no words of ours to the other side', async () => {
  const numbers = ['NOTE-003', 'NOTE-002', 'NOTE-001'];
  const ours = await pressList(house, notes({ numbers, look: { columns: ['number', 'title'], group: 'type' } }), memoryDestination('a'));
  expect(ours.withheld).toEqual([{ number: 'NOTE-003', why: 'privileged' }]);
  expect(JSON.stringify(dataOf(set.at(-1)))).not.toContain('advice');
  expect(Object.fromEntries(dataOf(set.at(-1)).head)['Held back']).toMatch(/^1 /);
  const theirs = await pressList(
    house,
    notes({ numbers, audience: 'agency', recipient: 'The Bureau', look: { columns: ['number', 'title'], group: 'type', narrowed: 'With the words “advice”', total: 40 } }),
    memoryDestination('b'),
  );
  expect(theirs.numbers).toEqual(['NOTE-001']);
  const paper = JSON.stringify(dataOf(set.at(-1)));
  for (const word of ['advice', 'second', 'Call memo', 'Heron', 'Acme', '40', 'PRIVILEGED']) expect(paper, word).not.toContain(word);
  expect(dataOf(set.at(-1)).notes).toHaveLength(1);
  expect(set.at(-1)).toMatchObject({ profile: 'outgoing' });
  expect(set.at(-1)).not.toHaveProperty('checkpoint');
  // With a reason counsel may have it; a sealed kind nobody; where nothing may go nothing is pressed and nothing noted.
  const whole = await pressList(house, notes({ numbers, audience: 'outside_counsel', privilegedBecause: 'for their opinion' }), memoryDestination('c'));
  expect(whole.numbers).toEqual(['NOTE-003', 'NOTE-001']);
  const before = [set.length, releases().length];
  const person = home.records.reading().all('person')[0]?.number ?? '';
  await expect(pressList(house, notes({ kind: 'person', numbers: [person] }), memoryDestination('d'))).rejects.toMatchObject({ failure: { code: 'release-withheld' } });
  await expect(previewList(house, notes({ numbers: ['NOTE-003'] }))).rejects.toMatchObject({ failure: { code: 'release-withheld' } });
  expect([set.length, releases().length]).toEqual(before);
});

test('what is looked at is what then leaves, byte for byte, and looking notes nothing', async () => {
  const before = releases().length;
  const asked = notes({ numbers: ['NOTE-003', 'NOTE-001'] });
  const seq = home.records.reading().seq;
  const looked = await previewList(house, asked);
  expect([looked.held, releases().length, home.records.reading().seq]).toEqual([1, before, seq]);
  expect((await pressList(house, asked, memoryDestination('e'))).sha256).toBe(looked.sha256);
});

test('a list that changed after its pages were looked at is not made: the rows, their words, their headings, the day; the minute and other records are no change', async () => {
  const asked = notes({ numbers: ['NOTE-002', 'NOTE-001'], look: { columns: ['number', 'title', 'state'], group: 'type' } });
  const { content } = await previewList(house, asked);
  const later = (more: number): ListHouse => ({ ...house, clock: () => ({ instant: home.now() + more, zone: 'America/New_York' }) });
  const before = [set.length, releases().length];
  const made = (of: ListAsked, at = house) => pressList(at, of, memoryDestination('x'), { content });
  const changed = { failure: { code: 'pages-changed', list: 'Notes' } };
  await expect(made({ ...asked, numbers: ['NOTE-001', 'NOTE-002'] })).rejects.toMatchObject(changed);
  await expect(made({ ...asked, numbers: ['NOTE-001'] })).rejects.toMatchObject(changed);
  await expect(made({ ...asked, audience: 'outside_counsel' })).rejects.toMatchObject(changed);
  await expect(made(asked, later(26 * 3_600_000))).rejects.toMatchObject(changed);
  const id = home.records.reading().require('NOTE-001').id;
  const first = home.records.reading().require('NOTE-001').fields;
  await home.records.change(null, (w) => w.update(id, { fields: { ...first, title: 'renamed by somebody else' } }));
  await expect(made(asked)).rejects.toMatchObject(changed);
  expect([set.length, releases().length]).toEqual(before);
  // Back to what was looked at, some seconds later, with a change that stands on none of its pages.
  await home.records.change(null, (w) => w.update(id, { fields: { ...first, body: 'on no page' } }));
  expect((await made(asked, later(90_000))).numbers).toEqual(asked.numbers);
});

test('rows stand under the headings of the window where these are of days, and under what may go where they are of a field', () => {
  const records = [home.records.reading().require('DL-001'), home.records.reading().require('NOTE-001')];
  const asked: ListAsked = {
    caseId: null,
    numbers: ['DL-001', 'NOTE-001'],
    audience: 'internal',
    look: {
      name: 'docket',
      columns: ['due', 'title', 'case', 'kind', 'owner', 'nothing-of-the-kind'],
      headings: [
        { at: 0, words: 'Later' },
        { at: 1, words: 'No date yet' },
      ],
    },
  };
  const paper = listPaper(house, asked, 2, records, house.clock());
  expect(paper.name).toBe('Docket');
  expect(paper.parts.map(({ title, rows }) => [title, rows.map((row) => row.slice(0, 4))])).toEqual([
    ['Later', [['Mon 3 Feb 2031, 5:00 p.m. Eastern', 'Answer', 'CASE-001 Heron and the order', 'Deadline']]],
    ['No date yet', [['', 'first', 'CASE-001 Heron and the order', 'Note']]],
  ]);
  const grouped = listPaper(house, notes({ look: { columns: ['number'], group: 'type' } }), 2, home.records.reading().all('note').slice(0, 2), house.clock());
  expect(grouped.parts.map(({ title }) => title)).toHaveLength(2);
});

test('more rows or columns than a paper holds are refused before anything is set', async () => {
  const before = set.length;
  await expect(pressList(house, notes({ numbers: Array.from({ length: mostRows + 1 }, () => 'NOTE-001') }), memoryDestination('f'))).rejects.toMatchObject({
    failure: { code: 'too-many-records', count: mostRows + 1, limit: mostRows },
  });
  // As many rows as are allowed, each on more lines than a paper of so many holds.
  const numbers = Array.from({ length: 10 }, () => 'NOTE-001');
  const tall = home.records.reading().require('NOTE-001');
  const rows = Array.from({ length: mostRows }, () => ({ ...tall, fields: { ...tall.fields, title: 'w'.repeat(200) } }));
  const data = listPaper(house, notes({ numbers, look: { columns: ['number', 'title', 'type', 'author', 'state', 'due'] } }), 1, rows, house.clock());
  expect(linesOf(data)).toBeGreaterThan(mostLines);
  const columns = Array.from({ length: mostColumns + 1 }, () => 'title');
  await expect(previewList(house, notes({ look: { columns } }))).rejects.toMatchObject({ failure: { code: 'misuse' } });
  expect(set.length).toBe(before);
});

test('more pages than are printed from here are refused before anybody is asked, and nothing is noted', async () => {
  const before = releases().length;
  const many: RunJob = () => Promise.resolve({ head: { pages: mostPrinted + 1, sha256: 'ab', substituted: 0 }, bytes: [Buffer.from('%PDF')] });
  await expect(pressList({ ...house, runJob: many }, notes(), { ...memoryDestination('g'), onPaper: true })).rejects.toMatchObject({ failure: { code: 'misuse' } });
  expect(releases()).toHaveLength(before);
});

test('of a sample every page says so', () => {
  expect(listPaper({ ...house, sample: true }, notes(), 1, [], house.clock()).banner).toBe('SAMPLE · PRIVILEGED & CONFIDENTIAL');
});
