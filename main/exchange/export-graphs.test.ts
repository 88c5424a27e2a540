import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DateFact } from '../../shared/records/date-fact.ts';
import type { FigureName } from '../../shared/records/views/figure-tables.ts';
import { makeTestVault, type TestVault } from '../records/test-vault.ts';
import type { ExportingFigure } from './export-figure.ts';
import { figureLeaves } from './figure-leaves.test-support.ts';

let home: TestVault;
let caseId: string;
const exact = (day: string) => ({ certainty: 'exact', day }) as const;

beforeAll(async () => {
  home = await makeTestVault();
  await home.records.change(null, (w) => {
    caseId = w.create('case', { caseId: null, fields: { title: 'A case' } }).id;
    const event = (text: string, at: DateFact, more: object = {}) =>
      w.create('chronology_event', { caseId, fields: { text, at, unsourced: true, visibility: 'internal' }, ...more });
    event('Access was taken away', exact('2030-11-20'));
    event('Somebody called', { certainty: 'range', earliest: '2030-11-01', latest: '2030-11-10' });
    event('Nobody knows when', { certainty: 'unknown' });
    event('Advice was given', exact('2030-11-21'), { privilege: 'attorney_client' });
    const plan = w.create('remediation_plan', { caseId, fields: { title: 'A plan', type: 'reporting' } });
    const step = (title: string, dependsOn: string[], more: object = {}) => w.create('remediation_step', { caseId, fields: { title, plan: plan.id, dependsOn }, ...more }).id;
    const first = step('First', []);
    const held = step('Held back', [], { privilege: 'work_product' });
    step('Second', [first, held]);
    const model = w.create('restricted_model', {
      caseId,
      fields: {
        name: 'Model <A>',
        versions: [{ label: '1.0', released: exact('2030-01-01') }],
      },
    });
    const secret = w.create('restricted_model', { caseId, fields: { name: 'Held back' }, privilege: 'work_product' });
    const role = <R extends string>(name: R, about: string, from: string, to?: string) => ({
      role: name,
      about: [about],
      from: exact(from),
      ...(to !== undefined && { to: exact(to) }),
    });
    w.create('party', {
      caseId,
      fields: {
        name: 'Ottermole',
        type: 'company',
        roles: [role('customer', model.id, '2030-01-01'), role('customer', secret.id, '2030-01-01'), role('developer', model.id, '2020-01-01', '2021-01-01')],
      },
    });
  });
});
afterAll(() => home.end());

const leaves = (figure: FigureName, more?: Partial<ExportingFigure>) => figureLeaves(home.records, caseId, figure, more);
const picture = async (figure: FigureName, more: Partial<ExportingFigure> = {}) => (await leaves(figure, { ...more, as: 'svg' })).text;
/** Nothing but elements and attributes that draw, and no text that is not escaped. */
const drawsOnly = (svg: string): boolean => !/[<>]/.test(svg.replaceAll(/<\/?(svg|title|text|rect|line|circle|path)( [a-zA-Z][a-zA-Z0-9-]*="[^"<>]*")*\/?>/g, ''));

test('what happened leaves in order, its days as sure as they are, and what is held back is on no axis', async () => {
  const { lines, manifest } = await leaves('course');
  expect(lines).toEqual([
    'Date,From,To,Days that different sides give,What,Record,Word of doubt',
    'between,2030-11-01,2030-11-10,,Somebody called,EVT-002,',
    'on,2030-11-20,2030-11-20,,Access was taken away,EVT-001,',
    'unknown,,,,Nobody knows when,EVT-003,',
  ]);
  expect(manifest.withheld).toEqual([{ number: 'EVT-004', why: 'privileged' }]);
  const svg = await picture('course');
  // The day is a full circle, the range a line with two ends, and what has no date has no mark.
  expect([svg.match(/<circle /g)?.length, svg.match(/stroke-width="2"/g)?.length, svg.match(/stroke-width="1.5"\/>/g)?.length]).toEqual([1, 1, 3]);
  expect(svg).toContain('dates by month, counted on 2031-01-10');
  expect(svg).toContain('no date');
  expect([svg.includes('Advice was given'), drawsOnly(svg)]).toEqual([false, true]);
  expect((await leaves('course', { numbers: ['EVT-001'] })).lines).toHaveLength(2);
});

test('the timeline of a model leaves its versions, and without the model what others say of it alone', async () => {
  const numbers = ['MODEL-001', 'EVT-001'];
  expect((await leaves('model-course', { of: 'MODEL-001', numbers })).lines.slice(1)).toEqual([
    'on,2030-01-01,2030-01-01,,Released: 1.0,MODEL-001,',
    'on,2030-11-20,2030-11-20,,Access was taken away,EVT-001,',
  ]);
  const held = await leaves('model-course', { of: 'MODEL-002', numbers: ['MODEL-002', 'EVT-001'] });
  expect(held.lines.slice(1).map((line) => line.split(',').at(-2))).toEqual(['EVT-001']);
});

test('what waits for what leaves as a table and as boxes with arrows, without what is held back', async () => {
  const numbers = ['STEP-001', 'STEP-002', 'STEP-003'];
  const { lines } = await leaves('waiting', { numbers });
  expect(lines).toEqual(['Step,What,With,State,Waits for', 'STEP-001,First,,Planned,', 'STEP-003,Second,,Planned,STEP-001']);
  const svg = await picture('waiting', { numbers });
  expect([svg.match(/<rect x=/g)?.length, svg.match(/l-8 -4v8z/g)?.length, svg.includes('STEP-002'), drawsOnly(svg)]).toEqual([2, 1, false, true]);
});

test('ties leave as they stood on the day, and lead to nothing that is held back', async () => {
  const { lines, manifest } = await leaves('ties');
  expect(lines.slice(1)).toEqual(['Ottermole,PTY-001,customer,Model <A>,MODEL-001,yes']);
  expect(manifest.withheld).toContainEqual({ number: 'MODEL-002', why: 'privileged' });
  expect((await leaves('ties', { day: '2020-06-01' })).lines.slice(1).map((line) => line.split(',')[2])).toEqual(['developer']);
  const svg = await picture('ties');
  expect([svg.includes('Model &#60;A&#62;'), svg.includes('Held back'), drawsOnly(svg)]).toEqual([true, false, true]);
});

test('what lies around a record leaves with the tie by which each is reached, over the roles that are shown', async () => {
  const around = { of: 'MODEL-001', depth: 2, numbers: ['MODEL-001', 'PTY-001', 'MODEL-002'] };
  const { lines } = await leaves('around', around);
  expect(lines).toEqual([
    'Record,Title,Kind,Ties away,Reached from,Role,To,Possibly',
    'MODEL-001,Model <A>,Restricted model,0,,,,',
    'PTY-001,Ottermole,Party,1,PTY-001,customer,MODEL-001,',
  ]);
  expect((await leaves('around', { ...around, roles: ['represented by'] })).lines).toHaveLength(2);
  const svg = await picture('around', around);
  expect([svg.match(/<rect x=/g)?.length, svg.includes('Held back'), drawsOnly(svg)]).toEqual([2, false, true]);
  // What is held back is not named either by the words of what lies around it.
  expect((await leaves('around', { ...around, as: 'svg', audience: 'public' })).text).not.toContain('MODEL-001');
});
