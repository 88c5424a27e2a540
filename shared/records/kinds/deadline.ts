import { field } from '../field.ts';
import { defineKind, type RecordWith } from '../kind.ts';
import { confirmedByTwo, dateGiven, deadlineApprovals, datesStandOnceConfirmed, extensionGranted, metWithProof, notTimely } from './deadline-guards.ts';
import { fileBy, fileByTime, recordedDate } from './deadline-dates.ts';
import { lateInTruth } from './late-in-truth.ts';
import { consequenceWords, natureWords } from './rule-words.ts';

export const deadlineFields = {
  title: field.text({ label: 'Title', required: true }),
  method: field.choice({ label: 'How the date is found', required: true, options: { rule: 'By a rule', manual: 'Entered by hand' } }),
  ruleId: field.text({ label: 'Rule' }),
  ruleVersion: field.text({ label: 'Rule as of' }),
  trigger: field.group({
    label: 'What starts the time',
    fields: {
      record: field.link({ label: 'Record', to: ['*'], role: 'trigger' }),
      dateKind: field.text({ label: 'Which of its dates', help: 'Date on the paper, receipt, service, entry.' }),
      value: field.date({ label: 'Date' }),
      evidence: field.links({ label: 'Evidence', to: ['evidence_item', 'communication'], role: 'trigger_evidence' }),
    },
  }),
  inputs: field.data({ label: 'Inputs' }),
  answer: field.data({ label: 'Computed answer', help: 'Due, file-by and latest date with the steps and assumptions, as computed.' }),
  date: field.date({ label: 'Date', lastDay: true, help: 'For a deadline entered by hand.' }),
  source: field.prose({ label: 'Where the date comes from' }),
  override: field.group({
    label: 'Set aside by counsel',
    fields: {
      final: field.date({ label: 'Date that holds instead', lastDay: true, required: true }),
      reason: field.prose({ label: 'Reason', required: true }),
      authority: field.choice({
        label: 'Authority',
        required: true,
        options: { court_order: 'Court order', stipulation: 'Stipulation', agency_letter: 'Letter of the agency', counsel_judgment: 'Judgment of counsel' },
      }),
      evidence: field.link({ label: 'Evidence', to: ['evidence_item', 'order', 'communication'], role: 'override_evidence' }),
      by: field.text({ label: 'By', required: true }),
      on: field.day({ label: 'On' }),
    },
  }),
  extensions: field.rows({
    label: 'Extensions',
    fields: {
      requested: field.date({ label: 'Asked for', lastDay: true }),
      basis: field.prose({ label: 'Basis' }),
      grantedBy: field.text({ label: 'Granted by' }),
      newDate: field.date({ label: 'New date', lastDay: true }),
      evidence: field.link({ label: 'Evidence', to: ['evidence_item', 'order', 'communication'], role: 'extension' }),
      conditions: field.prose({ label: 'Conditions' }),
    },
  }),
  internalTargets: field.rows({
    label: 'Own targets',
    audience: 'outside_counsel',
    fields: { target: field.date({ label: 'Date', lastDay: true, required: true }), what: field.text({ label: 'What', required: true }), owner: field.text({ label: 'With' }) },
  }),
  side: field.choice({ label: 'Whose', required: true, column: true, options: { ours: 'Ours', theirs: 'Theirs' } }),
  nature: field.choice({ label: 'Kind of date', options: natureWords }),
  consequence: field.choice({ label: 'Consequence of lateness', column: true, options: { ...consequenceWords, internal: 'Our own target' } }),
  mustBeReceived: field.flag({ label: 'Must be received by then', help: 'Sent is not received: completion needs proof of receipt.' }),
  act: field.text({ label: 'What must be done' }),
  owner: field.text({ label: 'With', column: true }),
  backup: field.text({ label: 'Deputy' }),
  order: field.links({
    label: 'Arises from',
    to: ['order', 'evidence_request', 'communication', 'filing', 'remediation_plan', 'legal_hold', 'restricted_model'],
    role: 'arises_from',
    early: true,
  }),
  clause: field.text({ label: 'Clause' }),
  dependsOn: field.link({ label: 'Runs from', to: ['deadline'], role: 'runs_from' }),
  confirmation: field.group({
    label: 'Confirmed',
    fields: { by: field.text({ label: 'By', required: true }), on: field.day({ label: 'On' }), reviewedBy: field.text({ label: 'Second reviewer' }) },
  }),
  completion: field.group({
    label: 'Done',
    fields: {
      acted: field.date({ label: 'Done on', required: true }),
      how: field.text({ label: 'How' }),
      received: field.date({ label: 'Received on' }),
      proof: field.links({ label: 'Proof', to: ['evidence_item', 'filing', 'communication'], role: 'proof' }),
      by: field.text({ label: 'By' }),
      verifiedBy: field.text({ label: 'Verified by' }),
    },
  }),
  notTimely: field.group({
    label: 'Relief sought',
    fields: {
      relief: field.prose({ label: 'What was asked', required: true }),
      paper: field.link({ label: 'Paper', to: ['filing', 'communication', 'evidence_item'], role: 'relief' }),
    },
  }),
  whyNot: field.prose({ label: 'Why it does not apply or was set aside', audience: 'outside_counsel' }),
  note: field.prose({ label: 'Note', audience: 'outside_counsel' }),
};
export type Deadline = RecordWith<typeof deadlineFields>;

