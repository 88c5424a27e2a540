import { field } from '../field.ts';
import { defineKind, type RecordWith } from '../kind.ts';
import { surfaces } from '../parts/activities.ts';

export const audienceFields = {
  label: field.text({ label: 'Group', required: true, help: 'People as a group, without a name of anybody.' }),
  basis: field.choice({
    label: 'What makes it a group',
    required: true,
    column: true,
    options: { contract: 'A contract', geography: 'Where they are', role: 'Their part', nationality_line: 'The line the order draws', other: 'Other' },
  }),
  definition: field.prose({ label: 'Who is in it' }),
  partOf: field.link({ label: 'Part of', to: ['audience'], role: 'part_of' }),
  size: field.group({
    label: 'Size',
    fields: {
      low: field.count({ label: 'At least' }),
      high: field.count({ label: 'At most' }),
      words: field.quotation({ label: 'In the source’s words' }),
      asOf: field.date({ label: 'As of' }),
      method: field.prose({ label: 'How it was counted' }),
    },
  }),
  agreements: field.links({ label: 'Agreements', to: ['agreement'], role: 'audience_agreement' }),
  party: field.links({ label: 'Spoken for by', to: ['party'], role: 'audience_party' }),
  noticeState: field.choice({ label: 'Notice', column: true, options: { not_considered: 'Not considered', owed: 'Owed', given: 'Given', none_owed: 'None owed' } }),
  access: field.rows({
    label: 'Access it had',
    fields: {
      model: field.link({ label: 'Model', required: true, to: ['restricted_model'], role: 'audience_model' }),
      surface: field.choice({ label: 'Surface', options: surfaces }),
      planned: field.choice({ label: 'Should have now', options: { none: 'None', full: 'All', limited: 'Limited', undetermined: 'Undetermined' } }),
      actual: field.choice({ label: 'Has now', options: { none: 'None', full: 'All', limited: 'Limited', unknown: 'Unknown' } }),
      ended: field.date({ label: 'Ended' }),
      proof: field.links({ label: 'Proof', help: 'Without it the group stays on the list of those who may still have access.', to: ['evidence_item'], role: 'access_proof' }),
      waiver: field.link({ label: 'Waiver', to: ['authorization', 'decision'], role: 'access_waiver' }),
    },
  }),
  restrictedBy: field.links({ label: 'Restricted by', to: ['order'], role: 'restricts' }),
  source: field.links({ label: 'Source', to: ['evidence_item', 'communication'], role: 'source' }),
  pinpoint: field.text({ label: 'Pinpoint' }),
  note: field.prose({ label: 'Note', audience: 'internal', privilege: 'work_product' }),
};
export type AudienceRecord = RecordWith<typeof audienceFields>;

/** A group of people that an order reaches, without names (domain.md §2.26). */
export const audience = defineKind({
  kind: 'audience',
  prefix: 'AUD',
  label: 'Group of users',
  plural: 'Groups of users',
  shape: 1,
  upgrades: [],
  fields: audienceFields,
  states: {
    current: { label: 'Current', mark: 'circle', fill: 2 },
    restored: { label: 'Access has returned', closed: true, mark: 'circle', fill: 4 },
    former: { label: 'No longer a group', closed: true, mark: 'circle', fill: 0 },
  },
  initial: 'current',
  moves: { current: ['restored', 'former'], restored: ['current'], former: ['current'] },
  guards: [
    {
      name: 'size',
      on: 'save',
      check: ({ fields: { size } }) => (size?.low !== undefined && size.high !== undefined && size.low > size.high ? ['The size ends before it begins.'] : []),
    },
  ],
  title: (fields) => fields.label,
  due: () => null,
  audience: 'internal',
  privilege: 'none',
});
