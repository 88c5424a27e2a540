import { safeDay, type DateFact } from '../date-fact.ts';
import { field } from '../field.ts';
import { defineKind, type RecordWith } from '../kind.ts';
import { attribution } from '../parts/attribution.ts';

export const communicationFields = {
  subject: field.text({ label: 'Subject', required: true }),
  at: field.date({ label: 'When', required: true, column: true }),
  minutes: field.count({ label: 'Minutes' }),
  channel: field.choice({
    label: 'Channel',
    required: true,
    column: true,
    options: {
      meeting: 'Meeting',
      call: 'Call',
      video: 'Video',
      email: 'E-mail',
      letter: 'Letter',
      portal: 'Portal',
      text: 'Text message',
      in_person: 'In person',
      press: 'Press',
      unknown: 'Unknown',
    },
  }),
  participants: field.rows({
    label: 'Participants',
    fields: {
      party: field.link({ label: 'Party', required: true, to: ['party'], role: 'participant' }),
      role: field.text({ label: 'As' }),
      name: field.text({ label: 'Name', personal: true }),
      side: field.choice({ label: 'Side', options: { ours: 'Ours', government: 'Government', partner: 'Partner', other: 'Other' } }),
      part: field.choice({ label: 'Part', options: { from: 'From', to: 'To', present: 'Present', copied: 'Copied' } }),
    },
  }),
  initiator: field.link({ label: 'Begun by', to: ['party'], role: 'initiator' }),
  ourKnowledge: field.choice({
    label: 'How we know',
    required: true,
    options: { participated: 'We took part', told_by: 'We were told', document: 'From a document', press: 'From the press' },
  }),
  author: field.text({ label: 'Noted by' }),
  noted: field.date({ label: 'Noted on', help: 'A note made later than the next day is a late entry and prints so.' }),
  attribution,
  summary: field.prose({ label: 'What was said' }),
  quoted: field.quotation({ label: 'Words used' }),
  pinpoint: field.text({ label: 'Pinpoint' }),
  verbatimNotes: field.prose({ label: 'Notes taken', audience: 'internal', privilege: 'work_product' }),
  commitments: field.rows({
    label: 'Promised',
    fields: {
      by: field.text({ label: 'By', required: true }),
      text: field.prose({ label: 'What', required: true }),
      due: field.date({ label: 'By when', lastDay: true }),
      deadline: field.link({ label: 'Deadline', to: ['deadline'], role: 'commitment' }),
      state: field.choice({ label: 'State', required: true, options: { open: 'Open', kept: 'Kept', broken: 'Broken', released: 'Released' } }),
    },
  }),
  requestsMade: field.links({ label: 'Requests made', to: ['evidence_request'], role: 'request_made' }),
  documents: field.links({ label: 'Papers exchanged', to: ['evidence_item', 'filing'], role: 'exchanged' }),
  confirmedInWriting: field.link({ label: 'Confirmed in writing by', to: ['communication', 'evidence_item', 'filing'], role: 'confirmation' }),
  about: field.links({ label: 'About', to: ['*'], role: 'about' }),
  witnesses: field.words({ label: 'Witnesses', personal: true }),
  lobbying: field.flag({ label: 'May have to be reported as lobbying' }),
};
export type Communication = RecordWith<typeof communicationFields>;

/** When the first of the promises that are still open is due, as it was dated; undefined where none has a day. */
const firstPromised = (fields: Communication['fields']): DateFact | undefined =>
  (fields.commitments ?? [])
    .flatMap((one) => (one.state === 'open' && safeDay(one.due) !== null ? (one.due ?? []) : []))
    .toSorted((a, b) => ((safeDay(a) ?? '') < (safeDay(b) ?? '') ? -1 : 1))[0];

/** A contact: ours, or one that we were told of (domain.md §2.13). */
export const communication = defineKind({
  kind: 'communication',
  prefix: 'COM',
  label: 'Communication',
  plural: 'Communications',
  shape: 1,
  upgrades: [],
  fields: communicationFields,
  states: {
    draft: { label: 'Draft', mark: 'circle', fill: 0 },
    final: { label: 'Final', mark: 'circle', fill: 3, closed: true },
    confirmed: { label: 'Confirmed in writing', mark: 'circle', fill: 4, closed: true },
  },
  initial: 'draft',
  moves: { draft: ['final'], final: ['confirmed', 'draft'], confirmed: [] },
  guards: [
    {
      name: 'contemporaneous',
      on: 'move',
      into: ['final'],
      check: ({ fields }) =>
        fields.ourKnowledge === 'participated'
          ? [...(fields.author === undefined ? ['Who noted it is not recorded.'] : []), ...(fields.noted === undefined ? ['When it was noted is not recorded.'] : [])]
          : fields.attribution === undefined && (fields.documents ?? []).length === 0
            ? ['A contact of others needs its source.']
            : [],
    },
    {
      name: 'confirmation',
      on: 'move',
      into: ['confirmed'],
      check: (record) => (record.fields.confirmedInWriting === undefined ? ['No paper confirms it.'] : []),
    },
  ],
  title: (fields) => fields.subject,
  dated: firstPromised,
  due: (fields) => safeDay(firstPromised(fields)),
  audience: 'internal',
  privilege: 'none',
});
