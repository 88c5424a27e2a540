import { field } from '../field.ts';
import type { ApprovalRule } from '../approval-rule.ts';
import { twoPeople } from '../approvals.ts';
import { defineKind, type RecordWith } from '../kind.ts';

export const criterionFields = {
  text: field.prose({ label: 'Condition', required: true }),
  heading: field.choice({ label: 'Group', required: true, column: true, options: { law: 'Law', technical: 'Technical', own: 'Our own' } }),
  source: field.choice({
    label: 'Set by',
    required: true,
    options: { regulator: 'The authority', law: 'The law', contract: 'A contract', company_principle: 'A principle of the company' },
  }),
  nonNegotiable: field.flag({ label: 'Not negotiable', help: 'Never waived.' }),
  models: field.links({ label: 'Models', to: ['restricted_model'], role: 'gates' }),
  plan: field.link({ label: 'Plan', to: ['remediation_plan'], role: 'criterion_plan' }),
  order: field.link({ label: 'Order', to: ['order'], role: 'criterion_order' }),
  waitsFor: field.links({ label: 'Waits for', to: ['remediation_step', 'evidence_request', 'decision', 'order', 'restore_criterion'], role: 'depends_on' }),
  decider: field.text({ label: 'Who decides' }),
  proof: field.links({ label: 'Proof', to: ['evidence_item', 'communication', 'decision', 'order'], role: 'criterion_proof' }),
  provedBy: field.text({ label: 'Proved by' }),
  reviewedBy: field.text({ label: 'Second reviewer' }),
  waiver: field.group({ label: 'Waived', fields: { by: field.text({ label: 'By', required: true }), reason: field.prose({ label: 'Reason', required: true }) } }),
  note: field.prose({ label: 'Note' }),
};
export type RestoreCriterion = RecordWith<typeof criterionFields>;

export const criterionApprovals: ApprovalRule<typeof criterionFields> = {
  what: 'that this condition is met',
  roles: { approver: 'Sign that it is proved', second_reviewer: 'Sign as second reviewer' },
  covers: ['text', 'heading', 'source', 'nonNegotiable', 'models', 'plan', 'order', 'proof'],
  typed: ({ provedBy, reviewedBy }) => ({ by: provedBy, reviewedBy }),
};

/** One condition that stands before the return of access (domain.md §2.24). All of them together are the gate. */
export const restoreCriterion = defineKind({
  kind: 'restore_criterion',
  prefix: 'CRIT',
  label: 'Condition for return',
  plural: 'Conditions for return',
  shape: 1,
  upgrades: [],
  fields: criterionFields,
  states: {
    open: { label: 'Not met', mark: 'circle', fill: 0 },
    proved: { label: 'Proved, not reviewed', mark: 'circle', fill: 3 },
    met: { label: 'Met', closed: true, mark: 'circle', fill: 4 },
    waived: { label: 'Waived', closed: true, mark: 'circle', fill: 1 },
    reopened: { label: 'Reopened', mark: 'circle', fill: 0 },
  },
  initial: 'open',
  moves: { open: ['proved', 'waived'], proved: ['met', 'open'], met: ['reopened'], waived: ['reopened'], reopened: ['proved', 'waived'] },
  guards: [
    { name: 'proof', on: 'move', into: ['proved', 'met'], check: (criterion) => ((criterion.fields.proof ?? []).length === 0 ? ['No proof is recorded.'] : []) },
    {
      name: 'second-reviewer',
      on: 'move',
      into: ['met'],
      check: (criterion, look, before) => {
        const needed = 'It needs somebody who proves it and a second reviewer.';
        return twoPeople(criterion, criterionApprovals, look, { none: needed, one: needed, alone: 'The second reviewer is the one who proved it.' }, before);
      },
    },
    {
      name: 'waiver',
      on: 'move',
      into: ['waived'],
      check: (criterion) => [
        ...(criterion.fields.nonNegotiable === true ? ['It is not negotiable and is never waived.'] : []),
        ...(criterion.fields.waiver === undefined ? ['Who waives it, and why, is not recorded.'] : []),
      ],
    },
  ],
  approvals: criterionApprovals,
  title: (fields) => fields.text,
  due: () => null,
  audience: 'internal',
  privilege: 'none',
});
