import { field } from '../field.ts';
import { defineKind, type RecordWith } from '../kind.ts';
import { approvedByTwo, hasProof, hasSources, frozenOnceSigned, privilegedTouchesDecided } from './filing-guards.ts';

export const filingFields = {
  title: field.text({ label: 'Title', required: true }),
  forum: field.choice({ label: 'Forum', required: true, column: true, options: { agency: 'Agency', court: 'Court', internal: 'Internal' } }),
  profile: field.choice({ label: 'For', required: true, column: true, options: { internal: 'Internal use', outgoing: 'Sending out' } }),
  type: field.choice({
    label: 'Paper', required: true,
    options: {
      order_summary: 'Order summary', status_report: 'Status report', response_letter: 'Response letter', request_for_evidence: 'Request for evidence', clarification_request: 'Request for clarification', stay_request: 'Request for a stay',
      appeal_756: 'Appeal to the Under Secretary', intent_to_deny_response: 'Response to an intent to deny', answer_766: 'Answer to a charging letter', vsd_initial: 'Self-disclosure, first notice', vsd_narrative: 'Self-disclosure, narrative',
      correction_letter: 'Correction (15 CFR 764.2(g))', production_cover: 'Production cover letter', privilege_log: 'Privilege log', exhibit_list: 'Exhibit list', custody_report: 'Chain-of-custody report', hold_notice: 'Legal hold notice',
      remediation_report: 'Remediation report', chronology: 'Chronology', disputed_issues: 'Disputed issues', deadline_calendar: 'Deadline calendar', customer_notice: 'Customer notice', board_memo: 'Board memo', court_paper: 'Court paper', foia_request: 'FOIA request', other: 'Other',
    },
  }),
  to: field.links({ label: 'To', to: ['party'], role: 'to' }),
  models: field.links({ label: 'Models', to: ['restricted_model'], role: 'filing_model' }),
  orders: field.links({ label: 'Orders', to: ['order'], role: 'filing_order' }),
  caption: field.rows({ label: 'Caption', fields: { name: field.text({ label: 'Line', required: true }), value: field.text({ label: 'Words', required: true }) } }),
  docketNumber: field.text({ label: 'Docket number' }),
  purpose: field.prose({ label: 'Purpose' }),
  /** What the paper says and what each sentence rests on: a filing with no source is refused. */
  statements: field.rows({
    label: 'Statements',
    fields: {
      text: field.prose({ label: 'Statement', required: true }), sources: field.links({ label: 'Sources', to: ['*'], role: 'statement_source' }),
      confidential: field.flag({ label: 'Confidential treatment claimed' }),
    },
  }),
  sources: field.links({ label: 'Rests on', to: ['*'], role: 'source' }),
  exhibits: field.rows({
    label: 'Exhibits',
    fields: { label: field.text({ label: 'Label', required: true }), item: field.link({ label: 'Exhibit', required: true, to: ['evidence_item'], role: 'exhibit' }), bates: field.text({ label: 'Bates range' }), redacted: field.link({ label: 'Redacted version', to: ['evidence_item'], role: 'exhibit' }) },
  }),
  markings: field.words({ label: 'Markings' }),
  touches: field.rows({
    label: 'Privileged and sealed records it touches',
    fields: {
      record: field.link({ label: 'Record', required: true, to: ['*'], role: 'touches' }), privilege: field.text({ label: 'Privilege' }),
      decision: field.choice({ label: 'Decision', required: true, options: { leave_out: 'Left out', summarize: 'Summarized', release: 'Released', undecided: 'Not decided' } }), by: field.text({ label: 'By' }), reason: field.prose({ label: 'Reason' }),
    },
  }),
  certification: field.group({
    label: 'Certification', fields: { text: field.prose({ label: 'Words', required: true }), official: field.text({ label: 'Who certifies', required: true }), authority: field.links({ label: 'Evidence of authority', to: ['evidence_item', 'decision'], role: 'authority' }) },
  }),
  signatories: field.rows({ label: 'Signed by', fields: { name: field.text({ label: 'Name or office', required: true }), lines: field.words({ label: 'Below it' }), signed: field.date({ label: 'Signed' }) } }),
  approval: field.group({ label: 'Approval', fields: { by: field.text({ label: 'By', required: true }), on: field.date({ label: 'On' }), reviewedBy: field.text({ label: 'Second reviewer' }) } }),
  outputs: field.rows({
    label: 'Pressed',
    fields: {
      file: field.text({ label: 'File' }), sha256: field.text({ label: 'SHA-256', required: true }), bytes: field.count({ label: 'Bytes' }), pages: field.count({ label: 'Pages' }), at: field.instant({ label: 'At' }),
      profile: field.choice({ label: 'For', options: { internal: 'Internal use', outgoing: 'Sending out' } }), item: field.link({ label: 'Kept as', to: ['evidence_item'], role: 'output' }),
    },
  }),
  filed: field.date({ label: 'Filed or sent' }),
  received: field.date({ label: 'Received' }),
  receiptNumber: field.text({ label: 'Receipt number' }),
  proof: field.links({ label: 'Proof', to: ['evidence_item', 'communication'], role: 'proof' }),
  served: field.rows({
    label: 'Served on',
    fields: { party: field.link({ label: 'Party', required: true, to: ['party'], role: 'served_on' }), method: field.text({ label: 'How' }), on: field.date({ label: 'On' }), proof: field.links({ label: 'Proof', to: ['evidence_item'], role: 'proof' }) },
  }),
  deadlines: field.links({ label: 'Deadlines it meets', to: ['deadline'], role: 'filing_deadline' }),
  publicVersion: field.link({ label: 'Public version', to: ['filing'], role: 'public_version' }),
  stale: field.rows({
    label: 'No longer true', help: 'What was told to an agency and has changed since (15 CFR 764.2(g)).',
    fields: { statement: field.prose({ label: 'Statement', required: true }), change: field.prose({ label: 'What changed', required: true }), draft: field.prose({ label: 'Draft correction' }), closedBecause: field.prose({ label: 'How it was dealt with' }) },
  }),
  note: field.prose({ label: 'Note', audience: 'internal', privilege: 'work_product' }),
};
export type Filing = RecordWith<typeof filingFields>;

