import { safeDay } from '../date-fact.ts';
import { field } from '../field.ts';
import { defineKind, type RecordWith } from '../kind.ts';
import { missing } from '../missing.ts';

export const noticeFields = {
  title: field.text({ label: 'Title', required: true }),
  to: field.links({ label: 'To', required: true, to: ['party', 'audience'], role: 'notice_to' }),
  agreement: field.link({ label: 'Under', to: ['agreement'], role: 'notice_under' }),
  clause: field.text({ label: 'Clause' }),
  event: field.prose({ label: 'Event', help: 'What has to be told.' }),
  about: field.links({ label: 'What gave rise to it', to: ['order', 'decision', 'communication', 'evidence_item'], role: 'notice_event' }),
  deadline: field.link({ label: 'Deadline', to: ['deadline'], role: 'notice_deadline' }),
  due: field.date({ label: 'Due', lastDay: true, help: 'Where no computed deadline stands behind it.' }),
  text: field.prose({ label: 'Text' }),
  textVersion: field.text({ label: 'Version of the text' }),
  statements: field.links({ label: 'Statements in it', to: ['statement'], role: 'notice_statement' }),
  approvedBy: field.text({ label: 'Approved by' }),
  sent: field.date({ label: 'Sent' }),
  method: field.text({ label: 'How' }),
  proof: field.links({ label: 'Proof', to: ['evidence_item', 'communication'], role: 'proof' }),
  acknowledged: field.date({ label: 'Acknowledged' }),
  notOwed: field.prose({ label: 'Why none is owed' }),
  owner: field.text({ label: 'With', column: true }),
};
export type Notice = RecordWith<typeof noticeFields>;

/** A notice that a contract or the law asks us to give (domain.md §2.20). */
export const notice = defineKind({
  kind: 'notice',
  prefix: 'NTC',
  label: 'Notice',
  plural: 'Notices',
  shape: 1,
  upgrades: [],
  fields: noticeFields,
  states: {
    due: { label: 'Due', mark: 'circle', fill: 0 },
    approved: { label: 'Approved', mark: 'circle', fill: 2 },
    sent: { label: 'Sent', mark: 'circle', fill: 3 },
    acknowledged: { label: 'Acknowledged', closed: true, mark: 'circle', fill: 4 },
    not_owed: { label: 'Not owed', closed: true, mark: 'circle', fill: 0 },
  },
  initial: 'due',
  moves: { due: ['approved', 'not_owed'], approved: ['sent', 'due', 'not_owed'], sent: ['acknowledged'], acknowledged: [], not_owed: ['due'] },
  guards: [
    {
      name: 'approval',
      on: 'move',
      into: ['approved', 'sent'],
      check: ({ fields }) => missing([fields.approvedBy, 'Who approves it is not recorded.'], [fields.text, 'Its text is not recorded.']),
    },
    {
      name: 'sent',
      on: 'move',
      into: ['sent', 'acknowledged'],
      check: ({ fields }) => missing([fields.sent, 'When it was sent is not recorded.'], [fields.proof, 'No proof that it was sent.']),
    },
    { name: 'acknowledged', on: 'move', into: ['acknowledged'], check: ({ fields }) => missing([fields.acknowledged, 'When it was acknowledged is not recorded.']) },
    { name: 'not-owed', on: 'move', into: ['not_owed'], check: ({ fields }) => missing([fields.notOwed, 'Why none is owed is not recorded.']) },
  ],
  title: (fields) => fields.title,
  dated: (fields) => (fields.sent === undefined ? fields.due : undefined),
  due: (fields) => (fields.sent === undefined ? safeDay(fields.due) : null),
  audience: 'internal',
  privilege: 'none',
  final: { states: ['sent', 'acknowledged'], instead: 'Send a correction as a new notice.' },
});
