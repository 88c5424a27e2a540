import type { Look } from '../kind.ts';
import { field } from '../field.ts';
import { defineKind, type RecordWith } from '../kind.ts';
import { missing } from '../missing.ts';
import { sourced } from '../parts/sourced.ts';

export const impactFields = {
  title: field.text({ label: 'Effect', required: true }),
  type: field.choice({
    label: 'Type',
    required: true,
    column: true,
    options: {
      customer: 'Customers',
      research: 'Research',
      employee: 'Employees',
      financial: 'Financial',
      contract: 'Contracts',
      operational: 'Operations',
      reputational: 'Reputation',
      competition: 'Competition',
      third_party: 'Third parties',
      market: 'Market',
    },
  }),
  status: field.choice({ label: 'How sure', required: true, column: true, options: { possible: 'Possible', reported: 'Reported', confirmed: 'Confirmed' } }),
  audience: field.links({ label: 'Whom it hits', to: ['audience', 'party'], role: 'impact_on' }),
  models: field.links({ label: 'Models', to: ['restricted_model'], role: 'impact_model' }),
  description: field.prose({ label: 'Description' }),
  cause: field.links({ label: 'Cause', required: true, to: ['order', 'decision'], role: 'impact_cause' }),
  causedBy: field.choice({
    label: 'What did it',
    required: true,
    column: true,
    help: 'The other side will say that it is self-inflicted: ask early.',
    options: { order_text: 'The order as it is worded', our_decision: 'Our decision, beyond what the order required', both: 'Both', unclear: 'Unclear' },
  }),
  start: field.date({ label: 'Began' }),
  end: field.date({ label: 'Ended' }),
  measure: field.group({
    label: 'Measure',
    fields: {
      quoted: field.quotation({ label: 'In the source’s words', help: 'Such as “billions”: not turned into a number.' }),
      low: field.text({ label: 'Low' }),
      likely: field.text({ label: 'Likely' }),
      high: field.text({ label: 'High' }),
      unit: field.text({ label: 'Currency or unit' }),
      method: field.prose({ label: 'Method' }),
      asOf: field.date({ label: 'As of' }),
    },
  }),
  ...sourced,
  evidence: field.links({ label: 'Evidence', to: ['evidence_item'], role: 'impact_evidence' }),
  mitigations: field.words({ label: 'What softened it' }),
  irreparable: field.prose({ label: 'Why money is inadequate' }),
  mnpi: field.choice({
    label: 'Material and not public',
    help: 'Asked of everything financial: ask securities counsel before a paper mentions it.',
    options: { yes: 'Yes', no: 'No', not_assessed: 'Not assessed' },
  }),
  confidentiality: field.choice({
    label: 'In a filing',
    options: { may_be_public: 'May be public', confidential: 'Only with confidential treatment', not_used: 'Not to be used' },
  }),
  usedIn: field.links({ label: 'Used in', to: ['filing'], role: 'impact_used' }),
  note: field.prose({ label: 'Note', audience: 'internal', privilege: 'work_product' }),
};
export type Impact = RecordWith<typeof impactFields>;

/** What is laid to our own decision names the decision. */
function decisionNamed({ fields }: Impact, look: Look): string[] {
  if (fields.causedBy !== 'our_decision' && fields.causedBy !== 'both') return [];
  const kinds = fields.cause.map((id) => look.get(id)?.kind);
  return kinds.includes('decision') || kinds.includes(undefined) ? [] : ['It is laid to our decision, and no decision is named.'];
}

/** Harm, and what did it: the order or our own choice beyond it (domain.md §2.12). */
export const impact = defineKind({
  kind: 'impact',
  prefix: 'IMP',
  label: 'Effect',
  plural: 'Effects',
  shape: 1,
  upgrades: [],
  fields: impactFields,
  states: {
    reported: { label: 'Reported', mark: 'circle', fill: 0 },
    quantified: { label: 'Measured', mark: 'circle', fill: 2 },
    substantiated: { label: 'Borne out', mark: 'circle', fill: 3 },
    asserted_in_filing: { label: 'Relied on in a filing', mark: 'circle', fill: 4 },
    closed: { label: 'Closed', closed: true, mark: 'circle', fill: 4 },
  },
  initial: 'reported',
  moves: {
    reported: ['quantified', 'substantiated', 'closed'],
    quantified: ['substantiated', 'reported', 'closed'],
    substantiated: ['asserted_in_filing', 'quantified', 'closed'],
    asserted_in_filing: ['closed', 'substantiated'],
    closed: ['reported'],
  },
  guards: [
    { name: 'cause', on: 'save', check: decisionNamed },
    {
      name: 'mnpi',
      on: 'save',
      check: ({ fields }) =>
        fields.type === 'financial' && fields.mnpi === undefined ? ['Whether it is material and not public is not answered; “not assessed” is an answer.'] : [],
    },
    {
      name: 'measure',
      on: 'move',
      into: ['quantified'],
      check: ({ fields: { measure } }) =>
        missing([measure?.low ?? measure?.likely ?? measure?.high, 'No figure is recorded.'], [measure?.method, 'How the figure was found is not recorded.']),
    },
    {
      name: 'evidence',
      on: 'move',
      into: ['substantiated', 'asserted_in_filing'],
      check: ({ fields }) => [
        ...missing([fields.evidence, 'No evidence of it is in hand.']),
        ...(fields.status === 'confirmed' ? [] : ['It is not confirmed: a possible or reported effect is not borne out.']),
      ],
    },
    { name: 'used', on: 'move', into: ['asserted_in_filing'], check: ({ fields }) => missing([fields.usedIn, 'The filing is not named.']) },
  ],
  title: (fields) => fields.title,
  due: () => null,
  audience: 'internal',
  privilege: 'none',
});
