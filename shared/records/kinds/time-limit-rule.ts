import { countingMethods } from '../../law/rule.ts';
import { field } from '../field.ts';
import { defineKind, type RecordWith } from '../kind.ts';
import { consequenceWords, natureWords, unitWords } from './rule-words.ts';
import { confirmedStands, ruleApprovals, ruleIsWhole, whoConfirms } from './time-limit-rule-guards.ts';

const methodWords = Object.fromEntries(countingMethods.map((method) => [method, method])) as Record<(typeof countingMethods)[number], string>;

/** What counting goes by. A field left out keeps what is shipped under the same rule id. */
export const ruleFields = {
  ruleId: field.text({ label: 'Rule', required: true, column: true, help: 'The id of a shipped rule, to confirm, change or switch it off; or an id of your own for a new one.' }),
  title: field.text({ label: 'Title' }),
  citation: field.text({ label: 'Citation', column: true }),
  event: field.text({ label: 'What starts the time' }),
  dateBasis: field.text({ label: 'Which date counts', help: 'Date on the paper, receipt, service, entry.' }),
  count: field.count({ label: 'Number' }),
  unit: field.choice({
    label: 'Unit',
    options: unitWords,
  }),
  direction: field.choice({ label: 'Counted', options: { after: 'After the event', before: 'Before the event' } }),
  method: field.choice({ label: 'Counting method', options: methodWords }),
  roll: field.choice({
    label: 'A closed last day',
    options: {
      NONE: 'Does not move',
      NEXT_BUSINESS_FORWARD: 'Moves to the next day that is not one',
      CONTINUE_SAME_DIRECTION: 'Moves on in the direction counted',
      NEXT_BUSINESS_SAME_TIME: 'Moves to the same hour of the next such day',
      LEGAL_HOLIDAY_ONLY_FORWARD: 'Moves from a legal holiday only',
    },
  }),
  calendar: field.choice({
    label: 'Holidays',
    options: {
      'us-federal': 'Federal',
      'us-federal+state': 'Federal and, forward, of the state',
      'eu-member-state': 'Of the member state',
      'uk-ew': 'England and Wales',
      none: 'None',
    },
  }),
  act: field.choice({
    label: 'What must be done',
    options: {
      file: 'File',
      serve: 'Serve',
      file_and_serve: 'File and serve',
      be_received: 'Be received',
      respond: 'Respond',
      notify: 'Notify',
      comply: 'Comply',
      retain: 'Retain',
      expire: 'It expires',
    },
  }),
  actor: field.choice({
    label: 'Whose act or position',
    options: {
      company: 'The company',
      party: 'A party',
      respondent: 'Respondent',
      applicant: 'Applicant',
      appellant: 'Appellant',
      license_holder: 'License holder',
      defendant: 'Defendant',
      plaintiff: 'Plaintiff',
      agency: 'The agency',
      court: 'The court',
    },
  }),
  nature: field.choice({ label: 'Kind of date', options: natureWords }),
  mustBeReceived: field.flag({ label: 'Must be received by then' }),
  consequence: field.choice({ label: 'Consequence of lateness', options: consequenceWords }),
  effectiveFrom: field.day({ label: 'In force from' }),
  effectiveTo: field.day({ label: 'In force until' }),
  textAsOf: field.text({ label: 'Text read, as of', help: 'Year and month, such as 2026-11.' }),
  checkedOn: field.day({ label: 'Last compared with the text in force', column: true }),
  source: field.prose({ label: 'What was read' }),
  reason: field.prose({ label: 'Why it is entered or changed', required: true }),
  confirmation: field.group({
    label: 'Confirmed by counsel without a key here',
    help: 'Whoever opens this vault signs instead; a typed name is printed as “not authenticated”.',
    fields: { by: field.text({ label: 'By', required: true }), on: field.day({ label: 'On', required: true }), basis: field.prose({ label: 'On what basis' }) },
  }),
};
export type TimeLimitRule = RecordWith<typeof ruleFields>;

/**
 * What counsel says of a time-limit rule: confirms, changes, switches off or adds one (domain.md, Tags: "Each can be edited, confirmed, switched
 * off"). The shipped rule itself is never rewritten; of several records on one rule the newest is laid over the ones before.
 */
export const timeLimitRule = defineKind({
  kind: 'time_limit_rule',
  prefix: 'RULE',
  label: 'Time-limit rule',
  plural: 'Time-limit rules',
  shape: 1,
  upgrades: [],
  fields: ruleFields,
  states: {
    proposed: { label: 'Not confirmed', mark: 'circle', fill: 0 },
    confirmed: { label: 'Confirmed by counsel', mark: 'circle', fill: 4 },
    off: { label: 'Switched off', closed: true, mark: 'octagon', fill: 0 },
    withdrawn: { label: 'Withdrawn', closed: true, mark: 'circle', fill: 0 },
  },
  initial: 'proposed',
  moves: { proposed: ['confirmed', 'off', 'withdrawn'], confirmed: ['proposed', 'off'], off: ['proposed'], withdrawn: ['proposed'] },
  guards: [
    { name: 'whole-rule', on: 'save', check: ruleIsWhole },
    { name: 'confirmed-stands', on: 'save', check: confirmedStands },
    { name: 'who-confirms', on: 'move', into: ['confirmed'], check: whoConfirms },
  ],
  approvals: ruleApprovals,
  title: (fields) => fields.title ?? fields.ruleId,
  due: () => null,
  withoutCase: true,
  audience: 'internal',
  privilege: 'work_product',
});
