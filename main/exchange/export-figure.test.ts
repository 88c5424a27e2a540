import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FigureName } from '../../shared/records/views/figure-tables.ts';
import { makeTestVault, type TestVault } from '../records/test-vault.ts';
import { memoryDestination } from './destination.ts';
import { lookingAt } from '../../shared/records/binding-hour.ts';
import { exportFigure, type ExportingFigure } from './export-figure.ts';

const day = 24 * 60 * 60 * 1000;
let home: TestVault;
let caseId: string;
const exact = (on: string) => ({ certainty: 'exact', day: on }) as const;

beforeAll(async () => {
  home = await makeTestVault();
  await home.records.change(null, (w) => {
    caseId = w.create('case', { caseId: null, fields: { title: 'A case' } }).id;
    const due = (title: string, on: string | null, more: object = {}) =>
      w.create('deadline', { caseId, fields: { title, method: 'manual', side: 'ours', ...(on !== null && { date: exact(on) }) }, ...more });
    due('Answer', '2031-01-14');
    due('Reply', '2031-01-14');
    due('Advice', '2031-01-15', { privilege: 'attorney_client' });
    due('Was due', '2031-01-02');
    due('Some day', null);
    const bureau = w.create('party', { caseId, fields: { name: '=HYPERLINK("x")', type: 'agency' } });
    const item = { number: '1', text: 'The log', answer: 'none', reviewNote: 'weak' } as const;
    const ask = (title: string, on: string, more: object = {}) =>
      w.create('evidence_request', { caseId, fields: { title, direction: 'to_government', to: bureau.id, asked: exact(on), items: [item] }, ...more });
    ask('The log of May', '2031-01-01');
    ask('The order itself', '2030-12-01');
    ask('What our counsel wants', '2030-11-01', { privilege: 'work_product' });
    const plan = w.create('remediation_plan', { caseId, fields: { title: 'A plan', type: 'reporting' } });
    for (const title of ['a', 'b', 'c', 'd'])
      w.create('remediation_step', { caseId, fields: { title, plan: plan.id, blockedBy: 'Waits.' }, ...(title === 'c' && { privilege: 'work_product' }) });
    for (const heading of ['law', 'own'] as const) w.create('restore_criterion', { caseId, fields: { text: heading, heading, source: 'law' } });
  });
  home.pass(day);
  const id = (number: string) => home.records.reading().require(number).id;
  await home.records.change(null, (w) => w.move(id('STEP-002'), 'blocked'));
  home.pass(day);
  await home.records.change(null, (w) => w.remove(id('STEP-004'), 'entered twice'));
});
afterAll(() => home.end());

async function table(figure: FigureName, more: Partial<ExportingFigure> = {}) {
  const destination = memoryDestination('figure.csv');
  const manifest = await exportFigure(home.records, {
    figure,
    as: 'csv',
    at: lookingAt(Date.UTC(2031, 0, 10, 15), 'UTC'),
    weekStart: 'Mon',
    caseId,
    audience: 'internal',
    destination,
    ...more,
  });
  return { manifest, lines: Buffer.from(destination.bytes()).toString().replace('\ufeff', '').trimEnd().split('\r\n') };
}

test('the load of deadlines leaves week by week with its days, and what is held back is counted in no week', async () => {
  const { manifest, lines } = await table('deadline-load');
  expect([lines[0], ...lines.slice(2, 4), ...lines.slice(-3)]).toEqual([
    'Week of,Ours,On,Others’',
    '2031-01-13,2,2031-01-14 (2),0',
    '2031-01-20,0,,0',
    'Late,1,,',
    'After 26 weeks,0,,',
    'Without a date,1,,',
  ]);
  expect(manifest.withheld).toEqual([{ number: 'DL-003', why: 'privileged' }]);
  const whole = await table('deadline-load', { privilegedBecause: 'for the file', weekStart: 'Sun' });
  expect(whole.lines[2]).toBe('2031-01-12,3,2031-01-14 (2); 2031-01-15,0');
});

