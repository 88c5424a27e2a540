import { field } from '../field.ts';
import { defineKind, type RecordWith } from '../kind.ts';
import { custodyRows } from '../parts/custody.ts';
import { custodyGrows, disposalAllowed, hashVerified, originalStands, sequestrationOrdered } from './evidence-item-guards.ts';

export const evidenceFields = {
  title: field.text({ label: 'Title', required: true }),
  type: field.choice({
    label: 'Type', required: true, column: true,
    options: {
      document: 'Document', email: 'E-mail', chat: 'Chat', log: 'Log', screenshot: 'Screenshot', model_output: 'Model output', test_result: 'Test result', weights_digest: 'Digest of weights',
      media: 'Sound or picture', physical: 'Physical', declaration: 'Declaration', press: 'Press report', other: 'Other',
    },
  }),
  exhibit: field.text({ label: 'Exhibit number', column: true }),
  description: field.prose({ label: 'Description' }),
  date: field.date({ label: 'Date of the item', help: 'Its own date, apart from the day it was taken in.' }),
  received: field.date({ label: 'Received' }),
  original: field.group({
    label: 'Original', help: 'As received. Never changed once it is set.',
    fields: {
      filename: field.text({ label: 'File name', required: true }),
      size: field.count({ label: 'Bytes' }),
      mime: field.text({ label: 'Type of file' }),
      sha256: field.text({ label: 'SHA-256', help: 'Of the exact bytes. Without it no bytes are in this vault.' }),
      md5: field.text({ label: 'MD5, as received' }),
      sha1: field.text({ label: 'SHA-1, as received' }),
      receivedAs: field.text({ label: 'Received as' }),
    },
  }),
  bytesNote: field.prose({ label: 'Why no bytes are here', help: 'Kept elsewhere, not in hand, not yet made.' }),
  source: field.group({
    label: 'Source',
    fields: {
      custodian: field.text({ label: 'Custodian' }),
      party: field.link({ label: 'From', to: ['party'], role: 'source_party' }),
      system: field.text({ label: 'System' }),
      path: field.text({ label: 'Path' }),
      collectedBy: field.text({ label: 'Collected by' }),
      tool: field.text({ label: 'Tool' }),
      toolVersion: field.text({ label: 'Version of the tool' }),
      method: field.choice({ label: 'Method', options: { forensic_copy: 'Forensic copy', export: 'Export', download: 'Download', received: 'Received', scan: 'Scan', typed: 'Typed' } }),
      collected: field.date({ label: 'Collected' }),
      fileTimes: field.text({ label: 'Times of the file' }),
    },
  }),
  custody: custodyRows,
  about: field.links({ label: 'About', to: ['*'], role: 'about' }),
  family: field.link({ label: 'Attached to', to: ['evidence_item'], role: 'family' }),
  sameBytesAs: field.links({ label: 'Same bytes as', help: 'Every instance keeps its own record: who had it is evidence.', to: ['evidence_item'], role: 'same_bytes' }),
  madeFrom: field.rows({
    label: 'Made from',
    fields: {
      item: field.link({ label: 'Exhibit', required: true, to: ['evidence_item'], role: 'made_from' }),
      how: field.choice({ label: 'How', options: { redacted: 'Redacted', ocr: 'Text recognized', converted: 'Converted', excerpt: 'Excerpt', bates_stamped: 'Bates stamped' } }),
    },
  }),
  authenticity: field.choice({
    label: 'Authenticity', help: 'Federal Rules of Evidence 901 and 902.',
    options: {
      unassessed: 'Not assessed', stipulated: 'Stipulated', r901b1: '901(b)(1), witness', r901b4: '901(b)(4), characteristics', r901b9: '901(b)(9), process', r902_5: '902(5), official publication',
      r902_11: '902(11), business record', r902_13: '902(13), system record', r902_14: '902(14), copied data',
    },
  }),
  reliability: field.prose({ label: 'Reliability' }),
  bates: field.text({ label: 'Bates range' }),
  exculpatory: field.flag({ label: 'Speaks for us', help: 'Such an item is never left out without a warning.' }),
  sensitivity: field.choices({
    label: 'Sensitive because', options: { exploit_detail: 'Detail of an exploit', personal: 'Personal data', trade_secret: 'Trade secret', cbi: 'Confidential business information', received_marking: 'Marked by the sender' },
  }),
  privilegeLog: field.prose({ label: 'Entry for the privilege log', help: 'Reveals nothing of what is privileged.' }),
  sequestration: field.group({
    label: 'Sequestered',
    fields: { authority: field.prose({ label: 'Authority', required: true }), reason: field.prose({ label: 'Reason', required: true }), paper: field.link({ label: 'Paper', to: ['evidence_item', 'communication', 'order'], role: 'sequestration' }) },
  }),
  disposal: field.group({
    label: 'Disposal',
    fields: { authorizedBy: field.text({ label: 'Authorized by', required: true }), authorization: field.link({ label: 'Written authorization', required: true, to: ['evidence_item', 'decision'], role: 'disposal' }), reason: field.prose({ label: 'Reason', required: true }) },
  }),
};
export type EvidenceItem = RecordWith<typeof evidenceFields>;

/** A piece of evidence with its chain of custody (domain.md §2.8). */
export const evidenceItem = defineKind({
  kind: 'evidence_item', prefix: 'EX', label: 'Exhibit', plural: 'Evidence', shape: 1, upgrades: [],
  fields: evidenceFields,
  states: {
    registered: { label: 'Registered', mark: 'circle', fill: 1 },
    verified: { label: 'Verified', mark: 'circle', fill: 4 },
    in_review: { label: 'In review', mark: 'circle', fill: 2 },
    sealed: { label: 'Sealed', mark: 'circle', fill: 4 },
    produced: { label: 'Produced', mark: 'circle', fill: 4 },
    released: { label: 'Released', closed: true, mark: 'circle', fill: 4 },
    quarantined: { label: 'In quarantine', mark: 'octagon', fill: 4 },
    sequestered: { label: 'Sequestered', mark: 'octagon', fill: 2 },
    disposed: { label: 'Disposed of', closed: true, mark: 'circle', fill: 0 },
  },
  initial: 'registered',
  moves: {
    registered: ['verified', 'in_review', 'quarantined', 'sequestered', 'disposed'],
    verified: ['in_review', 'sealed', 'produced', 'released', 'quarantined', 'sequestered', 'disposed'],
    in_review: ['verified', 'sealed', 'produced', 'quarantined', 'sequestered'],
    sealed: ['verified', 'produced', 'quarantined', 'sequestered'],
    produced: ['released', 'quarantined', 'sequestered'],
    released: ['verified', 'sequestered'],
    quarantined: ['verified', 'sequestered', 'disposed'],
    sequestered: ['verified', 'disposed'],
    disposed: [],
  },
  guards: [
    { name: 'custody', on: 'save', check: custodyGrows },
    { name: 'original', on: 'save', check: originalStands },
    { name: 'hash-verified', on: 'move', into: ['verified', 'produced'], check: hashVerified },
    { name: 'sequestration', on: 'move', into: ['sequestered'], check: sequestrationOrdered },
    { name: 'disposal', on: 'move', into: ['disposed'], check: disposalAllowed },
  ],
  title: (fields) => fields.title,
  due: () => null,
  audience: 'internal',
  privilege: 'under_review',
  final: { states: ['produced', 'released', 'disposed'], instead: 'Record a custody event that says what happened next.' },
});
