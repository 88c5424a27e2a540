import { earliestDay } from '../date-fact.ts';
import { field } from '../field.ts';
import { defineKind, type RecordWith } from '../kind.ts';
import { chaseProblems, everyItemAnswered, itemsClosed, withheldExplained } from './evidence-request-guards.ts';

export const answers = {
  none: 'No answer', not_in_detail: 'Not provided in detail', partial: 'Partly', full: 'Provided', refused: 'Refused', objection: 'Objected to', none_located: 'None located',
  withheld: 'Withheld', privilege: 'Withheld as privileged', classified: 'Said to be classified', deferred: 'Deferred',
} as const;

export const requestFields = {
  title: field.text({ label: 'Title', required: true }),
  direction: field.choice({
    label: 'Direction', required: true, column: true,
    options: {
      from_government: 'From the government', to_government: 'To the government', from_court_opponent: 'From the other side', to_opponent: 'To the other side',
      to_third_party: 'To a third party', from_third_party: 'From a third party', foia_out: 'FOIA request by us', internal: 'Within the company',
    },
  }),
  instrument: field.choice({
    label: 'Form',
    options: {
      informal_letter: 'Letter', oral: 'By word of mouth', rfi: 'Request for information', admin_subpoena: 'Administrative subpoena', grand_jury_subpoena: 'Grand jury subpoena', cid: 'Civil investigative demand',
      rfp: 'Request for production', interrogatories: 'Interrogatories', rfa: 'Request for admission', subpoena: 'Subpoena (Rule 45)', records_request_762_7: 'Records request (15 CFR 762.7)', foia: 'FOIA request',
      license_rfi: 'Request in a license case', preservation_letter: 'Preservation letter', unknown: 'Unknown',
    },
  }),
  from: field.link({ label: 'From', to: ['party'], role: 'from' }),
  to: field.link({ label: 'To', to: ['party'], role: 'to', column: true }),
  legalBasis: field.text({ label: 'Legal basis' }),
  scope: field.prose({ label: 'What is asked' }),
  asked: field.date({ label: 'Asked' }),
  received: field.date({ label: 'Received' }),
  answerBy: field.date({ label: 'Answer by', help: 'The day the paper itself names; computed dates are deadlines.' }),
  deadlines: field.links({ label: 'Deadlines', to: ['deadline'], role: 'request_deadline' }),
  chaseAfterDays: field.count({ label: 'Chase after (days)', help: 'When an answer that is only awaited is to be asked for again.' }),
  owner: field.text({ label: 'With', column: true }),
  order: field.links({ label: 'Under or about', to: ['order', 'restricted_model', 'assertion', 'communication'], role: 'about' }),
  papers: field.links({ label: 'Papers', to: ['evidence_item', 'filing', 'communication'], role: 'paper' }),
  items: field.rows({
    label: 'Items',
    fields: {
      number: field.text({ label: 'Item', required: true }),
      text: field.prose({ label: 'What is asked', required: true }),
      category: field.text({ label: 'Category' }),
      basis: field.prose({ label: 'Why it is needed' }),
      period: field.text({ label: 'Period' }),
      custodians: field.words({ label: 'Custodians' }),
      sources: field.words({ label: 'Places searched' }),
      asked: field.date({ label: 'Asked', help: 'Where it was not asked with the rest.' }),
      answer: field.choice({ label: 'Answer', required: true, options: answers }),
      answered: field.date({ label: 'Answered' }),
      given: field.quotation({ label: 'What they gave' }),
      objection: field.prose({ label: 'Objection' }),
      evidence: field.links({ label: 'Evidence', to: ['evidence_item'], role: 'responsive' }),
      withheldBecause: field.prose({ label: 'Why it is withheld', help: 'Enough for the other side to judge the claim, without revealing what is claimed.' }),
      state: field.choice({
        label: 'Work', options: { open: 'Open', collecting: 'Collecting', in_review: 'In review', ready: 'Ready', produced: 'Produced', closed: 'Closed', withdrawn_by_requester: 'Withdrawn by the requester' },
      }),
      certifiedBy: field.text({ label: 'Certified complete by' }),
      reviewNote: field.prose({ label: 'Review note', audience: 'internal', privilege: 'work_product' }),
    },
  }),
  chased: field.rows({
    label: 'Chased',
    fields: { on: field.date({ label: 'On', required: true }), how: field.text({ label: 'How' }), paper: field.link({ label: 'Paper', to: ['evidence_item', 'communication', 'filing'], role: 'chaser' }) },
  }),
  agreements: field.prose({ label: 'Agreed', help: 'Narrowing, rolling production, a Rule 502(d) order.' }),
  responsive: field.links({ label: 'Records it reaches', help: 'What an agency has asked for may not be destroyed without its written authorization.', to: ['*'], role: 'responsive' }),
  destructionPermission: field.link({ label: 'Written authorization to destroy', to: ['evidence_item'], role: 'destruction_permission' }),
  closedWithout: field.prose({ label: 'Why it was closed without every answer' }),
};
export type EvidenceRequest = RecordWith<typeof requestFields>;

