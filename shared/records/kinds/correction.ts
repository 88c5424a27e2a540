import { field } from '../field.ts';
import { defineKind, type RecordWith } from '../kind.ts';
import { missing } from '../missing.ts';

export const correctionFields = {
  told: field.link({ label: 'What was told', required: true, to: ['filing', 'statement'], role: 'corrects' }),
  changed: field.link({ label: 'What changed', help: 'Not given where the record was removed.', to: ['*'], role: 'changed_fact' }),
  title: field.text({ label: 'Title', required: true }),
  sentences: field.rows({
    label: 'Sentences that rest on it',
    fields: { text: field.quotation({ label: 'Sentence', required: true }) },
  }),
  change: field.prose({ label: 'The change', required: true }),
  draft: field.prose({ label: 'Draft of the correction' }),
  raised: field.day({ label: 'Raised', required: true }),
  owner: field.text({ label: 'With', column: true }),
  correctedBy: field.link({ label: 'Corrected by', to: ['filing', 'statement', 'communication'], role: 'corrected_by' }),
  reason: field.prose({ label: 'Why nothing has to be corrected' }),
};
export type Correction = RecordWith<typeof correctionFields>;

/**
 * “What we told them may no longer be true” (domain.md §7 U10): raised when a record changes on which something rests that was sent to an
 * agency or a court. Statements to the Bureau are deemed to continue, and a material change is notified at once (15 CFR 764.2(g)(2)).
 */
export const correction = defineKind({
  kind: 'correction',
  prefix: 'COR',
  label: 'Correction to consider',
  plural: 'Corrections to consider',
  shape: 1,
  upgrades: [],
  fields: correctionFields,
  states: {
    open: { label: 'Open', mark: 'octagon', fill: 4 },
    drafted: { label: 'Correction drafted', mark: 'circle', fill: 2 },
    corrected: { label: 'Corrected', closed: true, mark: 'circle', fill: 4 },
    still_true: { label: 'Nothing to correct', closed: true, mark: 'circle', fill: 3 },
  },
  initial: 'open',
  moves: { open: ['drafted', 'corrected', 'still_true'], drafted: ['corrected', 'still_true', 'open'], corrected: [], still_true: ['open'] },
  guards: [
    { name: 'draft', on: 'move', into: ['drafted'], check: ({ fields }) => missing([fields.draft, 'No draft is recorded.']) },
    { name: 'corrected', on: 'move', into: ['corrected'], check: ({ fields }) => missing([fields.correctedBy, 'The paper that corrects it is not named.']) },
    { name: 'reason', on: 'move', into: ['still_true'], check: ({ fields }) => missing([fields.reason, 'Why nothing has to be corrected is not recorded.']) },
  ],
  title: (fields) => fields.title,
  // At once: it stands on the docket as due on the day it was raised.
  due: (fields) => fields.raised,
  audience: 'internal',
  privilege: 'attorney_client',
});
