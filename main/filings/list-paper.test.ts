import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { memoryDestination } from '../exchange/destination.ts';
import type { RunJob } from '../jobs/run-job.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
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

test('headings of days are reckoned by the vault of what may go: the window has no words of its own to print, neither there nor over a column', () => {
  const records = ['DL-001', 'NOTE-001'].map((number) => home.records.reading().require(number));
  const asked: ListAsked = {
    caseId: null,
    numbers: ['DL-001', 'NOTE-001'],
    audience: 'internal',
    look: { name: 'docket', columns: ['due', 'title', 'case', 'kind', 'owner', 'Words of a window', 'toString'], byDay: 'docket' },
  };
  const paper = listPaper(house, asked, 2, records, house.clock());
  expect(paper.name).toBe('Docket');
  expect(paper.columns.map(({ name }) => name)).toEqual(['Due', 'Title', 'Case', 'Kind', 'With']);
  expect(paper.parts.map(({ title, rows }) => [title, rows.map((row) => row.slice(0, 4))])).toEqual([
    ['Later', [['Mon 3 Feb 2031, 5:00 p.m. Eastern', 'Answer', 'CASE-001 Heron and the order', 'Deadline']]],
    ['No date yet', [['', 'first', 'CASE-001 Heron and the order', 'Note']]],
  ]);
  const titles = (at: number, byDay: 'docket' | 'agenda') =>
    listPaper(house, { ...asked, look: { ...asked.look, byDay } }, 2, records, { instant: at, zone: 'America/Los_Angeles' }).parts.map(({ title }) => title);
  // Its hour, 5 p.m. in New York, has not struck at 1:59 p.m. in Los Angeles on that day, and has at 2:01.
  const struck = Date.UTC(2031, 1, 3, 22);
  expect(titles(struck - 60_000, 'docket')).toEqual(['Today (Mon 3 Feb 2031)', 'No date yet']);
  expect(titles(struck + 60_000, 'docket')).toEqual(['Overdue', 'No date yet']);
  expect(titles(struck - 2 * 86_400_000, 'docket')).toEqual(['Next 7 days (to Sat 8 Feb 2031)', 'No date yet']);
  expect(titles(struck - 2 * 86_400_000, 'agenda')).toEqual(['Mon 3 Feb 2031', 'No date yet']);
  const grouped = listPaper(house, notes({ look: { columns: ['number'], group: 'type' } }), 2, home.records.reading().all('note').slice(0, 2), house.clock());
  expect(grouped.parts.map(({ title }) => title)).toHaveLength(2);
});

test('of many later rows each stands under its month', () => {
  const due = (month: number, i: number) => ({ certainty: 'exact', day: `2031-${String(month).padStart(2, '0')}-${String(i + 1).padStart(2, '0')}` });
  const [one] = home.records.reading().all('deadline');
  const many = [3, 4].flatMap((month) =>
    Array.from({ length: 16 }, (_, i) => ({ ...one, id: `${month} ${i}`, fields: { ...one?.fields, date: due(month, i) } }) as unknown as AnyRecord),
  );
  const paper = listPaper(house, { caseId: null, numbers: ['DL-001'], audience: 'internal', look: { columns: ['due'], byDay: 'docket' } }, 32, many, house.clock());
  expect(paper.parts.map(({ title, rows }) => [title, rows.length])).toEqual([
    ['Later in March 2031', 16],
    ['April 2031', 16],
  ]);
});

