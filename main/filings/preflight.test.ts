import { expect, test } from 'vitest';
import type { AnyRecord } from '../../shared/records/record.ts';
import { filledCase } from './filled-case.test-support.ts';
import { paperOf } from './paper-of.ts';
import { preflight } from './preflight.ts';
import { readingOfSample } from './sample-reading.test-support.ts';

const now = { instant: Date.UTC(2026, 5, 22, 18, 7), zone: 'America/New_York' };
const outgoing = { document: 'status-report', model: 'MODEL-001', order: 'ORD-002', profile: 'outgoing', filing: 'FIL-002' } as const;
const records = filledCase((record, path) => `words of ${record.number} ${path}`);
const changed = (id: string, change: (record: AnyRecord) => Partial<AnyRecord>) => readingOfSample(records.map((one) => (one.id === id ? { ...one, ...change(one) } : one)));
const refusals = (reading: ReturnType<typeof readingOfSample>, asked: Parameters<typeof preflight>[1] = outgoing) =>
  preflight(reading, asked, now)
    .findings.filter((one) => one.refuses)
    .map(({ number, field }) => `${number} ${field}`);

test('an approved filing that chooses what may go stops nothing', () => {
  expect(refusals(readingOfSample(records))).toEqual([]);
});

test('nothing leaves without a filing', () => {
  expect(refusals(readingOfSample(records), { ...outgoing, filing: undefined })).toEqual(['MODEL-001 filing']);
});

test('a filing that is not approved, is for another paper or lacks an independent reviewer is named', () => {
  expect(refusals(changed('report-filing', () => ({ state: 'in_review' })))).toEqual(['FIL-002 state']);
  expect(refusals(readingOfSample(records), { ...outgoing, filing: 'FIL-001' })).toEqual(['FIL-001 type']);
  expect(refusals(changed('report-filing', ({ fields }) => ({ fields: { ...fields, approval: { by: 'A. Counsel', reviewedBy: 'a.  counsel' } } })))).toEqual(['FIL-002 approval']);
});

test.each([
  ['privileged', { privilege: 'attorney_client' }, 'privilege'],
  ['under review', { privilege: 'under_review' }, 'privilege'],
  ['for internal use', { audience: 'internal' }, 'audience'],
  ['removed', { removed: { at: 0, by: 'One', reason: 'r' } }, 'removed'],
] as const)('a chosen record that is %s is named with its field', (_, change, field) => {
  const { number } = records.find((one) => one.id === 'log') ?? { number: '' };
  expect(refusals(changed('log', () => change))).toContain(`${number} ${field}`);
});

test('a party that a chosen record names, and that may not be named, stops the paper', () => {
  expect(refusals(changed('developer', () => ({ audience: 'internal' })))).toEqual(['PTY-002 audience']);
});

test('a date whose rule counsel has not confirmed does not leave', () => {
  expect(refusals(changed('report', ({ fields }) => ({ fields: { ...fields, confirmation: undefined } })))).toEqual(['DL-001 ruleId']);
});

test('a privileged record that the paper would touch wants a decision', () => {
  const undecided = changed('report-filing', ({ fields }) => ({ fields: { ...fields, touches: [] } }));
  expect(refusals(undecided)).toEqual(['EX-003 privilege', 'AST-002 privilege']);
});

test('what was not chosen stays out and is listed without stopping the paper', () => {
  const { findings, shelf } = preflight(
    changed('report-filing', ({ fields }) => ({
      fields: { ...fields, sources: [], touches: (fields['touches'] as { record: string }[]).filter((one) => one.record !== 'own-target') },
    })),
    outgoing,
    now,
  );
  expect(findings.filter((one) => !one.refuses).map((one) => one.number)).toContain('DL-002');
  expect(shelf.get('deadline', 'report')).toBeUndefined();
  expect(shelf.linking('assertion', 'model', 'about')).toEqual([]);
});

test('our reading is not in an outgoing summary, and is in an internal one', () => {
  const paper = (profile: 'internal' | 'outgoing') => {
    const asked = { ...outgoing, document: 'order-summary', filing: 'FIL-001', profile } as const;
    const { shelf, subject } = preflight(readingOfSample(records), asked, now);
    return JSON.stringify(paperOf(shelf, subject, asked, now));
  };
  expect(paper('internal')).toContain('words of ORD-002 clauses.0.ourReading');
  expect(paper('outgoing')).not.toContain('ourReading');
  expect(paper('outgoing')).not.toContain('"reading"');
});

test('a field of a chosen record that is not for this reader is named by its label, stays out and stops nothing', () => {
  const { findings } = preflight(readingOfSample(records), outgoing, now);
  const order = findings.filter((one) => one.number === 'ORD-002' && one.why.endsWith('and stays out') && one.field !== 'record');
  expect(order).not.toEqual([]);
  expect(order.every((one) => !one.refuses && /^[A-Z]/.test(one.field))).toBe(true);
});
