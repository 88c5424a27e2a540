import { field } from '../field.ts';
import { defineKind, type Look, type RecordWith } from '../kind.ts';
import { missing } from '../missing.ts';
import { partyRoles } from './party.ts';

export const conflictFields = {
  party: field.link({ label: 'Party', required: true, to: ['party'], role: 'conflict_of', column: true }),
  roles: field.choices({ label: 'Roles in tension', required: true, options: partyRoles, column: true }),
  description: field.prose({ label: 'Description', required: true }),
  interests: field.links({ label: 'Interests', help: 'The benign ones beside the others.', to: ['interest'], role: 'conflict_interest' }),
  benign: field.prose({ label: 'The benign explanation' }),
  about: field.links({ label: 'Touches', to: ['finding', 'assertion', 'order', 'communication', 'restricted_model'], role: 'about' }),
  disclosed: field.choice({ label: 'Disclosed', options: { yes: 'Yes', no: 'No', in_part: 'In part', unknown: 'Not known' } }),
  mitigation: field.prose({ label: 'Mitigation' }),
  assessedBy: field.text({ label: 'Assessed by' }),
  assessed: field.date({ label: 'Assessed on' }),
  outcomeWhy: field.prose({ label: 'Why it is accepted or rejected' }),
};
export type ConflictOfInterest = RecordWith<typeof conflictFields>;

/** The memo is not final until the adverse and the benign interests both stand in it. */
function bothSides({ fields }: ConflictOfInterest, look: Look): string[] {
  const directions = (fields.interests ?? []).map((id) => look.get(id)?.fields['direction']);
  return [
    ...(directions.some((one) => one !== undefined && one !== 'benign') ? [] : ['No adverse or aligned interest is named.']),
    ...(directions.includes('benign') || fields.benign !== undefined ? [] : ['The benign explanation is not recorded.']),
  ];
}

/** Roles of one party that pull against each other (domain.md §2.5). */
export const conflictOfInterest = defineKind({
  kind: 'conflict_of_interest',
  prefix: 'COI',
  label: 'Conflict of interest',
  plural: 'Conflicts of interest',
  shape: 1,
  upgrades: [],
  fields: conflictFields,
  states: {
    identified: { label: 'Identified', mark: 'circle', fill: 0 },
    assessed: { label: 'Assessed', mark: 'circle', fill: 2 },
    mitigated: { label: 'Mitigated', closed: true, mark: 'circle', fill: 4 },
    accepted: { label: 'Accepted', closed: true, mark: 'circle', fill: 3 },
    rejected: { label: 'No conflict', closed: true, mark: 'circle', fill: 0 },
  },
  initial: 'identified',
  moves: {
    identified: ['assessed'],
    assessed: ['mitigated', 'accepted', 'rejected', 'identified'],
    mitigated: ['assessed'],
    accepted: ['assessed'],
    rejected: ['assessed'],
  },
  guards: [
    { name: 'two-roles', on: 'save', check: ({ fields }) => (new Set(fields.roles).size < 2 ? ['Roles in tension are at least two.'] : []) },
    { name: 'assessed-by', on: 'move', into: ['assessed'], check: ({ fields }) => missing([fields.assessedBy, 'Who assessed it is not recorded.']) },
    { name: 'both-sides', on: 'move', into: ['assessed', 'mitigated', 'accepted', 'rejected'], check: bothSides },
    { name: 'mitigation', on: 'move', into: ['mitigated'], check: ({ fields }) => missing([fields.mitigation, 'What mitigates it is not recorded.']) },
    { name: 'outcome', on: 'move', into: ['accepted', 'rejected'], check: ({ fields }) => missing([fields.outcomeWhy, 'Why is not recorded.']) },
  ],
  title: (fields) => fields.description,
  due: () => null,
  audience: 'internal',
  privilege: 'work_product',
});