/** Directions in which somebody else owes the answer. */
const outward: readonly string[] = ['to_government', 'to_opponent', 'to_third_party', 'foia_out'];

/** A request for evidence, in either direction (domain.md §2.7). What they have not given ages; it is never one of our overdue items. */
export const evidenceRequest = defineKind({
  kind: 'evidence_request', prefix: 'REQ', label: 'Evidence request', plural: 'Evidence requests', shape: 1, upgrades: [],
  fields: requestFields,
  states: {
    draft: { label: 'Draft', mark: 'circle', fill: 0 },
    received: { label: 'Received', mark: 'circle', fill: 0 },
    sent: { label: 'Sent', mark: 'circle', fill: 0 },
    acknowledged: { label: 'Acknowledged', mark: 'circle', fill: 1 },
    scoping: { label: 'Scoping', mark: 'circle', fill: 1 },
    responding: { label: 'Responding', mark: 'circle', fill: 2 },
    partially_complied: { label: 'Answered in part', mark: 'circle', fill: 3 },
    objected: { label: 'Objected to', mark: 'circle', fill: 2 },
    enforcement: { label: 'Enforcement sought', mark: 'octagon', fill: 4 },
    narrowed: { label: 'Narrowed', mark: 'circle', fill: 2 },
    complied: { label: 'Answered', mark: 'circle', fill: 4 },
    withdrawn: { label: 'Withdrawn', closed: true, mark: 'circle', fill: 0 },
    closed: { label: 'Closed', closed: true, mark: 'circle', fill: 4 },
  },
  initial: 'draft',
  moves: {
    draft: ['received', 'sent', 'withdrawn'],
    received: ['acknowledged', 'scoping', 'responding', 'objected', 'partially_complied', 'complied', 'withdrawn'],
    sent: ['acknowledged', 'responding', 'objected', 'partially_complied', 'complied', 'withdrawn', 'closed'],
    acknowledged: ['scoping', 'responding', 'objected', 'partially_complied', 'complied', 'withdrawn', 'closed'],
    scoping: ['responding', 'objected', 'narrowed', 'withdrawn'],
    responding: ['partially_complied', 'complied', 'objected', 'withdrawn', 'closed'],
    partially_complied: ['responding', 'complied', 'objected', 'narrowed', 'enforcement', 'withdrawn', 'closed'],
    objected: ['enforcement', 'narrowed', 'responding', 'withdrawn', 'closed'],
    enforcement: ['responding', 'narrowed', 'complied', 'withdrawn'],
    narrowed: ['responding', 'partially_complied', 'complied', 'withdrawn'],
    complied: ['responding', 'closed'],
    withdrawn: [],
    closed: ['responding'],
  },
  guards: [
    { name: 'items', on: 'save', check: chaseProblems },
    { name: 'every-item-answered', on: 'move', into: ['complied'], check: everyItemAnswered },
    { name: 'withheld-explained', on: 'move', into: ['complied', 'partially_complied'], check: withheldExplained },
    { name: 'closed-with-answers', on: 'move', into: ['closed'], check: itemsClosed },
  ],
  title: (fields) => fields.title,
  // What others owe us ages; it never stands among our own dates (domain.md §2.9).
  due: (fields) => (fields.answerBy === undefined || outward.includes(fields.direction) ? null : earliestDay(fields.answerBy)),
  audience: 'internal',
  privilege: 'none',
});
