import { field } from '../field.ts';
import { defineKind, type RecordWith } from '../kind.ts';
import { missing } from '../missing.ts';
import { sourced } from '../parts/sourced.ts';

export const stances = { affirms: 'Affirms', denies: 'Denies', qualifies: 'Qualifies', no_position: 'No position' } as const;

export const statementFields = {
  title: field.text({ label: 'Title', required: true }),
  side: field.choice({ label: 'Whose', required: true, column: true, options: { ours: 'Ours', government: 'Of an official', other: 'Of somebody else' } }),
  speaker: field.links({ label: 'Speaker', required: true, to: ['party'], role: 'speaker' }),
  forum: field.choice({
    label: 'Said to',
    required: true,
    column: true,
    options: {
      public: 'The public',
      regulator: 'A regulator',
      court: 'A court',
      investor: 'Investors',
      customer: 'Customers',
      employee: 'Employees',
      legislature: 'A legislature',
      press: 'The press',
      unknown: 'Unknown',
    },
  }),
  verbatim: field.quotation({ label: 'Words', required: true, help: 'Exactly. Where only a report of them is in hand, the words of the report, and the attribution says so.' }),
  ownWords: field.flag({ label: 'These are the speaker’s own words' }),
  at: field.date({ label: 'When', required: true }),
  medium: field.text({ label: 'Medium' }),
  capture: field.links({ label: 'Capture', help: 'The archived and hashed page, recording or paper.', to: ['evidence_item'], role: 'capture' }),
  ...sourced,
  assertions: field.rows({
    label: 'What it says of the disputed issues',
    fields: {
      assertion: field.link({ label: 'Disputed issue', required: true, to: ['assertion'], role: 'states' }),
      stance: field.choice({ label: 'Stance', required: true, options: stances }),
    },
  }),
  facts: field.links({ label: 'Facts it rests on', help: 'When one changes, the statement may no longer be true.', to: ['*'], role: 'statement_source' }),
  continuing: field.flag({ label: 'Continuing', help: 'What was told to the Bureau is deemed to continue until it is corrected (15 CFR 764.2(g)(2)).' }),
  filing: field.link({ label: 'In', to: ['filing', 'communication', 'notice'], role: 'said_in' }),
  approvedBy: field.text({ label: 'Approved by' }),
  corrected: field.link({ label: 'Corrected by', to: ['statement'], role: 'corrected_by' }),
  supersededBy: field.link({ label: 'Replaced by', to: ['statement'], role: 'replaced_by' }),
  disclosure: field.group({
    label: 'Disclosure to investors',
    privilege: 'attorney_client',
    audience: 'internal',
    fields: {
      materialityView: field.prose({ label: 'View on materiality' }),
      committeeDecision: field.link({ label: 'Decision of the committee', to: ['decision'], role: 'disclosure_decision' }),
      insiders: field.words({ label: 'Who knew before', help: 'Roles; names stand in the people compartment.', personal: true }),
      tradingWindow: field.text({ label: 'Trading window' }),
    },
  }),
  note: field.prose({ label: 'Note', audience: 'internal', privilege: 'work_product' }),
};
export type Statement = RecordWith<typeof statementFields>;

/** What was said, by us or by an official, word for word (domain.md §2.21). */
export const statement = defineKind({
  kind: 'statement',
  prefix: 'STM',
  label: 'Statement',
  plural: 'Statements',
  shape: 1,
  upgrades: [],
  fields: statementFields,
  states: {
    draft: { label: 'Draft', mark: 'circle', fill: 0 },
    approved: { label: 'Approved', mark: 'circle', fill: 2 },
    made: { label: 'Made', mark: 'circle', fill: 4 },
    corrected: { label: 'Corrected', closed: true, mark: 'circle', fill: 3 },
    withdrawn: { label: 'Withdrawn', closed: true, mark: 'circle', fill: 0 },
  },
  initial: 'draft',
  moves: { draft: ['approved', 'made', 'withdrawn'], approved: ['made', 'draft', 'withdrawn'], made: ['corrected', 'withdrawn'], corrected: [], withdrawn: [] },
  guards: [
    { name: 'approval', on: 'move', into: ['approved'], check: ({ fields }) => missing([fields.approvedBy, 'Who approves it is not recorded.']) },
    {
      name: 'proof',
      on: 'move',
      into: ['made'],
      check: ({ fields }) => missing([(fields.capture ?? []).length > 0 ? true : fields.attribution, 'Neither a capture nor where it comes from is recorded.']),
    },
    { name: 'correction', on: 'move', into: ['corrected'], check: ({ fields }) => missing([fields.corrected, 'The statement that corrects it is not recorded.']) },
  ],
  title: (fields) => fields.title,
  due: () => null,
  audience: 'internal',
  privilege: 'none',
  final: { states: ['made', 'corrected'], instead: 'What was said was said. Make a correction and link it.' },
});
