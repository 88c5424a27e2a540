import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FigureName } from '../../shared/records/views/figure-tables.ts';
import { makeTestVault, type TestVault } from '../records/test-vault.ts';
import type { ExportingFigure } from './export-figure.ts';
import { figureLeaves } from './figure-leaves.test-support.ts';

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

const table = (figure: FigureName, more?: Partial<ExportingFigure>) => figureLeaves(home.records, caseId, figure, more);

test('the load of deadlines leaves week by week with its days, and what is held back is counted in no week', async () => {
  const { manifest, lines } = await table('deadline-load');
  expect([lines[0], ...lines.slice(2, 4), ...lines.slice(-3)]).toEqual([
    'Week of,Ours,On,Others’',
    '2031-01-13,2,2031-01-14 (2),0',
    '2031-01-20,0,,0',
    'Late,1,,0',
    'After 53 weeks,0,,',
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

test('work by person and week is what the lists hold, and what nobody has stands last', async () => {
  const reading = home.records.reading();
  const step = reading.require('STEP-001');
  await home.records.change(null, (w) => w.update(step.id, { fields: { owner: 'Ana Ruiz' } }));
  const { lines, manifest } = await table('workload');
  expect(lines[0]).toMatch(/^With,Late,Week of 2031-01-06,Week of 2031-01-13,/);
  expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(['Ana Ruiz', 'Nobody']);
  const open = (['deadline', 'remediation_step'] as const)
    .flatMap((kind) => home.records.reading().all(kind, caseId))
    .filter((one) => one.removed === undefined && one.privilege === 'none' && one.state !== 'not_applicable');
  const sum = lines.slice(1).reduce((all, line) => all + Number(line.split(',').at(-1)), 0);
  expect([sum, manifest.numbers.length]).toEqual([open.length, open.length]);
});

test('open obligations leave with the days since they bind us, and how they went down is told by the journal', async () => {
  const duty = (number: string, state: 'open' | 'waived', more: { reasonNotDone?: string } = {}) => ({ number, clause: '1', text: `Do ${number}`, state, ...more });
  const order = await home.records.change(null, (w) =>
    w.create('order', {
      caseId,
      fields: {
        title: 'Order',
        instrument: 'unknown',
        formSeen: 'none',
        authority: 'unknown',
        effective: exact('2031-01-02'),
        received: exact('2031-01-04'),
        obligations: [duty('OB-1', 'open'), duty('OB-2', 'open')],
      },
    }),
  );
  const { lines } = await table('obligations');
  // In an order that only is expected nothing binds less for it: it is open from the day on which it came.
  expect(lines).toEqual(['Obligation,What must be done,With,State,Days', `${order.result.number} OB-1,Do OB-1,,Open,6`, `${order.result.number} OB-2,Do OB-2,,Open,6`]);
  home.pass(day);
  await home.records.change(null, (w) => w.update(order.result.id, { fields: { obligations: [duty('OB-1', 'waived', { reasonNotDone: 'Letter.' }), duty('OB-3', 'open')] } }));
  const changes = home.records.stateChanges({ kind: 'order', caseId, rows: 'obligations' });
  const number = order.result.number;
  expect(changes.map((one) => [one.number, one.state])).toEqual([
    [`${number} OB-1`, 'open'],
    [`${number} OB-2`, 'open'],
    [`${number} OB-1`, 'waived'],
    [`${number} OB-3`, 'open'],
    [`${number} OB-2`, null],
  ]);
});

test('a figure leaves as a picture of the same figures, and what a title holds is text in it', async () => {
  const { manifest, lines } = await table('answers-owed', { as: 'svg' });
  const svg = lines.join('\n');
  expect(svg).toMatch(/^<svg [^>]+role="img" aria-label="Answers owed to us, in days since we asked, counted on 2031-01-10"/);
  expect(svg).not.toContain('What our counsel wants');
  expect(svg).toContain('The log of May');
  expect(svg.match(/<rect [^>]+fill="#5f636d"/g)).toHaveLength(2);
  expect(svg).not.toMatch(/<script|<a |href|<style|url\(/);
  expect(manifest.format).toBe('svg');
  await home.records.change(null, (w) =>
    w.create('evidence_request', {
      caseId,
      fields: { title: '<script>&"\u202e\u0000', direction: 'to_government', asked: exact('2031-01-01'), items: [{ number: '1', text: 'x', answer: 'none', reviewNote: 'weak' }] },
    }),
  );
  const hostile = (await table('answers-owed', { as: 'svg' })).lines.join('\n');
  expect(hostile).toContain('&#60;script&#62;&#38;&#34;</text>');
  // Between the tags of the picture stands nothing that could be one.
  expect(hostile.replaceAll(/<\/?(svg|title|text|rect|line)( [a-zA-Z][a-zA-Z0-9-]*="[^"<>]*"| xmlns="[^"]*")*\/?>/g, '')).not.toMatch(/[<>]|&(?!#\d+;)|(?!\n)\p{Cc}|\u202e/u);
});

test('a picture in points is drawn from that picture by whoever is given for it, and without one nothing leaves', async () => {
  const seen: string[] = [];
  const draw = (picture: { svg: string; width: number }) => {
    seen.push(picture.svg);
    return Promise.resolve(new Uint8Array([137, 80]));
  };
  const { manifest } = await table('gate', { as: 'png', draw });
  expect([manifest.bytes, seen[0]?.includes('Not met')]).toEqual([2, true]);
  await expect(table('gate', { as: 'png' })).rejects.toThrow();
});
