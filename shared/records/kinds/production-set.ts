import { field } from '../field.ts';
import { defineKind, type RecordWith } from '../kind.ts';
import { missing } from '../missing.ts';
import { batesRanges, familiesTogether, privilegeLooked } from './production-set-guards.ts';

export const productionFields = {
  title: field.text({ label: 'Title', required: true }),
  volume: field.text({ label: 'Volume', required: true, column: true, help: 'Such as VOL001.' }),
  request: field.links({ label: 'Answers', to: ['evidence_request'], role: 'production_for' }),
  items: field.words({ label: 'Items of the request' }),
  profile: field.text({ label: 'Profile', help: 'Fields, delimiters and images as the receiver asks for them.' }),
  batesPrefix: field.text({ label: 'Bates prefix', column: true }),
  documents: field.rows({
    label: 'Documents',
    fields: {
      item: field.link({ label: 'Exhibit', required: true, to: ['evidence_item'], role: 'produced' }),
      begin: field.text({ label: 'First number', required: true }),
      end: field.text({ label: 'Last number', required: true }),
      pages: field.count({ label: 'Pages' }),
      confidentiality: field.text({ label: 'Marking' }),
      native: field.flag({ label: 'In native format' }),
      familyNote: field.text({ label: 'Why its family is not whole' }),
      redactions: field.rows({
        label: 'Redactions',
        fields: {
          place: field.text({ label: 'Page and place', required: true }),
          reason: field.choice({
            label: 'Reason',
            required: true,
            options: {
              pii_5_2: 'Personal data (FRCP 5.2)',
              privilege: 'Privilege',
              cbi: 'Confidential business information',
              third_party: 'Of a third party',
              security: 'Security',
            },
          }),
          by: field.text({ label: 'By', required: true }),
          approvedBy: field.text({ label: 'Approved by' }),
        },
      }),
    },
  }),
  gaps: field.prose({ label: 'Gaps in the numbers, and why' }),
  manifestSha256: field.text({ label: 'SHA-256 of the manifest' }),
  to: field.links({ label: 'Delivered to', to: ['party'], role: 'delivered_to' }),
  method: field.text({ label: 'How' }),
  approvedBy: field.text({ label: 'Approved by' }),
  delivered: field.date({ label: 'Delivered' }),
  receipt: field.links({ label: 'Receipt', to: ['evidence_item', 'communication'], role: 'receipt' }),
  coverLetter: field.link({ label: 'Cover letter', to: ['filing'], role: 'cover_letter' }),
  replaces: field.link({ label: 'Replaces', to: ['production_set'], role: 'replaces' }),
  deficiency: field.prose({ label: 'What they say is missing' }),
  clawbacks: field.rows({
    label: 'Clawback notices',
    fields: {
      item: field.link({ label: 'Exhibit', required: true, to: ['evidence_item'], role: 'clawed_back' }),
      on: field.date({ label: 'On', required: true }),
      paper: field.link({ label: 'Notice', to: ['filing', 'communication', 'evidence_item'], role: 'clawback_notice' }),
      answer: field.prose({ label: 'Answer' }),
    },
  }),
};
export type ProductionSet = RecordWith<typeof productionFields>;

/** A volume of documents handed over under numbers that are never given twice (domain.md §2.7). */
export const productionSet = defineKind({
  kind: 'production_set',
  prefix: 'PRD',
  label: 'Production',
  plural: 'Productions',
  shape: 1,
  upgrades: [],
  fields: productionFields,
  states: {
    draft: { label: 'Draft', mark: 'circle', fill: 0 },
    qc: { label: 'Being checked', mark: 'circle', fill: 1 },
    approved: { label: 'Approved', mark: 'circle', fill: 2 },
    delivered: { label: 'Delivered', mark: 'circle', fill: 3 },
    accepted: { label: 'Accepted', closed: true, mark: 'circle', fill: 4 },
    deficient: { label: 'Said to be deficient', mark: 'octagon', fill: 4 },
    replaced: { label: 'Replaced', closed: true, mark: 'circle', fill: 0 },
  },
  initial: 'draft',
  moves: {
    draft: ['qc'],
    qc: ['approved', 'draft'],
    approved: ['delivered', 'draft'],
    delivered: ['accepted', 'deficient', 'replaced'],
    accepted: ['deficient'],
    deficient: ['replaced', 'accepted'],
    replaced: [],
  },
  guards: [
    { name: 'bates', on: 'save', check: batesRanges },
    { name: 'documents', on: 'move', into: ['qc', 'approved', 'delivered'], check: ({ fields }) => missing([fields.documents, 'It holds no document.']) },
    { name: 'privilege', on: 'move', into: ['approved', 'delivered'], check: privilegeLooked },
    { name: 'families', on: 'move', into: ['approved', 'delivered'], check: familiesTogether },
    { name: 'approval', on: 'move', into: ['approved', 'delivered'], check: ({ fields }) => missing([fields.approvedBy, 'No counsel has approved it.']) },
    {
      name: 'delivery',
      on: 'move',
      into: ['delivered', 'accepted'],
      check: ({ fields }) =>
        missing(
          [fields.delivered, 'When it was delivered is not recorded.'],
          [fields.to, 'To whom is not recorded.'],
          [fields.manifestSha256, 'The digest of its manifest is not recorded.'],
        ),
    },
    { name: 'deficiency', on: 'move', into: ['deficient'], check: ({ fields }) => missing([fields.deficiency, 'What is said to be missing is not recorded.']) },
  ],
  title: (fields) => fields.title,
  due: () => null,
  audience: 'internal',
  privilege: 'none',
  final: { states: ['delivered', 'accepted', 'deficient', 'replaced'], instead: 'Deliver a replacement volume, or send a clawback notice.' },
});
