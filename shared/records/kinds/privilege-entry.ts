import { field } from '../field.ts';
import { defineKind, type RecordWith } from '../kind.ts';
import { missing } from '../missing.ts';

export const privilegeEntryFields = {
  title: field.text({ label: 'Document', required: true, help: 'As the log calls it. It reveals nothing of what is claimed.' }),
  item: field.link({ label: 'Exhibit', required: true, to: ['evidence_item'], role: 'logged' }),
  bates: field.text({ label: 'Bates range' }),
  date: field.date({ label: 'Date', required: true }),
  docType: field.text({ label: 'Type of document', required: true, column: true }),
  people: field.rows({
    label: 'Authors and recipients',
    personal: true,
    fields: {
      name: field.text({ label: 'Name', required: true }),
      part: field.choice({ label: 'Part', required: true, options: { author: 'Author', recipient: 'Recipient', cc: 'Copied', bcc: 'Copied blind' } }),
      attorney: field.flag({ label: 'Attorney', help: 'Starred in the log.' }),
    },
  }),
  family: field.link({ label: 'Attached to', to: ['evidence_item'], role: 'family' }),
  basis: field.choice({
    label: 'Privilege claimed',
    required: true,
    column: true,
    options: { attorney_client: 'Attorney-client', work_product: 'Work product', common_interest: 'Common interest', joint_defense: 'Joint defense', other: 'Other' },
  }),
  description: field.prose({ label: 'Description', help: 'Enough for others to judge the claim, without revealing what is claimed (FRCP 26(b)(5)(A)).' }),
  treatment: field.choice({ label: 'Treatment', required: true, column: true, options: { withheld: 'Withheld', redacted: 'Redacted' } }),
  category: field.text({ label: 'Category', help: 'Where the parties agreed to log by category.' }),
  requests: field.links({ label: 'Request', to: ['evidence_request'], role: 'logged_for' }),
  approvedBy: field.text({ label: 'Basis approved by' }),
  challenge: field.group({
    label: 'Challenge',
    fields: {
      by: field.text({ label: 'By', required: true }),
      on: field.date({ label: 'On', required: true }),
      outcome: field.prose({ label: 'Outcome' }),
      paper: field.link({ label: 'Paper', to: ['evidence_item', 'communication', 'order', 'filing'], role: 'challenge' }),
    },
  }),
};
export type PrivilegeEntry = RecordWith<typeof privilegeEntryFields>;

/** One line of the privilege log (domain.md §2.7; FRCP 26(b)(5)(A)). */
export const privilegeEntry = defineKind({
  kind: 'privilege_entry',
  prefix: 'PRV',
  label: 'Privilege log entry',
  plural: 'Privilege log',
  shape: 1,
  upgrades: [],
  fields: privilegeEntryFields,
  states: {
    draft: { label: 'Draft', mark: 'circle', fill: 0 },
    approved: { label: 'Approved', mark: 'circle', fill: 3 },
    served: { label: 'Served', mark: 'circle', fill: 4 },
    challenged: { label: 'Challenged', mark: 'octagon', fill: 4 },
    upheld: { label: 'Upheld', closed: true, mark: 'circle', fill: 4 },
    withdrawn: { label: 'Claim withdrawn', closed: true, mark: 'circle', fill: 0 },
  },
  initial: 'draft',
  moves: {
    draft: ['approved', 'withdrawn'],
    approved: ['served', 'draft', 'withdrawn'],
    served: ['challenged', 'withdrawn'],
    challenged: ['upheld', 'withdrawn'],
    upheld: ['challenged'],
    withdrawn: [],
  },
  guards: [
    {
      name: 'basis',
      on: 'move',
      into: ['approved', 'served'],
      check: ({ fields }) => missing([fields.description, 'It is not described: the claim cannot be judged.'], [fields.approvedBy, 'Who approved the basis is not recorded.']),
    },
    { name: 'challenge', on: 'move', into: ['challenged'], check: ({ fields }) => missing([fields.challenge, 'Who challenges it is not recorded.']) },
    { name: 'outcome', on: 'move', into: ['upheld'], check: ({ fields }) => missing([fields.challenge?.outcome, 'The outcome is not recorded.']) },
  ],
  title: (fields) => fields.title,
  due: () => null,
  audience: 'internal',
  privilege: 'work_product',
  final: { states: ['served', 'challenged', 'upheld', 'withdrawn'], instead: 'Serve an amended log.' },
});
