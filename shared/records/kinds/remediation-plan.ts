import { field } from '../field.ts';
import { defineKind } from '../kind.ts';
import { stepsDone } from './remediation-step.ts';

/** A plan of remediation (domain.md §2.10). Its steps and conditions are records of their own that link to it. */
export const remediationPlan = defineKind({
  kind: 'remediation_plan',
  prefix: 'PLAN',
  label: 'Remediation plan',
  plural: 'Remediation plans',
  shape: 1,
  upgrades: [],
  fields: {
    title: field.text({ label: 'Title', required: true }),
    type: field.choice({
      label: 'Type',
      required: true,
      column: true,
      options: {
        vulnerability_fix: 'Correction of a weakness',
        access_segregation: 'Separation of access',
        tcp: 'Technology control plan',
        compliance_program: 'Compliance program',
        reporting: 'Reporting',
      },
    }),
    order: field.links({ label: 'Under', to: ['order'], role: 'plan_order', early: true }),
    models: field.links({ label: 'Models', to: ['restricted_model'], role: 'plan_model', early: true }),
    owner: field.text({ label: 'With', column: true }),
    acceptanceAuthority: field.link({ label: 'Who accepts it', to: ['party'], role: 'acceptance_authority' }),
    weaknesses: field.links({ label: 'Weaknesses', to: ['weakness'], role: 'plan_weakness' }),
    constraints: field.words({ label: 'What it may not give up', help: 'Principles of the company that no option may break.' }),
    submitted: field.date({ label: 'Submitted' }),
    conditions: field.rows({
      label: 'Conditions of acceptance',
      fields: {
        text: field.prose({ label: 'Condition', required: true }),
        owner: field.text({ label: 'With' }),
        evidence: field.links({ label: 'Evidence', to: ['evidence_item', 'filing'], role: 'condition_evidence' }),
      },
    }),
    acceptance: field.links({
      label: 'Acceptance',
      help: 'The communication, order or paper in which the authority accepts.',
      to: ['communication', 'order', 'evidence_item'],
      role: 'acceptance',
    }),
    note: field.prose({ label: 'Note', audience: 'outside_counsel' }),
  },
  states: {
    draft: { label: 'Draft', mark: 'circle', fill: 0 },
    submitted: { label: 'Submitted', mark: 'circle', fill: 1 },
    accepted: { label: 'Accepted', mark: 'circle', fill: 2 },
    accepted_with_conditions: { label: 'Accepted with conditions', mark: 'circle', fill: 2 },
    rejected: { label: 'Rejected', closed: true, mark: 'octagon', fill: 4 },
    in_progress: { label: 'In progress', mark: 'circle', fill: 2 },
    completed: { label: 'Completed', mark: 'circle', fill: 3 },
    verified_by_us: { label: 'Verified by us', mark: 'circle', fill: 4 },
    accepted_by_regulator: { label: 'Accepted by the authority', mark: 'circle', fill: 5 },
    closed: { label: 'Closed', closed: true, mark: 'circle', fill: 4 },
    reopened: { label: 'Reopened', mark: 'circle', fill: 2 },
  },
  initial: 'draft',
  moves: {
    draft: ['submitted', 'in_progress'],
    submitted: ['accepted', 'accepted_with_conditions', 'rejected', 'in_progress'],
    accepted: ['in_progress'],
    accepted_with_conditions: ['in_progress'],
    rejected: ['draft'],
    in_progress: ['submitted', 'completed'],
    completed: ['verified_by_us', 'reopened'],
    verified_by_us: ['accepted_by_regulator', 'closed', 'reopened'],
    accepted_by_regulator: ['closed', 'reopened'],
    closed: ['reopened'],
    reopened: ['in_progress'],
  },
  guards: [
    {
      name: 'steps-done',
      on: 'move',
      into: ['completed', 'verified_by_us'],
      check: (plan, look) => {
        const steps = look.linkingTo(plan.id, 'plan').filter((record) => record.kind === 'remediation_step');
        return steps.length === 0
          ? ['It has no steps.']
          : steps.filter((step) => !stepsDone.includes(step.state)).map((step) => `${step.number} is not verified, accepted or accepted as a risk.`);
      },
    },
    {
      name: 'accepted-in-writing',
      on: 'move',
      into: ['accepted', 'accepted_with_conditions', 'accepted_by_regulator'],
      check: (plan) => ((plan.fields.acceptance ?? []).length === 0 ? ['No communication, order or paper of the authority that accepts it.'] : []),
    },
    {
      name: 'conditions',
      on: 'move',
      into: ['accepted_with_conditions'],
      check: (plan) => ((plan.fields.conditions ?? []).length === 0 ? ['The conditions are not recorded.'] : []),
    },
  ],
  title: (fields) => fields.title,
  due: () => null,
  audience: 'internal',
  privilege: 'none',
});
