import { field } from '../field.ts';
import { defineKind, type RecordWith } from '../kind.ts';
import { missing } from '../missing.ts';

export const agreementFields = {
  title: field.text({ label: 'Title', required: true }),
  type: field.choice({
    label: 'Type',
    required: true,
    column: true,
    options: {
      customer: 'Customer',
      cloud: 'Cloud',
      investment: 'Investment',
      loan: 'Loan',
      insurance: 'Insurance',
      evaluation: 'Evaluation',
      government_contract: 'Government contract',
      common_interest: 'Common interest',
      other: 'Other',
    },
  }),
  parties: field.links({ label: 'Parties', required: true, to: ['party'], role: 'agreement_party' }),
  signed: field.date({ label: 'Date' }),
  ends: field.date({ label: 'Ends' }),
  governingLaw: field.text({ label: 'Governing law' }),
  papers: field.links({ label: 'Papers', to: ['evidence_item'], role: 'paper' }),
  textNote: field.prose({ label: 'What we know without the text' }),
  clauses: field.rows({
    label: 'Clauses',
    fields: {
      number: field.text({ label: 'Clause', required: true }),
      type: field.choice({
        label: 'Type',
        required: true,
        options: {
          confidentiality: 'Confidentiality',
          security_testing: 'Security testing',
          audit: 'Audit',
          termination: 'Termination',
          change_in_law: 'Change in law',
          force_majeure: 'Force majeure',
          exclusivity: 'Exclusivity',
          commitment: 'Commitment',
          information_rights: 'Information rights',
          notice: 'Notice',
          flow_down: 'Flow-down',
          other: 'Other',
        },
      }),
      quotation: field.quotation({ label: 'Quotation' }),
      pinpoint: field.text({ label: 'Pinpoint' }),
      source: field.link({ label: 'Quoted from', to: ['evidence_item', 'communication'], role: 'quoted_from' }),
      rule: field.text({ label: 'Rule of its time limit', help: 'Such as contract.notice-clause.' }),
      period: field.text({ label: 'Period', help: 'In the words of the clause.' }),
      deadline: field.link({ label: 'Deadline', to: ['deadline'], role: 'clause_deadline' }),
      ourReading: field.prose({ label: 'Our reading', audience: 'internal', privilege: 'attorney_client' }),
    },
  }),
  note: field.prose({ label: 'Note', audience: 'internal', privilege: 'attorney_client' }),
};
export type Agreement = RecordWith<typeof agreementFields>;

/** A contract whose clauses start clocks or forbid disclosures (domain.md §2.20). */
export const agreement = defineKind({
  kind: 'agreement',
  prefix: 'AGR',
  label: 'Agreement',
  plural: 'Agreements',
  shape: 1,
  upgrades: [],
  fields: agreementFields,
  states: {
    wanted: { label: 'Wanted or not in hand', mark: 'circle', fill: 0 },
    draft: { label: 'Draft', mark: 'circle', fill: 1 },
    in_force: { label: 'In force', mark: 'circle', fill: 4 },
    ended: { label: 'Ended', closed: true, mark: 'circle', fill: 0 },
  },
  initial: 'wanted',
  moves: { wanted: ['draft', 'in_force', 'ended'], draft: ['in_force', 'wanted', 'ended'], in_force: ['ended'], ended: ['in_force'] },
  guards: [
    {
      name: 'in-force',
      on: 'move',
      into: ['in_force'],
      check: ({ fields }) => missing([fields.signed, 'Its date is not recorded; say “unknown” if it is not known.'], [fields.papers, 'Its text is not in hand.']),
    },
  ],
  title: (fields) => fields.title,
  due: () => null,
  audience: 'internal',
  privilege: 'none',
});
