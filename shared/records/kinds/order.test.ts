import { expect, test } from 'vitest';
import type { RecordOf } from '../kinds.ts';
import { hindrances } from '../samples/look-in-memory.ts';
import { sampleOf } from '../samples/sample.ts';
import { openObligations } from '../views/open-obligations.ts';

type Fields = RecordOf<'order'>['fields'];
type Obligation = NonNullable<Fields['obligations']>[number];
const base: Fields = { title: 'Letter', instrument: 'is_informed_letter', formSeen: 'original', authority: 'stated' };
const records = (fields: Partial<Fields>) =>
  sampleOf('c', [
    (add) => {
      add('case', 'c', 'open', { title: 'Case' });
      add('evidence_item', 'e', 'registered', { title: 'Letter', type: 'document' });
      add('communication', 'call', 'draft', { subject: 'Call', at: { certainty: 'unknown' }, channel: 'call', ourKnowledge: 'participated' });
      add('order', 'o', 'in_force', { ...base, ...fields });
    },
  ]).records;
const into = (state: string, fields: Partial<Fields>) => hindrances(records(fields), 'o', state);
const one = (number: string, state: Obligation['state'], more: Partial<Obligation> = {}): Obligation => ({ number, clause: '1', text: 'Report', state, ...more });

test('an order with an open obligation cannot be closed', () => {
  expect(into('complied', { obligations: [one('OB-1', 'open')] })).toEqual(['OB-1 is open.']);
  expect(into('revoked', { obligations: [one('OB-1', 'in_progress')] })).toEqual(['OB-1 is open.']);
  expect(into('complied', { obligations: [one('OB-1', 'done')] })).toEqual(['OB-1 is marked done without evidence.']);
  expect(into('complied', { obligations: [one('OB-1', 'waived')] })).toEqual(['OB-1 is set aside without a reason.']);
  expect(into('complied', { obligations: [one('OB-1', 'done', { evidence: ['e'] }), one('OB-2', 'waived', { reasonNotDone: 'Letter of the agency.' })] })).toEqual([]);
});

test('“correct or withdraw” closes with evidence for one branch and a reason for the other', () => {
  const branch = { group: 'A', mode: 'any_of' } as const;
  const correct = one('OB-1', 'done', { ...branch, evidence: ['e'] });
  expect(into('complied', { obligations: [correct, one('OB-2', 'not_chosen', branch)] })).toEqual(['OB-2: no reason why this branch was not taken.']);
  expect(into('complied', { obligations: [one('OB-1', 'done', branch), one('OB-2', 'not_chosen', { ...branch, reasonNotDone: 'Corrected.' })] })).toEqual([
    'Group A: no branch is done with evidence.',
    'OB-1: no reason why this branch was not taken.',
  ]);
  expect(into('complied', { obligations: [correct, one('OB-2', 'not_chosen', { ...branch, reasonNotDone: 'Corrected.' })] })).toEqual([]);
});

test('an oral instruction stays unconfirmed until it is confirmed in writing, and needs its contact log', () => {
  const oral = { instrument: 'oral_instruction', effective: { certainty: 'exact', day: '2026-06-09' }, receiptEvidence: ['call'] } as const;
  const fields: Partial<Fields> = { ...oral, receiptEvidence: ['call'] };
  expect(into('in_force', fields)).toEqual(['It stays unconfirmed until it is confirmed in writing: no written confirmation is recorded.']);
  expect(into('unconfirmed', fields)).toEqual(['An oral instruction needs its contact log: who said what to whom.']);
  expect(into('unconfirmed', { ...fields, contactLog: ['call'] })).toEqual([]);
  expect(into('in_force', { ...fields, writtenConfirmation: ['e'] })).toEqual([]);
});

test('an order is in force from a stated day, or an unknown one that says why, with evidence of receipt', () => {
  expect(into('in_force', {})).toEqual(['From when it is effective is not recorded; say why if it is not known.', 'No evidence of receipt or publication is linked.']);
  expect(into('in_force', { effective: { certainty: 'unknown' }, receiptEvidence: ['e'] })).toEqual(['From when it is effective is not recorded; say why if it is not known.']);
  for (const effective of [
    { certainty: 'unknown', reason: 'Not printed.' },
    { certainty: 'approximate', day: '2026-06-09' },
    { certainty: 'range', latest: '2026-06-09' },
    {
      certainty: 'disputed',
      readings: [
        { day: '2026-06-09', saidBy: 'us' },
        { day: '2026-06-12', saidBy: 'them' },
      ],
    },
  ] satisfies Fields['effective'][])
    expect(into('in_force', { effective, receiptEvidence: ['e'] })).toEqual([]);
});

test('of alternatives every branch is open until one is done, then none', () => {
  const branch = { group: 'A', mode: 'any_of' } as const;
  const open = (obligations: Obligation[]) => openObligations({ fields: { ...base, obligations } }).map((each) => each.number);
  expect(open([one('1', 'in_progress', branch), one('2', 'not_chosen', branch), one('3', 'met_continuing'), one('4', 'open')])).toEqual(['1', '2', '4']);
  expect(open([one('1', 'done', branch), one('2', 'open', branch)])).toEqual([]);
  expect(open([one('1', 'open', { group: 'A', mode: 'all_of' }), one('2', 'done', { group: 'A', mode: 'all_of' })])).toEqual(['1']);
});
