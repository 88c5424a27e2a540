import { field } from '../field.ts';
import { defineKind } from '../kind.ts';
import { surfaces } from '../parts/activities.ts';
import { criteriaMet, everySurfaceOff, modelApprovals, returnApproved, rowsProved, stateDecided } from './restricted-model-guards.ts';

export const accessStates = {
  enabled: 'On',
  identity_gated: 'Limited to checked identities',
  geo_restricted: 'Limited by place',
  disabled: 'Off',
  undetermined: 'Undetermined',
  not_offered: 'Not offered',
} as const;

export const modelFields = {
  name: field.text({ label: 'Name', required: true }),
  developer: field.link({ label: 'Developer', to: ['party'], role: 'developer' }),
  description: field.prose({ label: 'Description' }),
  derivedFrom: field.link({ label: 'Derived from', to: ['restricted_model'], role: 'derived_from' }),
  modality: field.words({ label: 'Takes and gives', help: 'Text, code, pictures, sound.' }),
  versions: field.rows({
    label: 'Versions',
    help: 'Variants for one country and successors stand here too; under an order they start as unknown, never as “not covered”.',
    fields: {
      label: field.text({ label: 'Version', required: true }),
      released: field.date({ label: 'Released' }),
      weightsDigest: field.text({ label: 'Digest of the weights' }),
      coverage: field.choice({ label: 'Covered by an order', options: { covered: 'Covered', not_covered: 'Not covered', unknown: 'Unknown' } }),
      note: field.prose({ label: 'Note', audience: 'outside_counsel' }),
    },
  }),
  access: field.rows({
    label: 'Access',
    help: 'One row for each version and surface: who can reach it, since when, by which clause, and how that is proved.',
    fields: {
      version: field.text({ label: 'Version', required: true }),
      surface: field.choice({ label: 'Surface', required: true, options: surfaces }),
      audience: field.text({ label: 'Who reaches it' }),
      group: field.link({ label: 'Group', to: ['audience'], role: 'access_group' }),
      state: field.choice({ label: 'State', required: true, options: accessStates }),
      since: field.date({ label: 'Since' }),
      order: field.link({ label: 'Order', to: ['order'], role: 'access_order' }),
      clause: field.text({ label: 'Clause' }),
      decision: field.link({ label: 'Decision', to: ['decision'], role: 'access_decision' }),
      proof: field.links({ label: 'Proof', help: 'The log, attestation or export that shows it.', to: ['evidence_item'], role: 'access_proof' }),
      identityCheck: field.choice({
        label: 'Identity check',
        help: 'A surface without one cannot show compliance.',
        options: { yes: 'Yes', no: 'No', by_tenant: 'By the tenant', unknown: 'Unknown' },
      }),
      note: field.prose({ label: 'Note', audience: 'outside_counsel' }),
    },
  }),
  hosting: field.rows({
    label: 'Hosting',
    fields: { provider: field.link({ label: 'Provider', to: ['party'], role: 'host' }), region: field.text({ label: 'Region' }), account: field.text({ label: 'Account' }) },
  }),
  classification: field.group({
    label: 'Classification',
    help: 'A position, not a fact, until an agency has answered.',
    fields: {
      eccn: field.text({ label: 'ECCN' }),
      basis: field.choice({ label: 'Basis', options: { self: 'Self-classified', ccats: 'Classified by BIS', order: 'Treated so by an order', not_given: 'None given' } }),
      on: field.date({ label: 'Date' }),
      contestedBy: field.links({ label: 'Contested in', to: ['assertion'], role: 'contested_in' }),
      note: field.prose({ label: 'Note', audience: 'outside_counsel' }),
    },
  }),
  assertions: field.links({ label: 'What is said of its capability', to: ['assertion'], role: 'capability' }),
  safeguards: field.words({ label: 'Safeguards' }),
  users: field.group({
    label: 'Users',
    fields: {
      asOf: field.date({ label: 'As of' }),
      total: field.count({ label: 'Total' }),
      foreignPersons: field.count({ label: 'Foreign persons, estimated' }),
      method: field.prose({ label: 'How it was counted' }),
    },
  }),
  stateDecision: field.link({ label: 'Decision behind the present state', to: ['decision'], role: 'state_decision' }),
  stateProof: field.links({ label: 'Proof of the present state', to: ['evidence_item'], role: 'state_proof' }),
  restoration: field.group({
    label: 'Return of access',
    fields: {
      audience: field.text({ label: 'To whom' }),
      authority: field.prose({ label: 'Under what authority', help: 'The lifting, amendment, license or other leave that lets access return.' }),
      authorityEvidence: field.links({ label: 'Evidence of authority', to: ['evidence_item', 'order', 'communication'], role: 'restoration_authority' }),
      approvedBy: field.text({ label: 'Approved by' }),
      reviewedBy: field.text({ label: 'Second reviewer' }),
    },
  }),
};

/** A model that a government has restricted (domain.md §2.1). */
export const restrictedModel = defineKind({
  kind: 'restricted_model',
  prefix: 'MODEL',
  label: 'Restricted model',
  plural: 'Restricted models',
  shape: 1,
  upgrades: [],
  fields: modelFields,
  states: {
    in_development: { label: 'In development', mark: 'square', fill: 0 },
    released: { label: 'Released', mark: 'square', fill: 4 },
    restricted: { label: 'Restricted', mark: 'square', fill: 2 },
    suspended_globally: { label: 'Off everywhere', mark: 'square', fill: 0 },
    restricted_operation: { label: 'Limited', mark: 'square', fill: 2 },
    restored_partial: { label: 'Restored in part', mark: 'square', fill: 3 },
    restored: { label: 'Restored', mark: 'square', fill: 4 },
    withdrawn: { label: 'Withdrawn', closed: true, mark: 'square', fill: 0 },
  },
  initial: 'released',
  moves: {
    in_development: ['released', 'restricted', 'withdrawn'],
    released: ['in_development', 'restricted', 'withdrawn'],
    restricted: ['suspended_globally', 'restricted_operation', 'restored', 'withdrawn'],
    suspended_globally: ['restricted_operation', 'restored_partial', 'restored', 'withdrawn'],
    restricted_operation: ['suspended_globally', 'restored_partial', 'restored', 'withdrawn'],
    restored_partial: ['restored', 'restricted_operation', 'suspended_globally', 'withdrawn'],
    restored: ['restricted', 'withdrawn'],
    withdrawn: ['restricted'],
  },
  guards: [
    { name: 'state-decided', on: 'move', into: ['suspended_globally', 'restricted_operation', 'restored_partial', 'restored'], check: stateDecided },
    { name: 'every-surface-off', on: 'move', into: ['suspended_globally'], check: everySurfaceOff },
    { name: 'access-proved', on: 'move', into: ['suspended_globally', 'restricted_operation', 'restored_partial', 'restored'], check: rowsProved },
    { name: 'criteria-met', on: 'move', into: ['restored_partial', 'restored'], check: criteriaMet },
    { name: 'second-reviewer', on: 'move', into: ['restored_partial', 'restored'], check: returnApproved },
  ],
  approvals: modelApprovals,
  title: (fields) => fields.name,
  due: () => null,
  audience: 'internal',
  privilege: 'none',
});
