import { safeDay } from '../date-fact.ts';
import { field } from '../field.ts';
import type { ApprovalRule } from '../approval-rule.ts';
import { twoPeople } from '../approvals.ts';
import { defineKind, type RecordWith } from '../kind.ts';
import { missing } from '../missing.ts';

export const employmentFields = {
  title: field.text({ label: 'Title', required: true, help: 'By group or role where that is enough.' }),
  whom: field.links({ label: 'Whom it touches', required: true, to: ['*'], role: 'concerns' }),
  action: field.choice({
    label: 'Action',
    required: true,
    column: true,
    options: { reassigned: 'Moved to other work', leave: 'On leave', access_removed: 'Access removed', not_hired: 'Not hired', other: 'Other' },
  }),
  order: field.link({ label: 'Order', to: ['order'], role: 'action_under' }),
  clauseReliedOn: field.text({ label: 'Clause relied on', help: 'Nobody is removed by nationality without one.' }),
  alternativesTried: field.prose({ label: 'Alternatives tried' }),
  basis: field.text({ label: 'Exception relied on', help: 'Such as 8 USC 1324b(a)(2)(C): required by law, regulation, executive order or government contract.' }),
  employmentCounsel: field.group({
    label: 'Employment counsel',
    privilege: 'attorney_client',
    audience: 'internal',
    fields: { by: field.text({ label: 'Signed off by', required: true }), on: field.date({ label: 'On', required: true }), advice: field.prose({ label: 'Advice' }) },
  }),
  approvedBy: field.text({ label: 'Approved by' }),
  from: field.date({ label: 'From' }),
  reviewAgain: field.date({ label: 'Look at it again on', lastDay: true }),
  restored: field.date({ label: 'Restored' }),
  clocks: field.links({ label: 'Exposure', help: 'Charges to the Immigrant and Employee Rights Section and to the EEOC run from the act.', to: ['deadline'], role: 'exposure' }),
  source: field.links({ label: 'Source', to: ['evidence_item', 'communication', 'decision'], role: 'source' }),
  pinpoint: field.text({ label: 'Pinpoint' }),
};
export type EmploymentAction = RecordWith<typeof employmentFields>;

export const employmentApprovals: ApprovalRule<typeof employmentFields> = {
  what: 'employment action',
  roles: { approver: 'Approve', second_reviewer: 'Sign off as employment counsel' },
  covers: ['whom', 'action', 'order', 'clauseReliedOn', 'alternativesTried', 'basis', 'from', 'reviewAgain'],
  typed: ({ approvedBy, employmentCounsel }) => ({ by: approvedBy, reviewedBy: employmentCounsel?.by }),
};

/** What an order does to people at work (domain.md §2.25). In the people compartment. */
export const employmentAction = defineKind({
  kind: 'employment_action',
  prefix: 'EMP',
  label: 'Employment action',
  plural: 'Employment actions',
  shape: 1,
  upgrades: [],
  fields: employmentFields,
  states: {
    proposed: { label: 'Proposed', mark: 'circle', fill: 0 },
    in_effect: { label: 'In effect', mark: 'circle', fill: 3 },
    restored: { label: 'Restored', closed: true, mark: 'circle', fill: 4 },
    not_taken: { label: 'Not taken', closed: true, mark: 'circle', fill: 0 },
  },
  initial: 'proposed',
  moves: { proposed: ['in_effect', 'not_taken'], in_effect: ['restored'], restored: ['in_effect'], not_taken: ['proposed'] },
  guards: [
    {
      name: 'guardrail',
      on: 'move',
      into: ['in_effect'],
      check: ({ fields }) =>
        missing(
          [fields.order, 'The order it rests on is not named.'],
          [fields.clauseReliedOn, 'The clause it rests on is not named: nobody is removed by nationality without one.'],
          [fields.basis, 'The exception to 8 USC 1324b that is relied on is not named.'],
          [fields.alternativesTried, 'The alternatives that were tried are not recorded.'],
          [fields.from, 'From when it runs is not recorded.'],
          [fields.reviewAgain, 'When it is looked at again is not recorded.'],
        ),
    },
    {
      name: 'two-people',
      on: 'move',
      into: ['in_effect'],
      check: (action, look, before) =>
        twoPeople(
          action,
          employmentApprovals,
          look,
          { none: 'Nobody has approved it.', one: 'Employment counsel has not signed off.', alone: 'Employment counsel who signs off is the one who approves it.' },
          before,
        ),
    },
    { name: 'restored', on: 'move', into: ['restored'], check: ({ fields }) => missing([fields.restored, 'When it was restored is not recorded.']) },
  ],
  approvals: employmentApprovals,
  title: (fields) => fields.title,
  dated: (fields) => (fields.restored === undefined ? fields.reviewAgain : undefined),
  due: (fields) => (fields.restored === undefined ? safeDay(fields.reviewAgain) : null),
  audience: 'internal',
  privilege: 'attorney_client',
  compartment: 'people',
});