test('beyond outside counsel a linked record that may not go there is named nowhere on the paper, and heads no rows; for us its number stands', async () => {
  const request = await home.records.change(null, (w) => {
    const to = w.create('party', { caseId, fields: { name: 'Kept party', type: 'company' }, audience: 'internal' });
    return w.create('evidence_request', { caseId, fields: { title: 'Logs', direction: 'from_government', to: to.id }, audience: 'agency', privilege: 'none' });
  });
  const to = String(request.result.fields.to);
  const textFor = async (audience: 'agency' | 'internal', group: boolean) => {
    const look = { columns: ['number', 'to'], ...(group && { group: 'to' }) };
    await pressList(house, { kind: 'evidence_request', caseId: null, numbers: [request.result.number], audience, look }, memoryDestination('q'));
    return JSON.stringify(dataOf(set.at(-1)));
  };
  for (const group of [false, true]) {
    const theirs = await textFor('agency', group);
    for (const word of ['PTY-', 'Kept', to]) expect(theirs, word).not.toContain(word);
    expect(await textFor('internal', group)).toContain('PTY-001 Kept party');
  }
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

test('a list of a past day says so on every page and in its release, has what was known then, and holds back what was privileged then or is now', async () => {
  const asOf = home.now();
  home.pass(3 * 86_400_000);
  const reading = home.records.reading();
  const [first, second, third] = ['NOTE-001', 'NOTE-002', 'NOTE-003'].map((number) => reading.require(number)) as [AnyRecord, AnyRecord, AnyRecord];
  await home.records.change(null, (w) => {
    w.update(first.id, { fields: { ...first.fields, title: 'reworded afterwards' } });
    w.update(second.id, { privilege: 'work_product', privilegeBasis: { author: 'A', purpose: 'advice', dualPurpose: false } });
    w.update(third.id, { privilege: 'none' });
    w.create('note', { caseId, fields: { title: 'written afterwards', type: 'note', body: 'b' } });
  });
  const asked = notes({ asOf, numbers: ['NOTE-003', 'NOTE-002', 'NOTE-001'] });
  const { content, held } = await previewList(house, asked);
  expect(held).toBe(2);
  const left = await pressList(house, asked, memoryDestination('then'), { content });
  const paper = dataOf(set.at(-1));
  expect(paper.banner).toBe('AS KNOWN ON JANUARY 8, 2031, 10:00 A.M. · PRIVILEGED & CONFIDENTIAL');
  expect(Object.fromEntries(paper.head)).toMatchObject({ 'As known on': 'January 8, 2031, 10:00 a.m. (America/New_York)', 'Made on': expect.stringMatching(/^January 11, 2031/) });
  expect(paper.parts[0]?.rows).toEqual([expect.arrayContaining(['NOTE-001', 'first'])]);
  for (const word of ['reworded', 'second', 'advice of counsel']) expect(JSON.stringify(paper), word).not.toContain(word);
  expect(left.withheld).toEqual([
    { number: 'NOTE-003', why: 'privileged' },
    { number: 'NOTE-002', why: 'privileged' },
  ]);
  expect(releases().find(({ number }) => number === left.number)?.fields).toMatchObject({ what: 'List of notes as known on January 8, 2031, 10:00 a.m. (America/New_York)' });
  await expect(previewList(house, notes({ asOf, numbers: ['NOTE-004'] }))).rejects.toMatchObject({ failure: { code: 'record-not-found' } });
  // The widest day there is still stands on one line of the sheet, with all that may stand beside it.
  const wide = listPaper({ ...house, sample: true }, { ...asked, asOf: Date.UTC(2030, 8, 30, 16, 44) }, 1, [], house.clock());
  expect(wide.banner).toBe('SAMPLE · AS KNOWN ON SEPTEMBER 30, 2030, 12:44 P.M. · PRIVILEGED & CONFIDENTIAL');
});

test('what was removed and the history stand on paper with when, by whom and why; neither leaves us, and what may not go is in no line of them', async () => {
  const { records } = home;
  const gone = await records.change('entered twice', (w) => {
    const { id } = w.create('note', { caseId, fields: { title: 'twice', type: 'note', body: 'b' }, privilege: 'none' });
    return w.require(id);
  });
  await records.change(null, (w) => w.remove(gone.result.id, 'entered twice'));
  const order = await records.change(null, (w) =>
    w.create('order', {
      caseId,
      fields: {
        title: 'The letter',
        direction: 'government_to_us',
        instrument: 'is_informed_letter',
        formSeen: 'copy',
        authority: 'not_stated',
        clauses: [{ number: '1', quotation: 'stop', ourReading: 'OUR READING' }],
      },
    }),
  );
  await records.change('after a call', (w) =>
    w.update(order.result.id, {
      fields: {
        title: 'The letter of June',
        clauses: [
          { number: '1', quotation: 'stop', ourReading: 'OUR NEW READING' },
          { number: '2', quotation: 'go', ourReading: 'A READING OF ANOTHER' },
        ],
      },
    }),
  );
  const removed: ListAsked = {
    caseId,
    numbers: [gone.result.number, 'NOTE-001'],
    audience: 'internal',
    look: { name: 'removed', columns: ['number', 'title', 'when', 'by', 'why'] },
  };
  await pressList(house, removed, memoryDestination('removed'));
  expect(dataOf(set.at(-1))).toMatchObject({
    name: 'Removed records',
    parts: [{ rows: [[gone.result.number, 'twice', expect.stringMatching(/^January \d+, 2031, /), 'Ada Reyes', 'entered twice']] }],
  });
  const { entries } = records.history({ caseId, limit: 100 });
  const shown = entries.map(({ seq }) => seq);
  const history: ListAsked = {
    caseId,
    numbers: [...new Set(entries.map(({ number }) => number))],
    audience: 'internal',
    look: { name: 'history', columns: ['what'], entries: shown },
  };
  const left = await pressList(house, history, memoryDestination('history'));
  const rows = dataOf(set.at(-1)).parts.flatMap((part) => part.rows);
  expect(rows.find((row) => row[3] === 'after a call')).toEqual([
    expect.any(String),
    order.result.number,
    expect.stringContaining('Title: The letter › The letter of June'),
    'after a call',
    'Ada Reyes',
    expect.any(String),
  ]);
  expect(JSON.stringify(rows)).toContain('held back');
  expect(JSON.stringify(rows)).not.toContain('READING');
  // A record that is privileged stays, with every line of it.
  expect(left.withheld.map(({ number }) => number)).toContain('NOTE-002');
  expect(rows.some((row) => row[1] === 'NOTE-002')).toBe(false);
  // No line that was not shown.
  await pressList(house, { ...history, look: { ...history.look, entries: shown.slice(0, 1) } }, memoryDestination('one'));
  expect(
    dataOf(set.at(-1))
      .parts.flatMap((part) => part.rows)
      .map((row) => row[5]),
  ).toEqual([String(shown[0])]);
  const before = [set.length, releases().length];
  for (const of of [removed, history])
    await expect(pressList(house, { ...of, audience: 'agency' }, memoryDestination('no'))).rejects.toMatchObject({ failure: { code: 'misuse' } });
  expect([set.length, releases().length]).toEqual(before);
});
