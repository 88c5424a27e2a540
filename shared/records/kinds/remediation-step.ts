import { safeDay } from '../date-fact.ts';
import { field } from '../field.ts';
import { defineKind, type RecordWith } from '../kind.ts';
import { dueChanges } from '../parts/due-changes.ts';
import { acceptedInWriting, dueChangeKept, noCircle, riskAccepted, snapshotFirst, verifiedByAnother, whyStopped } from './remediation-step-guards.ts';

/** The states of a step in which it is no work any more: somebody other than its owner verified it, or its risk was accepted. */
export const stepsDone: readonly string[] = ['verified', 'accepted', 'risk_accepted'];

export const stepFields = {
  title: field.text({ label: 'Title', required: true }),
  plan: field.link({ label: 'Plan', required: true, to: ['remediation_plan'], role: 'plan' }),
  weakness: field.link({ label: 'Weakness', to: ['weakness'], role: 'mends' }),
  owner: field.text({ label: 'With', column: true, early: true }),
  resources: field.prose({ label: 'Resources' }),
  start: field.date({ label: 'Start' }),
  due: field.date({ label: 'Due', lastDay: true, early: true }),
  dueChanges,
  milestones: field.rows({
    label: 'Milestones',
    fields: {
      title: field.text({ label: 'Milestone', required: true }),
      due: field.date({ label: 'Due', lastDay: true }),
      done: field.date({ label: 'Done' }),
      state: field.choice({ label: 'State', required: true, options: { open: 'Open', done: 'Done', dropped: 'Dropped' }, start: 'open' }),
      note: field.prose({ label: 'Note', audience: 'outside_counsel' }),
    },
  }),
  dependsOn: field.links({ label: 'Waits for', to: ['remediation_step', 'evidence_request', 'decision', 'order'], role: 'depends_on' }),
  obligations: field.words({ label: 'Answers to', help: 'Obligations by number, such as ORD-002 OB-2.' }),
  changes: field.choices({
    label: 'Changes',
    help: 'What it changes may be evidence: take a snapshot first.',
    options: { model: 'The model', filter: 'A filter or safeguard', log: 'A log', identity: 'Identity checks', staff: 'Access of staff', none: 'None of these' },
  }),
  snapshot: field.group({
    label: 'Snapshot before',
    fields: { evidence: field.links({ label: 'Evidence', to: ['evidence_item'], role: 'snapshot' }), reason: field.prose({ label: 'Why none was taken' }) },
  }),
  evidence: field.links({ label: 'Evidence', to: ['evidence_item', 'filing'], role: 'step_evidence' }),
  verification: field.group({
    label: 'Verification',
    fields: {
      method: field.choice({ label: 'Method', required: true, options: { EXAMINE: 'Examined', INTERVIEW: 'Interviewed', TEST: 'Tested' } }),
      result: field.prose({ label: 'Result' }),
      evidence: field.links({ label: 'Evidence', to: ['evidence_item'], role: 'verification' }),
      by: field.text({ label: 'Verifier', required: true, help: 'Somebody other than the owner.' }),
      on: field.date({ label: 'On' }),
    },
  }),
  regulator: field.group({
    label: 'Put to the authority',
    fields: {
      submitted: field.date({ label: 'Submitted' }),
      response: field.prose({ label: 'Answer' }),
      evidence: field.links({ label: 'Evidence', to: ['communication', 'order', 'evidence_item'], role: 'acceptance' }),
    },
  }),
  blockedBy: field.prose({ label: 'What stands in the way' }),
  risk: field.group({
    label: 'Risk accepted',
    fields: { by: field.text({ label: 'By', required: true }), until: field.day({ label: 'Until', required: true }), reason: field.prose({ label: 'Reason' }) },
  }),
  note: field.prose({ label: 'Note', audience: 'outside_counsel' }),
};
export type RemediationStep = RecordWith<typeof stepFields>;

/** A step of a plan (domain.md §2.10). */
export const remediationStep = defineKind({
  kind: 'remediation_step',
  prefix: 'STEP',
  label: 'Remediation step',
  plural: 'Remediation steps',
  shape: 1,
  upgrades: [],
  fields: stepFields,
  states: {
    planned: { label: 'Planned', mark: 'circle', fill: 0 },
    in_progress: { label: 'In progress', mark: 'circle', fill: 2 },
    blocked: { label: 'Blocked', mark: 'octagon', fill: 4 },
    deferred: { label: 'Deferred', mark: 'circle', fill: 0 },
    implemented: { label: 'Implemented', mark: 'circle', fill: 3 },
    verified: { label: 'Verified', closed: true, mark: 'circle', fill: 4 },
    accepted: { label: 'Accepted', closed: true, mark: 'circle', fill: 5 },
    risk_accepted: { label: 'Risk accepted', closed: true, mark: 'slash' },
  },
  initial: 'planned',
  moves: {
    planned: ['in_progress', 'blocked', 'deferred', 'risk_accepted'],
    in_progress: ['implemented', 'blocked', 'deferred', 'planned', 'risk_accepted'],
    blocked: ['planned', 'in_progress', 'deferred', 'risk_accepted'],
    deferred: ['planned', 'in_progress', 'risk_accepted'],
    implemented: ['verified', 'in_progress', 'blocked'],
    verified: ['accepted', 'in_progress'],
    accepted: ['in_progress'],
    risk_accepted: ['planned', 'in_progress'],
  },
  guards: [
    { name: 'no-circle', on: 'save', check: noCircle },
    { name: 'due-changes', on: 'save', check: dueChangeKept },
    { name: 'snapshot', on: 'move', into: ['in_progress', 'implemented'], check: snapshotFirst },
    { name: 'evidence', on: 'move', into: ['implemented'], check: (step) => ((step.fields.evidence ?? []).length === 0 ? ['No evidence of what was done.'] : []) },
    { name: 'verifier', on: 'move', into: ['verified'], check: verifiedByAnother },
    { name: 'accepted-in-writing', on: 'move', into: ['accepted'], check: acceptedInWriting },
    { name: 'risk', on: 'move', into: ['risk_accepted'], check: riskAccepted },
    { name: 'reason', on: 'move', into: ['blocked', 'deferred'], check: whyStopped },
  ],
  title: (fields) => fields.title,
  dated: (fields) => fields.due,
  due: (fields) => safeDay(fields.due),
  audience: 'internal',
  privilege: 'none',
});