/** A paper: submission to an agency, filing in a court, internal report (domain.md §2.14). */
export const filing = defineKind({
  kind: 'filing', prefix: 'FIL', label: 'Filing', plural: 'Filings', shape: 1, upgrades: [],
  fields: filingFields,
  states: {
    draft: { label: 'Draft', mark: 'circle', fill: 0 },
    in_review: { label: 'In review', mark: 'circle', fill: 1 },
    approved: { label: 'Approved', mark: 'circle', fill: 2 },
    signed: { label: 'Signed', mark: 'circle', fill: 3 },
    preflighted: { label: 'Checked', mark: 'circle', fill: 3 },
    filed: { label: 'Filed', mark: 'circle', fill: 4 },
    accepted: { label: 'Accepted', mark: 'circle', fill: 4 },
    rejected: { label: 'Rejected', mark: 'octagon', fill: 4 },
    corrected: { label: 'Corrected', mark: 'circle', fill: 2 },
    served: { label: 'Served', mark: 'circle', fill: 4 },
    closed: { label: 'Closed', closed: true, mark: 'circle', fill: 4 },
    withdrawn: { label: 'Withdrawn', closed: true, mark: 'circle', fill: 0 },
  },
  initial: 'draft',
  moves: {
    draft: ['in_review', 'withdrawn'],
    in_review: ['draft', 'approved', 'withdrawn'],
    approved: ['signed', 'draft', 'closed', 'withdrawn'],
    signed: ['preflighted', 'withdrawn'],
    preflighted: ['filed', 'withdrawn'],
    filed: ['accepted', 'rejected', 'served', 'closed', 'withdrawn'],
    accepted: ['served', 'closed'],
    rejected: ['corrected', 'withdrawn'],
    corrected: ['filed', 'withdrawn'],
    served: ['closed'],
    closed: [],
    withdrawn: [],
  },
  guards: [
    { name: 'frozen', on: 'save', check: frozenOnceSigned },
    { name: 'sources', on: 'move', into: ['in_review', 'approved', 'signed', 'filed'], check: hasSources },
    { name: 'privileged', on: 'move', into: ['approved', 'signed'], check: privilegedTouchesDecided },
    { name: 'approval', on: 'move', into: ['approved'], check: approvedByTwo },
    { name: 'proof', on: 'move', into: ['filed', 'served'], check: hasProof },
  ],
  title: (fields) => fields.title,
  due: () => null,
  audience: 'internal',
  privilege: 'work_product',
  final: { states: ['signed', 'preflighted', 'filed', 'accepted', 'served', 'closed'], instead: 'File a correction, or withdraw the paper.' },
});
