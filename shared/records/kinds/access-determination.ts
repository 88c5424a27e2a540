import { resultWords } from '../../law/scope/ruling.ts';
import { field } from '../field.ts';
import { defineKind, type RecordWith } from '../kind.ts';
import { activities, surfaces } from '../parts/activities.ts';
import { aboutOne, determinationApprovals, endsWithStatus, enforcedWithProof, overrideHasBasis, reviewed } from './access-determination-guards.ts';

export const determinationFields = {
  person: field.link({ label: 'Person', to: ['person'], role: 'determined_person' }),
  audience: field.link({ label: 'Group of people', help: 'Instead of a person: nobody is named.', to: ['audience'], role: 'determined_audience' }),
  order: field.link({ label: 'Order', required: true, to: ['order'], role: 'determined_under', column: true }),
  orderSeq: field.count({ label: 'Entry at which the order was read' }),
  rules: field.links({ label: 'Rules', help: 'When one of them is replaced, the determination is to be made again.', to: ['scope_rule'], role: 'determined_by' }),
  model: field.link({ label: 'Model', required: true, to: ['restricted_model'], role: 'determined_model', column: true }),
  version: field.text({ label: 'Version' }),
  surface: field.choice({ label: 'Surface', options: surfaces, column: true }),
  activity: field.choice({ label: 'Activity', options: activities }),
  evidenceType: field.choice({
    label: 'Status shown by',
    help: 'The kind of evidence, never a copy of it.',
    options: {
      own_statement: 'The person’s own statement',
      document_seen: 'A document seen, not copied',
      employer_statement: 'The employer’s statement',
      government_record: 'A government record',
      roster: 'A screened roster',
    },
  }),
  screening: field.link({ label: 'Screening', to: ['screening'], role: 'determined_from' }),
  inputs: field.data({ label: 'Facts it rests on' }),
  result: field.choice({ label: 'Result', required: true, column: true, options: resultWords }),
  reason: field.prose({ label: 'Reason', help: 'The clause, the definition used and what is missing.' }),
  otherControls: field.group({
    label: 'Other controls assessed',
    help: 'Without a mark: not assessed, and printed so.',
    fields: {
      lists: field.flag({ label: 'Lists' }),
      endUse: field.flag({ label: 'End use' }),
      sanctions: field.flag({ label: 'Sanctions' }),
      gp10: field.flag({ label: 'General Prohibition Ten' }),
    },
  }),
  authorization: field.link({
    label: 'Authorization',
    help: '“Permitted” is said only where one covers model, person, activity and date.',
    to: ['authorization'],
    role: 'determined_authorization',
  }),
  decidedBy: field.text({ label: 'Decided by' }),
  decided: field.date({ label: 'Decided on' }),
  reviewedBy: field.text({ label: 'Second reviewer' }),
  validUntil: field.day({ label: 'Until', help: 'Only where the person’s status is temporary.' }),
  override: field.group({
    label: 'Override',
    fields: {
      result: field.choice({ label: 'Instead', required: true, options: resultWords }),
      by: field.text({ label: 'By' }),
      basis: field.prose({ label: 'Basis', help: 'The license, court order or instruction that it rests on.' }),
    },
  }),
  enforced: field.group({
    label: 'Enforced',
    fields: {
      system: field.text({ label: 'System' }),
      at: field.date({ label: 'When' }),
      proof: field.links({ label: 'Proof', help: 'The log or export that shows it.', to: ['evidence_item'], role: 'enforcement_proof' }),
    },
  }),
};
export type AccessDetermination = RecordWith<typeof determinationFields>;

/** Whether one person or group may reach one model through one surface under one order (domain.md §2.4). */
export const accessDetermination = defineKind({
  kind: 'access_determination',
  prefix: 'DET',
  label: 'Determination of access',
  plural: 'Determinations of access',
  shape: 1,
  upgrades: [],
  fields: determinationFields,
  states: {
    proposed: { label: 'Proposed', mark: 'circle', fill: 1 },
    approved: { label: 'Approved', mark: 'circle', fill: 2 },
    enforced: { label: 'Enforced', mark: 'circle', fill: 4 },
    expired: { label: 'Expired', closed: true, mark: 'circle', fill: 0 },
    superseded: { label: 'Superseded', closed: true, mark: 'circle', fill: 0 },
    revoked: { label: 'Revoked', closed: true, mark: 'circle', fill: 0 },
  },
  initial: 'proposed',
  moves: {
    proposed: ['approved', 'superseded', 'revoked'],
    approved: ['enforced', 'expired', 'superseded', 'revoked'],
    enforced: ['expired', 'superseded', 'revoked'],
    expired: [],
    superseded: [],
    revoked: [],
  },
  guards: [
    { name: 'about-one', on: 'save', check: aboutOne },
    { name: 'ends-with-status', on: 'save', check: endsWithStatus },
    { name: 'override', on: 'save', check: overrideHasBasis },
    { name: 'reviewed', on: 'move', into: ['approved', 'enforced'], check: reviewed },
    { name: 'enforced', on: 'move', into: ['enforced'], check: enforcedWithProof },
  ],
  approvals: determinationApprovals,
  title: (fields) => resultWords[fields.override?.result ?? fields.result],
  due: (fields) => fields.validUntil ?? null,
  audience: 'internal',
  privilege: 'none',
  compartment: 'people',
  final: { states: ['enforced', 'expired', 'superseded', 'revoked'], instead: 'Make a new determination, which supersedes this one.' },
});
