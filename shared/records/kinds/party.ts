import { field } from '../field.ts';
import { defineKind, type RecordWith } from '../kind.ts';

export const partyRoles = {
  developer: 'Developer',
  investor: 'Investor',
  cloud_provider: 'Cloud provider',
  hardware_supplier: 'Hardware supplier',
  customer: 'Customer',
  distributor: 'Distributor',
  evaluator: 'Evaluator',
  reporter_of_concern: 'Reporter of the concern',
  competitor: 'Competitor',
  regulator: 'Regulator',
  adjudicator: 'Adjudicator',
  counsel: 'Counsel',
  witness: 'Witness',
  insurer: 'Insurer',
  official: 'Official',
  observer: 'Observer',
} as const;

export const partyFields = {
  name: field.text({ label: 'Name', required: true, help: 'For people who are not named: who they are said to be, such as “people familiar with the discussions”.' }),
  type: field.choice({
    label: 'Type',
    required: true,
    column: true,
    options: {
      company: 'Company',
      agency: 'Agency',
      court: 'Court',
      adjudicator: 'Adjudicator',
      legislature: 'Legislature',
      individual: 'Individual',
      partner: 'Partner',
      ngo: 'Organization',
      university: 'University',
      press: 'Press',
      unnamed_group: 'Group without names',
    },
  }),
  otherNames: field.words({ label: 'Other names' }),
  partOf: field.link({ label: 'Part of', to: ['party'], role: 'part_of' }),
  jurisdiction: field.text({ label: 'Jurisdiction' }),
  identifiers: field.words({ label: 'Identifiers', help: 'LEI, CIK, DUNS.' }),
  roles: field.rows({
    label: 'Roles',
    help: 'Several at once, each from a date to a date, each with its own source.',
    fields: {
      role: field.choice({ label: 'Role', required: true, options: partyRoles }),
      about: field.links({ label: 'Toward', to: ['party', 'restricted_model', 'order', 'case'], role: 'role_about' }),
      from: field.date({ label: 'From' }),
      to: field.date({ label: 'To' }),
      source: field.links({ label: 'Source', to: ['evidence_item', 'communication'], role: 'role_source' }),
      pinpoint: field.text({ label: 'Pinpoint' }),
      note: field.prose({ label: 'Note', audience: 'outside_counsel' }),
    },
  }),
  screening: field.rows({
    label: 'Screening',
    help: 'Which list, as of when, with what result; a match that was cleared stays with who cleared it.',
    fields: {
      list: field.text({ label: 'List', required: true }),
      listVersion: field.text({ label: 'As of' }),
      on: field.date({ label: 'On', required: true }),
      result: field.choice({ label: 'Result', required: true, options: { no_match: 'No match', possible: 'Possible match', match: 'Match' } }),
      entry: field.text({ label: 'Entry of the list' }),
      clearedBy: field.text({ label: 'Cleared by' }),
      clearedWhy: field.prose({ label: 'Why' }),
    },
  }),
  contact: field.prose({ label: 'Contact', personal: true }),
  mayContact: field.words({ label: 'Who may speak with it' }),
  represented: field.link({ label: 'Represented by', to: ['party'], role: 'represented_by' }),
  note: field.prose({ label: 'Note', audience: 'internal', privilege: 'work_product' }),
};
export type Party = RecordWith<typeof partyFields>;

/** A party with its roles at a date (domain.md §2.5). */
export const party = defineKind({
  kind: 'party',
  prefix: 'PTY',
  label: 'Party',
  plural: 'Parties',
  shape: 1,
  upgrades: [],
  fields: partyFields,
  states: { current: { label: 'Current' }, former: { label: 'No longer concerned', closed: true } },
  initial: 'current',
  moves: { current: ['former'], former: ['current'] },
  guards: [
    {
      name: 'role-dates',
      on: 'save',
      check: (record) =>
        (record.fields.roles ?? []).flatMap(({ role, from, to }) =>
          from?.certainty === 'exact' && to?.certainty === 'exact' && to.day < from.day ? [`${partyRoles[role]}: it ends before it begins.`] : [],
        ),
    },
  ],
  title: (fields) => fields.name,
  due: () => null,
  audience: 'internal',
  privilege: 'none',
});
