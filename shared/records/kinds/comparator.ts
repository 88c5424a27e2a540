import { latestDay } from '../date-fact.ts';
import { field } from '../field.ts';
import { defineKind, type RecordWith } from '../kind.ts';
import { missing } from '../missing.ts';

export const comparatorFields = {
  system: field.text({ label: 'System', required: true }),
  version: field.text({ label: 'Version', column: true }),
  availability: field.choice({
    label: 'Availability',
    required: true,
    column: true,
    options: { open_weights: 'Open weights', public_api: 'Public interface', restricted: 'Restricted', unknown: 'Unknown' },
  }),
  tested: field.date({ label: 'Tested' }),
  by: field.links({ label: 'Tested by', to: ['party'], role: 'tester' }),
  samePrompts: field.flag({ label: 'Same class of prompts' }),
  result: field.prose({ label: 'Result' }),
  evidence: field.links({ label: 'Evidence', to: ['evidence_item'], role: 'comparator' }),
  assertions: field.links({ label: 'Bears on', to: ['assertion'], role: 'compared_for' }),
  finding: field.link({ label: 'Beside the finding', to: ['finding'], role: 'beside' }),
  note: field.prose({ label: 'Note', audience: 'internal', privilege: 'work_product' }),
};
export type Comparator = RecordWith<typeof comparatorFields>;

/** The same output from another system: what uplift is measured against (domain.md §2.19). */
export const comparator = defineKind({
  kind: 'comparator',
  prefix: 'CMP',
  label: 'Comparator',
  plural: 'Comparators',
  shape: 1,
  upgrades: [],
  fields: comparatorFields,
  states: {
    named: { label: 'Named, does not count yet', mark: 'circle', fill: 0 },
    counts: { label: 'Counts', mark: 'circle', fill: 4 },
    set_aside: { label: 'Set aside', closed: true, mark: 'circle', fill: 0 },
  },
  initial: 'named',
  moves: { named: ['counts', 'set_aside'], counts: ['named', 'set_aside'], set_aside: ['named'] },
  guards: [
    {
      name: 'counts',
      on: 'move',
      into: ['counts'],
      check: ({ fields }) =>
        missing(
          [fields.version, 'The version is not recorded.'],
          [fields.tested === undefined ? undefined : (latestDay(fields.tested) ?? undefined), 'The day of the test is not known.'],
          [fields.result, 'The result is not recorded.'],
          [fields.evidence, 'No evidence of the test is in hand.'],
        ),
    },
  ],
  title: (fields) => [fields.system, fields.version].filter((part) => part !== undefined).join(' '),
  due: () => null,
  audience: 'internal',
  privilege: 'none',
});
