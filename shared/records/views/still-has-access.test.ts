import { expect, test } from 'vitest';
import type { RecordOf } from '../kinds.ts';
import { model } from './orders.test-support.ts';
import { dated, reported } from './sample-records.test-support.ts';
import { accessNow, stillHas, type AccessSources } from './still-has-access.ts';

const common = { caseId: null, audience: 'internal', privilege: 'none' } as const;
type Determined = Partial<RecordOf<'access_determination'>['fields']>;
const determination = (id: string, state: string, fields: Determined = {}): RecordOf<'access_determination'> => ({
  ...common,
  tags: [],
  id,
  kind: 'access_determination',
  number: id.toUpperCase(),
  state,
  fields: { person: 'p', order: 'o', model: 'm', surface: 'internal', result: 'barred', ...fields },
});
const person: RecordOf<'person'> = { ...common, tags: [], id: 'p', kind: 'person', number: 'PER-001', state: 'current', fields: { name: 'p-4711', kindOfPerson: 'employee' } };
const sources = (more: Partial<AccessSources>): AccessSources => ({
  determinations: [],
  sealed: 0,
  groups: [],
  models: [model('m')],
  persons: [person],
  numberOf: (id) => id.toUpperCase(),
  ...more,
});
const rowsOf = (...determinations: RecordOf<'access_determination'>[]) => accessNow(sources({ determinations })).rows;

test('what is not known counts as access, and a word without proof does too', () => {
  expect(stillHas('none', 'full', true, false)).toBe('has');
  expect(stillHas('none', 'unknown', true, false)).toBe('may');
  expect(stillHas('none', 'none', false, false)).toBe('unproved');
  expect(stillHas('none', 'none', true, false)).toBeNull();
  expect(stillHas('limited', 'full', true, false)).toBe('has');
  expect(stillHas('limited', 'limited', true, false)).toBeNull();
  expect(stillHas('undetermined', 'full', true, false)).toBe('undecided');
  expect(stillHas('full', 'full', false, false)).toBeNull();
  expect(stillHas('none', 'full', false, true)).toBeNull();
});

test('a person barred by an approved determination may still have access until the end of it is enforced with proof', () => {
  expect(rowsOf(determination('d1', 'approved'))).toMatchObject([{ who: 'p-4711', planned: 'none', actual: 'unknown', still: 'may' }]);
  const enforced = determination('d1', 'enforced', { enforced: { system: 'Identity', at: { certainty: 'exact', day: '2026-07-02' }, proof: ['e1'] } });
  expect(rowsOf(enforced)).toMatchObject([{ planned: 'none', actual: 'none', still: null, proofs: ['E1'], when: 'Thu 2 Jul 2026' }]);
});

test('a proposed or undetermined determination is no access until somebody decides', () => {
  expect(rowsOf(determination('d1', 'proposed', { result: 'not_barred' }))).toMatchObject([{ planned: 'undetermined', still: 'undecided' }]);
  expect(rowsOf(determination('d1', 'approved', { result: 'undetermined' }))).toMatchObject([{ planned: 'undetermined', still: 'undecided' }]);
  expect(rowsOf(determination('d1', 'approved', { result: 'not_barred' }))).toMatchObject([{ planned: 'full', still: null }]);
});

test('access whose determination ran out is still there until another takes its place', () => {
  const gone = determination('d1', 'expired', { result: 'not_barred' });
  expect(rowsOf(gone)).toMatchObject([{ from: 'D1', planned: 'none', actual: 'unknown', still: 'may' }]);
  expect(rowsOf(gone, determination('d2', 'approved', { result: 'not_barred' }))).toMatchObject([{ from: 'D2', still: null }]);
  expect(rowsOf(determination('d1', 'superseded', { result: 'not_barred' }), determination('d1', 'revoked'))).toEqual([]);
});

test('an override counts, and sealed determinations are a number and nothing else', () => {
  const over = determination('d1', 'approved', { result: 'barred', override: { result: 'not_barred', by: 'GC', basis: 'License' } });
  expect(rowsOf(over)).toMatchObject([{ planned: 'full' }]);
  expect(accessNow(sources({ sealed: 12 }))).toEqual({ rows: [], sealed: 12 });
});

test('groups of the samples whose end of access nothing proves stand first', () => {
  const all = (of: typeof dated | typeof reported) => accessNow(sources({ groups: of('audience'), models: of('restricted_model'), persons: [] })).rows;
  expect(all(reported).filter(({ still }) => still === 'may').length).toBeGreaterThan(0);
  const rows = all(dated);
  const settled = rows.map(({ still }) => (still === null ? 1 : 0));
  expect(settled).toEqual(settled.toSorted((a, b) => a - b));
  expect(rows.some(({ still, proofs }) => still === null && proofs.length > 0)).toBe(true);
});