/** A time limit or a date of our own (domain.md §2.9). Lists sort and warn by the file-by date. */
export const deadline = defineKind({
  kind: 'deadline',
  prefix: 'DL',
  label: 'Deadline',
  plural: 'Deadlines',
  shape: 1,
  upgrades: [],
  fields: deadlineFields,
  states: {
    proposed: { label: 'Proposed', mark: 'circle', fill: 0 },
    confirmed: { label: 'Confirmed by counsel', mark: 'circle', fill: 1 },
    active: { label: 'Running', mark: 'circle', fill: 2 },
    tolled: { label: 'Not running', mark: 'octagon', fill: 2 },
    extended: { label: 'Extended', mark: 'circle', fill: 2 },
    late: { label: 'Late', mark: 'triangle', fill: 4 },
    met: { label: 'Met', closed: true, mark: 'circle', fill: 4 },
    done_late: { label: 'Done late', closed: true, mark: 'triangle', fill: 4 },
    not_timely_relief_sought: { label: 'Not timely: relief sought', closed: true, mark: 'triangle', fill: 2 },
    waived: { label: 'Waived', closed: true, mark: 'circle', fill: 0 },
    superseded: { label: 'Superseded', closed: true, mark: 'circle', fill: 0 },
    not_applicable: { label: 'Does not apply', closed: true, mark: 'circle', fill: 0 },
  },
  initial: 'proposed',
  moves: {
    proposed: ['confirmed', 'superseded', 'not_applicable'],
    confirmed: ['active', 'met', 'superseded', 'not_applicable', 'waived'],
    active: ['met', 'late', 'extended', 'tolled', 'waived', 'superseded', 'not_applicable', 'not_timely_relief_sought'],
    tolled: ['active', 'superseded', 'waived'],
    extended: ['active', 'met', 'late', 'superseded', 'waived'],
    late: ['done_late', 'not_timely_relief_sought', 'extended', 'waived', 'superseded', 'not_applicable'],
    met: ['active'],
    done_late: ['late'],
    not_timely_relief_sought: ['extended', 'done_late'],
    waived: ['active'],
    superseded: ['active'],
    not_applicable: ['proposed'],
  },
  guards: [
    { name: 'confirmed-dates', on: 'save', check: datesStandOnceConfirmed },
    { name: 'second-reviewer', on: 'move', into: ['confirmed'], check: confirmedByTwo },
    { name: 'date-given', on: 'move', into: ['confirmed', 'active'], check: dateGiven },
    { name: 'proof', on: 'move', into: ['met'], check: metWithProof },
    { name: 'late', on: 'move', into: ['late', 'not_timely_relief_sought'], check: lateInTruth },
    { name: 'proof-late', on: 'move', into: ['done_late'], check: (record) => (record.fields.completion === undefined ? ['When and how it was done is not recorded.'] : []) },
    { name: 'extension', on: 'move', into: ['extended'], check: extensionGranted },
    { name: 'relief', on: 'move', into: ['not_timely_relief_sought'], check: notTimely },
    {
      name: 'reason',
      on: 'move',
      into: ['waived', 'not_applicable', 'superseded'],
      check: (record) => (record.fields.whyNot === undefined ? ['Why it was set aside is not recorded.'] : []),
    },
  ],
  approvals: deadlineApprovals,
  title: (fields) => fields.title,
  dated: recordedDate,
  due: fileBy,
  hour: fileByTime,
  audience: 'internal',
  privilege: 'none',
  final: { states: ['confirmed', 'met', 'done_late'], instead: 'Enter the new date as an override with its reason and authority.' },
});
