import { expect, test } from 'vitest';
import type { RecordOf } from '../kinds.ts';
import { foreign, model, on, order } from './orders.test-support.ts';
import { redeterminations, type RedeterminationSources } from './redetermination.ts';

const common = { caseId: null, audience: 'internal', privilege: 'none' } as const;
const person = (fields: Partial<RecordOf<'person'>['fields']>): RecordOf<'person'> => ({
  ...common,
  tags: [],
  id: 'p',
  kind: 'person',
  number: 'PER-001',
  state: 'current',
  fields: { name: 'p-1', kindOfPerson: 'employee', ...fields },
});
const determination = (fields: Partial<RecordOf<'access_determination'>['fields']> = {}, state = 'approved'): RecordOf<'access_determination'> => ({
  ...common,
  tags: [],
  id: 'd',
  kind: 'access_determination',
  number: 'DET-001',
  state,
  fields: { person: 'p', order: 'letter', model: 'm', result: 'barred', rules: ['r1'], ...fields },
});
const letter = order('letter', 'amended', { effective: on('2026-03-01'), models: ['m'], clauses: [{ number: '1' }] });
const narrowed = order('narrowed', 'in_force', { effective: on('2026-06-01'), clauses: [{ number: '1', change: 'replaces', changedOrder: 'letter', changedClause: '1' }] });
const before = foreign('r1', 'letter', '1', { tests: [{ join: 'must', test: 'everyone' }] });
const after = foreign('r2', 'narrowed', '1', { models: ['m'] });
const lpr = person({ status: [{ category: 'lpr', asOf: '2026-01-01' }] });

const again = (more: Partial<RedeterminationSources>) =>
  redeterminations(
    { orders: [letter], rules: [before], ambiguities: [], determinations: [determination()], persons: [lpr], models: [model('m')], changedAt: () => 10, ...more },
    '2026-11-24',
  );

test('nothing is flagged while the order stands as it was read', () => {
  expect(again({})).toEqual([]);
});

test('an amendment that replaces the clause flags the determination, with the result of the order as it stands', () => {
  expect(again({ orders: [letter, narrowed], rules: [before, after] })).toMatchObject([
    {
      number: 'DET-001',
      before: 'barred',
      after: 'not_barred',
      clause: 'NARROWED cl. 1',
      rules: ['r2'],
      why: ['R1, on which it rests, no longer stands.', 'R2 (NARROWED cl. 1) was not looked at.', 'What is recorded of the person gives another result.'],
    },
  ]);
});

test('a rule rewritten after the order was read flags it, and one that was read since does not', () => {
  expect(again({ determinations: [determination({ orderSeq: 9 })] })).toMatchObject([{ why: ['R1 was changed since.'], after: 'barred' }]);
  expect(again({ determinations: [determination({ orderSeq: 10 })] })).toEqual([]);
});

test('a group is to be looked at one by one, and facts that are missing leave it undetermined', () => {
  const group = determination({ audience: 'a' });
  const { person: _, ...withoutPerson } = group.fields;
  expect(again({ orders: [letter, narrowed], rules: [before, after], determinations: [{ ...group, fields: withoutPerson }] })).toMatchObject([{ after: 'undetermined' }]);
  const blank = again({ orders: [letter, narrowed], rules: [before, after], persons: [person({})] });
  expect(blank).toMatchObject([{ after: 'undetermined', missing: ['us_person'] }]);
});

test('where its rules are not recorded, an amendment after the day of the decision flags it', () => {
  const bare = (decided: string) => {
    const { rules: _, ...fields } = determination({ decided: on(decided), result: 'not_barred' }).fields;
    return { ...determination(), fields };
  };
  const all = { orders: [letter, narrowed], rules: [before, after] };
  expect(again({ ...all, determinations: [bare('2026-04-01')] })).toMatchObject([{ why: [expect.stringContaining('NARROWED amends the order')] }]);
  expect(again({ ...all, determinations: [bare('2026-07-01')] })).toEqual([]);
});

test('what is over is not determined again', () => {
  for (const state of ['superseded', 'revoked', 'expired'])
    expect(again({ orders: [letter, narrowed], rules: [before, after], determinations: [determination({}, state)] })).toEqual([]);
});
