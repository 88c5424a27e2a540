import { expect, test } from 'vitest';
import type { RecordOf } from '../kinds.ts';
import { facts, hindrances, lookInMemory } from '../samples/look-in-memory.ts';
import { sampleOf, type Add } from '../samples/sample.ts';

type Model = RecordOf<'restricted_model'>['fields'];
type Step = RecordOf<'remediation_step'>['fields'];
const world = (add: Add) => {
  add('case', 'c', 'open', { title: 'Case' });
  add('evidence_item', 'e', 'registered', { title: 'Log', type: 'log' });
  add('decision', 'd', 'open', { question: 'Switch off?' });
  add('communication', 'letter', 'draft', { subject: 'Acceptance', at: { certainty: 'unknown' }, channel: 'letter', ourKnowledge: 'document' });
  add('remediation_plan', 'p', 'in_progress', { title: 'Plan', type: 'tcp' });
};
const of = (...parts: ((add: Add) => void)[]) => sampleOf('c', [world, ...parts]).records;

const row = { version: '5', surface: 'api', state: 'disabled', order: 'o', decision: 'd', proof: ['e'] } as const;
const decided = { stateDecision: 'd', stateProof: ['e'] };
const model = (fields: Partial<Model>) => (add: Add) => void add('restricted_model', 'm', 'restricted', { name: 'Fable 5', ...fields });
const order = (state: 'in_force' | 'revoked') => (add: Add) =>
  void add('order', 'o', state, { title: 'Letter', instrument: 'unknown', formSeen: 'none', authority: 'unknown', models: ['m'] });

test('a suspended state needs its decision, its proof and every surface shown as off', () => {
  expect(hindrances(of(model({})), 'm', 'suspended_globally')).toEqual([
    'No decision is named behind the new state.',
    'No evidence is named that shows the new state.',
    'No surface is listed: what was switched off is not recorded.',
  ]);
  expect(
    hindrances(
      of(
        model({
          ...decided,
          access: [
            { ...row, proof: ['e'] },
            { version: '5', surface: 'console', state: 'undetermined', order: 'o' },
          ],
        }),
      ),
      'm',
      'suspended_globally',
    ),
  ).toEqual(['5, console: not shown as off.', '5, console: no decision.', '5, console: no proof.']);
  expect(
    hindrances(
      of(
        model({
          ...decided,
          access: [
            { ...row, proof: ['e'] },
            { version: '5', surface: 'console', state: 'not_offered' },
          ],
        }),
      ),
      'm',
      'suspended_globally',
    ),
  ).toEqual([]);
});

test('access returns only when every condition is met, under an authority where an order still binds, and by two people', () => {
  const met = (add: Add) => void add('restore_criterion', 'k1', 'met', { text: 'Text in hand', heading: 'law', source: 'law', models: ['m'] });
  const open = (add: Add) => void add('restore_criterion', 'k2', 'open', { text: 'Corrected', heading: 'technical', source: 'regulator', models: ['m'] });
  const people = { audience: 'Customers in the United States', approvedBy: 'General Counsel', reviewedBy: 'Outside counsel' };
  const authority = { ...people, authority: 'License of the agency', authorityEvidence: ['e'] };
  const into = (restoration: Model['restoration'], ...parts: ((add: Add) => void)[]) =>
    hindrances(of(model({ ...decided, access: [{ ...row, proof: ['e'] }], ...(restoration !== undefined && { restoration }) }), ...parts), 'm', 'restored_partial');
  expect(into(authority, order('in_force'), met)).toEqual([]);
  expect(into(authority, order('in_force'), met, open)).toEqual(['CRIT-002 is not met.']);
  expect(into(people, order('in_force'), met)).toEqual(['ORD-001 still binds, and no authority with evidence is recorded for the return of access.']);
  expect(into(people, order('revoked'), met)).toEqual([]);
  expect(into(authority, order('in_force'))).toEqual(['No condition for the return of access is recorded.']);
  expect(into({ ...authority, reviewedBy: 'GENERAL  COUNSEL' }, order('in_force'), met)).toEqual(['The second reviewer is the approver.']);
  expect(into(undefined, order('revoked'), met)).toEqual(['To whom access returns is not recorded.', 'The return of access needs an approver and a second reviewer.']);
});

const step =
  (id: string, fields: Partial<Step> = {}, state: 'planned' | 'verified' | 'implemented' = 'planned') =>
  (add: Add) =>
    void add('remediation_step', id, state, { title: id, plan: 'p', owner: 'Safety research', ...fields });

test('a verified step needs evidence and a verifier who is not its owner', () => {
  const verification = { method: 'TEST', by: 'Security', evidence: ['e'] } as const;
  const into = (fields: Partial<Step>) => hindrances(of(step('s', fields)), 's', 'verified');
  expect(into({})).toEqual(['No verification is recorded.']);
  expect(into({ verification: { ...verification, evidence: [] } })).toEqual(['The verification has no evidence.']);
  expect(into({ verification: { ...verification, evidence: ['e'], by: 'safety research' } })).toEqual(['The verifier is the owner of the step.']);
  expect(into({ verification: { ...verification, evidence: ['e'] } })).toEqual([]);
});

