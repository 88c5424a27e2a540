import { field } from '../field.ts';
import type { ApprovalRule } from '../approval-rule.ts';
import { twoPeople } from '../approvals.ts';
import { defineKind, type RecordWith } from '../kind.ts';

export const holdFields = {
  title: field.text({ label: 'Title', required: true }),
  trigger: field.group({
    label: 'What gave rise to it',
    fields: {
      event: field.prose({ label: 'Event', required: true }),
      date: field.date({ label: 'Date' }),
      reason: field.prose({ label: 'Why a hold is needed' }),
      record: field.links({ label: 'Records', to: ['*'], role: 'about' }),
    },
  }),
  scope: field.group({
    label: 'Scope',
    required: true,
    help: 'What is named here, and everything in a case or about a model named here, cannot be removed while the hold is in force. It reaches records entered later too.',
    fields: {
      names: field.links({ label: 'Cases, models and records held', required: true, to: ['*'], role: 'holds' }),
      topics: field.words({ label: 'Topics' }),
      from: field.date({ label: 'From' }),
      to: field.date({ label: 'To' }),
      sources: field.words({ label: 'Sources' }),
    },
  }),
  custodians: field.rows({
    label: 'Custodians',
    fields: {
      who: field.text({ label: 'Custodian', required: true, help: 'A role or a team; names stay in the people compartment.' }),
      noticeSent: field.date({ label: 'Notice sent' }),
      acknowledged: field.date({ label: 'Acknowledged' }),
      reminders: field.rows({
        label: 'Reminders',
        fields: { on: field.date({ label: 'On', required: true }), how: field.text({ label: 'How' }) },
      }),
      interviewed: field.date({ label: 'Interviewed' }),
      released: field.date({ label: 'Released' }),
    },
  }),
  systems: field.rows({
    label: 'Systems',
    help: 'Those that delete by themselves come first.',
    fields: {
      name: field.text({ label: 'System', required: true }),
      owner: field.text({ label: 'With' }),
      deletesAfter: field.text({ label: 'Deletes after' }),
      deletesAfterDays: field.count({ label: 'In days', help: 'The shortest life comes first; what is not known counts as shortest.' }),
      suspended: field.date({ label: 'Deletion suspended' }),
      evidence: field.links({ label: 'Evidence', to: ['evidence_item'], role: 'suspension' }),
    },
  }),
  noticeVersion: field.text({ label: 'Version of the notice' }),
  notice: field.link({ label: 'Notice', to: ['evidence_item', 'filing'], role: 'notice' }),
  issued: field.date({ label: 'Issued' }),
  issuedBy: field.text({ label: 'Issued by', column: true }),
  requests: field.links({ label: 'Requests', to: ['evidence_request', 'order'], role: 'hold_request' }),
  release: field.group({
    label: 'Release',
    fields: {
      reason: field.prose({ label: 'Reason', required: true }),
      approvedBy: field.text({ label: 'Approved by', required: true }),
      reviewedBy: field.text({ label: 'Second reviewer' }),
      overlapsChecked: field.flag({ label: 'Other holds were checked' }),
    },
  }),
};
export type LegalHold = RecordWith<typeof holdFields>;

const holdApprovals: ApprovalRule<typeof holdFields> = {
  what: 'release of the legal hold',
  roles: { approver: 'Approve the release', second_reviewer: 'Approve as second reviewer' },
  covers: ['title', 'scope', 'release'],
  typed: ({ release }) => ({ by: release?.approvedBy, reviewedBy: release?.reviewedBy }),
};

/** A legal hold notice and the proof that it was kept (domain.md §2.15; FRCP 37(e)). */
export const legalHold = defineKind({
  kind: 'legal_hold',
  prefix: 'HOLD',
  label: 'Legal hold',
  plural: 'Legal holds',
  shape: 1,
  upgrades: [],
  fields: holdFields,
  states: {
    draft: { label: 'Draft', mark: 'diamond', fill: 0 },
    issued: { label: 'Issued', mark: 'diamond', fill: 3 },
    active: { label: 'In force', mark: 'diamond', fill: 4 },
    expanded: { label: 'In force, expanded', mark: 'diamond', fill: 4 },
    released_partial: { label: 'Released in part', mark: 'diamond', fill: 2 },
    released: { label: 'Released', closed: true, mark: 'diamond', fill: 0 },
  },
  initial: 'draft',
  moves: {
    draft: ['issued'],
    issued: ['active', 'expanded', 'released'],
    active: ['expanded', 'released_partial', 'released'],
    expanded: ['active', 'released_partial', 'released'],
    released_partial: ['active', 'released'],
    released: ['active'],
  },
  guards: [
    {
      name: 'issued-by',
      on: 'move',
      into: ['issued', 'active'],
      check: ({ fields }) => [
        ...(fields.issuedBy === undefined ? ['Who issues it is not recorded.'] : []),
        ...((fields.custodians ?? []).length === 0 ? ['It names no custodian.'] : []),
      ],
    },
    {
      name: 'second-reviewer',
      on: 'move',
      into: ['released', 'released_partial'],
      check: (hold, look, before) => {
        const { release } = hold.fields;
        const none = 'Why it is released, and who approves, is not recorded.';
        if (release === undefined) return [none];
        return [
          ...twoPeople(hold, holdApprovals, look, { none, one: 'Release needs a second reviewer.', alone: 'The second reviewer is the one who approved.' }, before),
          ...(release.overlapsChecked === true ? [] : ['Whether other holds reach the same records was not checked.']),
        ];
      },
    },
  ],
  approvals: holdApprovals,
  title: (fields) => fields.title,
  due: () => null,
  audience: 'internal',
  privilege: 'attorney_client',
  final: { states: ['issued', 'active', 'expanded', 'released_partial', 'released'], instead: 'Issue a new version, or release it with a second reviewer.' },
});

/** Custodians who had the notice, have not acknowledged it and are not released. */
export function awaiting(hold: LegalHold): string[] {
  return (hold.fields.custodians ?? []).filter((one) => one.noticeSent !== undefined && one.acknowledged === undefined && one.released === undefined).map((one) => one.who);
}
