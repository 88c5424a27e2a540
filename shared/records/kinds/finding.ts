import { field } from '../field.ts';
import { defineKind, type RecordWith } from '../kind.ts';
import { missing } from '../missing.ts';
import { surfaces } from '../parts/activities.ts';
import { sourced } from '../parts/sourced.ts';
import { partyRoles } from './party.ts';

export const findingFields = {
  title: field.text({ label: 'Title', required: true }),
  model: field.link({ label: 'Model', required: true, to: ['restricted_model'], role: 'tested_model', column: true }),
  version: field.text({ label: 'Version', help: 'As the tester names it; “not stated” where it was not given.' }),
  surface: field.choice({ label: 'Surface', options: { ...surfaces, unknown: 'Unknown' } }),
  account: field.text({ label: 'Account' }),
  conditions: field.prose({ label: 'Conditions', help: 'Settings, attempts, safeguards in place.' }),
  tester: field.links({ label: 'Tested by', required: true, to: ['party'], role: 'tester' }),
  testerRoles: field.choices({ label: 'Roles of the tester at that date', help: 'Who tests and who gains is read together.', options: partyRoles }),
  tested: field.date({ label: 'Tested' }),
  methodClass: field.text({ label: 'Class of method', help: 'Such as jailbreak; never the technique itself.', column: true }),
  prompts: field.choice({ label: 'Prompts', required: true, options: { in_hand: 'In hand', described: 'Described only', not_in_hand: 'Not in hand' } }),
  result: field.prose({ label: 'Result' }),
  safeguardInvolved: field.text({ label: 'Safeguard involved' }),
  reproduced: field.rows({
    label: 'Attempts to reproduce it',
    fields: {
      by: field.link({ label: 'By', required: true, to: ['party'], role: 'reproduced_by' }),
      on: field.date({ label: 'On' }),
      how: field.prose({ label: 'How' }),
      result: field.choice({ label: 'Result', required: true, options: { reproduced: 'Reproduced', partially: 'In part', not_reproduced: 'Not reproduced' } }),
      evidence: field.links({ label: 'Evidence', to: ['evidence_item'], role: 'reproduction' }),
    },
  }),
  sealedDetail: field.link({
    label: 'Detail, kept apart',
    help: 'The exhibit that holds the technique. Only that it exists is shown elsewhere.',
    to: ['evidence_item'],
    role: 'sealed_detail',
  }),
  terms: field.link({ label: 'Under the terms of', to: ['agreement'], role: 'test_terms' }),
  mayPassOn: field.choice({ label: 'Might the tester pass it on', options: { yes: 'Yes', no: 'No', unclear: 'Unclear', not_known: 'Terms not known' } }),
  ...sourced,
  assertions: field.links({ label: 'Bears on', to: ['assertion'], role: 'finding_on' }),
  weight: field.prose({ label: 'Weight given, and why', help: 'Explained, never automatic.', audience: 'internal', privilege: 'work_product' }),
};
export type Finding = RecordWith<typeof findingFields>;

/** What a test of a model showed: who tested which version on which surface, and who reproduced it (domain.md §2.19). */
export const finding = defineKind({
  kind: 'finding',
  prefix: 'FND',
  label: 'Finding',
  plural: 'Findings',
  shape: 1,
  upgrades: [],
  fields: findingFields,
  states: {
    reported: { label: 'Reported, detail not in hand', mark: 'circle', fill: 0 },
    in_hand: { label: 'Detail in hand', mark: 'circle', fill: 2 },
    reproduced: { label: 'Reproduced', mark: 'circle', fill: 4 },
    not_reproduced: { label: 'Not reproduced', mark: 'circle', fill: 3 },
    withdrawn: { label: 'Withdrawn by the tester', closed: true, mark: 'circle', fill: 0 },
  },
  initial: 'reported',
  moves: {
    reported: ['in_hand', 'withdrawn'],
    in_hand: ['reproduced', 'not_reproduced', 'withdrawn', 'reported'],
    reproduced: ['not_reproduced', 'withdrawn'],
    not_reproduced: ['reproduced', 'withdrawn'],
    withdrawn: ['reported'],
  },
  guards: [
    {
      name: 'source',
      on: 'save',
      check: ({ fields }) => missing([fields.attribution ?? fields.source, 'Neither a source nor where it comes from is recorded.']),
    },
    {
      name: 'detail',
      on: 'move',
      into: ['in_hand', 'reproduced', 'not_reproduced'],
      check: ({ fields }) => [
        ...(fields.prompts === 'not_in_hand' ? ['The prompts are not in hand.'] : []),
        ...missing([fields.sealedDetail ?? fields.source, 'No exhibit holds the detail.']),
      ],
    },
    {
      name: 'reproduction',
      on: 'move',
      into: ['reproduced', 'not_reproduced'],
      check: ({ fields, state }) => {
        const wanted = state === 'reproduced' ? ['reproduced', 'partially'] : ['not_reproduced'];
        const attempts = (fields.reproduced ?? []).filter((one) => wanted.includes(one.result));
        if (attempts.length === 0) return ['No attempt with that result is recorded.'];
        return attempts.every((one) => fields.tester.includes(one.by)) ? ['Only the tester is named: it is reproduced by somebody else or not at all.'] : [];
      },
    },
  ],
  title: (fields) => fields.title,
  due: () => null,
  audience: 'internal',
  privilege: 'none',
});