test('steps may wait for one another but not in a circle', () => {
  const records = of(step('a', { dependsOn: ['b'] }), step('b', { dependsOn: ['c1'] }), step('c1', { dependsOn: ['a'] }), step('z', { dependsOn: ['a'] }));
  const saving = (id: string) =>
    records.filter((record) => record.id === id).flatMap((record) => facts('save', record, lookInMemory(records, '2026-11-24')).map(({ fact }) => fact));
  expect(saving('a')).toEqual(['It would wait for itself, by way of the steps it waits for.']);
  // Waiting for a circle is not being in it.
  expect(saving('z')).toEqual([]);
});

test('what changes a model, a filter or a log asks for a snapshot first', () => {
  const into = (fields: Partial<Step>) => hindrances(of(step('s', fields)), 's', 'in_progress');
  expect(into({ changes: ['filter'] })).toEqual(['It changes a model, a filter or a log: take a snapshot first, or record why none is needed.']);
  expect(into({ changes: ['filter'], snapshot: { evidence: ['e'] } })).toEqual([]);
  expect(into({ changes: ['model'], snapshot: { reason: 'A copy is with the agency.' } })).toEqual([]);
  expect(into({ changes: ['identity'] })).toEqual([]);
});

test('a due date that moves keeps the one it had', () => {
  const on = (day: string) => ({ certainty: 'exact', day }) as const;
  const saving = (was: Partial<Step>, is: Partial<Step>) => {
    const [before, now] = [of(step('s', was)), of(step('s', is))].map((records) => records.find((record) => record.id === 's'));
    return now === undefined ? [] : facts('save', now, lookInMemory([now], '2026-11-24'), before).map(({ fact }) => fact);
  };
  const change = { from: on('2026-09-04'), to: on('2026-09-18'), reason: 'A second check.', on: '2026-08-31' };
  expect(saving({ due: on('2026-09-04') }, { due: on('2026-09-18') })).toEqual(['The due date moved: record from what, to what and why.']);
  expect(saving({ due: on('2026-09-04') }, { due: on('2026-09-18'), dueChanges: [change] })).toEqual([]);
  expect(saving({ due: on('2026-09-18'), dueChanges: [change] }, { due: on('2026-09-18') })).toEqual(['Earlier changes of the due date were changed or taken out.']);
  expect(saving({}, { due: on('2026-09-18') })).toEqual([]);
});

test('a risk is accepted by somebody, until a day that is not past', () => {
  expect(hindrances(of(step('s')), 's', 'risk_accepted')).toHaveLength(1);
  expect(hindrances(of(step('s', { risk: { by: 'General Counsel', until: '2026-11-01' } })), 's', 'risk_accepted')).toEqual([
    'The risk was accepted until 2026-11-01, which is past.',
  ]);
  expect(hindrances(of(step('s', { risk: { by: 'General Counsel', until: '2027-03-31' } })), 's', 'risk_accepted')).toEqual([]);
});

test('a plan is complete when every step is verified, accepted or accepted as a risk; the authority accepts in writing', () => {
  expect(hindrances(of(), 'p', 'completed')).toEqual(['It has no steps.']);
  expect(hindrances(of(step('a', {}, 'verified'), step('b', {}, 'implemented')), 'p', 'completed')).toEqual(['STEP-002 is not verified, accepted or accepted as a risk.']);
  expect(hindrances(of(step('a', {}, 'verified')), 'p', 'completed')).toEqual([]);
  expect(hindrances(of(), 'p', 'accepted_by_regulator')).toHaveLength(1);
});

test('a condition is met on proof and by two people; one that is not negotiable is never waived', () => {
  type Criterion = RecordOf<'restore_criterion'>['fields'];
  const into = (state: string, fields: Partial<Criterion>) =>
    hindrances(
      of((add) => void add('restore_criterion', 'k', 'proved', { text: 'Safe', heading: 'own', source: 'company_principle', ...fields })),
      'k',
      state,
    );
  expect(into('met', {})).toEqual(['No proof is recorded.', 'It needs somebody who proves it and a second reviewer.']);
  expect(into('met', { proof: ['e'], provedBy: 'Security', reviewedBy: 'Security' })).toEqual(['The second reviewer is the one who proved it.']);
  expect(into('met', { proof: ['e'], provedBy: 'Security', reviewedBy: 'Counsel' })).toEqual([]);
  const waiver = { by: 'General Counsel', reason: 'No longer asked for.' };
  expect(into('waived', { waiver, nonNegotiable: true })).toEqual(['It is not negotiable and is never waived.']);
  expect(into('waived', { waiver })).toEqual([]);
});
