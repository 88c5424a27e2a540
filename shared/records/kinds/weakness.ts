import { safeDay } from '../date-fact.ts';
import { field } from '../field.ts';
import { defineKind, type RecordWith } from '../kind.ts';
import { missing } from '../missing.ts';
import { stepsDone } from './remediation-step.ts';

export const weaknessFields = {
  title: field.text({ label: 'Weakness', required: true }),
  description: field.prose({ label: 'Description' }),
  source: field.links({ label: 'Source', to: ['assertion', 'finding', 'evidence_item', 'order', 'communication'], role: 'weakness_source' }),
  models: field.links({ label: 'Models', to: ['restricted_model'], role: 'weakness_of' }),
  likelihood: field.text({ label: 'Likelihood' }),
  impact: field.text({ label: 'Impact' }),
  rating: field.text({ label: 'Rating', column: true }),
  adjusted: field.text({ label: 'Adjusted rating' }),
  reason: field.prose({ label: 'Why this rating' }),
  deadline: field.date({ label: 'To be closed by', lastDay: true }),
  owner: field.text({ label: 'With', column: true }),
  deviation: field.group({
    label: 'Deviation',
    help: 'A risk that is accepted is not a waiver that was granted: the waiver has a paper of the authority.',
    fields: {
      sort: field.choice({
        label: 'Sort',
        required: true,
        options: { risk_adjustment: 'Adjustment of the rating', operational: 'Operational requirement', false_positive: 'Not a weakness' },
      }),
      reason: field.prose({ label: 'Reason', required: true }),
      paper: field.links({ label: 'Paper of the authority', to: ['evidence_item', 'communication', 'order'], role: 'deviation_paper' }),
    },
  }),
  oscalRiskUuid: field.text({ label: 'Identifier in OSCAL', help: 'Kept where it came from a plan of action and milestones.', search: false }),
};
export type Weakness = RecordWith<typeof weaknessFields>;

/** What a plan mends (domain.md §2.10), with the states of an OSCAL risk (§1.13). */
export const weakness = defineKind({
  kind: 'weakness',
  prefix: 'WKN',
  label: 'Weakness',
  plural: 'Weaknesses',
  shape: 1,
  upgrades: [],
  fields: weaknessFields,
  states: {
    open: { label: 'Open', mark: 'circle', fill: 0 },
    investigating: { label: 'Being looked into', mark: 'circle', fill: 1 },
    remediating: { label: 'Being mended', mark: 'circle', fill: 2 },
    deviation_requested: { label: 'Deviation asked for', mark: 'circle', fill: 2 },
    deviation_approved: { label: 'Deviation granted', closed: true, mark: 'circle', fill: 3 },
    closed: { label: 'Closed', closed: true, mark: 'circle', fill: 4 },
  },
  initial: 'open',
  moves: {
    open: ['investigating', 'remediating', 'deviation_requested', 'closed'],
    investigating: ['open', 'remediating', 'deviation_requested', 'closed'],
    remediating: ['investigating', 'deviation_requested', 'closed'],
    deviation_requested: ['deviation_approved', 'remediating', 'open'],
    deviation_approved: ['open', 'remediating', 'closed'],
    closed: ['open'],
  },
  guards: [
    {
      name: 'deviation',
      on: 'move',
      into: ['deviation_requested', 'deviation_approved'],
      check: ({ fields }) => missing([fields.deviation, 'What is asked for, and why, is not recorded.']),
    },
    {
      name: 'granted',
      on: 'move',
      into: ['deviation_approved'],
      check: ({ fields }) => missing([fields.deviation?.paper, 'No paper of the authority grants it.']),
    },
    {
      name: 'steps',
      on: 'move',
      into: ['closed'],
      check: (record, look) => {
        const steps = look.linkingTo(record.id, 'mends').filter((one) => one.kind === 'remediation_step');
        const open = steps.filter((one) => !stepsDone.includes(one.state));
        return [...(steps.length === 0 && record.fields.deviation === undefined ? ['No step mends it.'] : []), ...open.map((one) => `${one.number} is not verified.`)];
      },
    },
  ],
  title: (fields) => fields.title,
  dated: (fields) => fields.deadline,
  due: (fields) => safeDay(fields.deadline),
  audience: 'internal',
  privilege: 'none',
});