test('only the deadlines that are shown are counted, and no closed one', async () => {
  const { manifest, lines } = await table('deadline-load', { numbers: ['DL-001'] });
  expect([lines[2], manifest.numbers]).toEqual(['2031-01-13,1,2031-01-14,0', ['DL-001']]);
  const one = home.records.reading().require('DL-002');
  await home.records.change(null, (w) => [w.update(one.id, { fields: { whyNot: 'The order was amended.' } }), w.move(one.id, 'not_applicable')]);
  expect((await table('deadline-load')).lines[2]).toBe('2031-01-13,1,2031-01-14,0');
});

test('answers owed leave the oldest first, and a name that a spreadsheet would run is text', async () => {
  const { manifest, lines } = await table('answers-owed');
  expect(lines).toEqual([
    'Request,Title,Whom we asked,Items open,Items,Days,To be asked again after days',
    `REQ-002,The order itself,"'=HYPERLINK(""x"")",1,1,40,14`,
    `REQ-001,The log of May,"'=HYPERLINK(""x"")",1,1,9,14`,
  ]);
  expect(manifest.withheld).toContainEqual({ number: 'REQ-003', why: 'privileged' });
  expect(manifest.numbers).toEqual(['REQ-002', 'REQ-001', 'PTY-001']);
});

test('a party that is not for this audience is named in no line', async () => {
  await home.records.change(null, (w) => ['REQ-001', 'REQ-002'].map((number) => w.update(home.records.reading().require(number).id, { audience: 'agency' })));
  const { manifest, lines } = await table('answers-owed', { audience: 'agency' });
  expect(lines.slice(1).map((line) => line.split(',').slice(0, 4))).toEqual([
    ['REQ-002', 'The order itself', '', '1'],
    ['REQ-001', 'The log of May', '', '1'],
  ]);
  expect(manifest.withheld).toContainEqual({ number: 'PTY-001', why: 'audience' });
});

test('a party that was removed since is named in no line', async () => {
  const party = home.records.reading().require('PTY-001').id;
  await home.records.change(null, (w) => w.remove(party, 'entered twice'));
  const { manifest, lines } = await table('answers-owed');
  expect(lines.slice(1).map((line) => line.split(',').slice(0, 3))).toEqual([
    ['REQ-002', 'The order itself', ''],
    ['REQ-001', 'The log of May', ''],
  ]);
  expect(manifest.numbers).toEqual(['REQ-002', 'REQ-001']);
  await home.records.change(null, (w) => w.restore(party));
});

test('steps still open over time are those that may go and still stand', async () => {
  const { manifest, lines } = await table('burn-down');
  expect(lines).toEqual(['At the end of,Proved to be done,Still open', '2031-01-08,0,2', '2031-01-09,0,2', '2031-01-10,0,2']);
  expect([manifest.numbers, manifest.withheld]).toEqual([['STEP-001', 'STEP-002'], [{ number: 'STEP-003', why: 'privileged' }]]);
});

test('progress and gate name their records', async () => {
  expect((await table('remediation')).lines).toEqual(['How far,Steps,Number', 'Planned,STEP-001,1', 'Blocked,STEP-002,1']);
  expect((await table('gate')).lines).toEqual(['Condition,Records,Number', 'Met,,0', 'Not met,"CRIT-001, CRIT-002",2']);
});

test('each table that leaves is a release in the journal; as a workbook too', async () => {
  const { manifest } = await table('gate', { as: 'xlsx', recipient: 'Ottermole LLP' });
  expect(home.records.reading().require(manifest.number)).toMatchObject({
    kind: 'release',
    caseId,
    fields: { what: 'Table of a figure: gate before access returns', format: 'xlsx', releasedTo: 'internal', recipient: 'Ottermole LLP', numbers: ['CRIT-001', 'CRIT-002'] },
  });
});
