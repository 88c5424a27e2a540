import { safeDay } from '../date-fact.ts';
import { field } from '../field.ts';
import { defineKind } from '../kind.ts';
import { missing } from '../missing.ts';

/** Something that may come: a threshold not yet defined, a rule expected (domain.md §2.27). */
export const watch = defineKind({
  kind: 'watch',
  prefix: 'WCH',
  label: 'Watch',
  plural: 'Watches',
  shape: 1,
  upgrades: [],
  fields: {
    trigger: field.prose({ label: 'What is watched for', required: true }),
    where: field.words({ label: 'Where', help: 'Places that are looked at.' }),
    ifItComes: field.prose({ label: 'What is then done' }),
    source: field.links({ label: 'Source', to: ['evidence_item', 'communication', 'note'], role: 'source' }),
    pinpoint: field.text({ label: 'Pinpoint' }),
    about: field.links({ label: 'About', to: ['*'], role: 'about' }),
    nextReview: field.date({ label: 'Look again on', lastDay: true, required: true, column: true }),
    owner: field.text({ label: 'With', column: true }),
    happened: field.prose({ label: 'What came' }),
  },
  states: {
    watching: { label: 'Watching', mark: 'circle', fill: 1 },
    happened: { label: 'It came', closed: true, mark: 'circle', fill: 4 },
    dropped: { label: 'No longer watched', closed: true, mark: 'circle', fill: 0 },
  },
  initial: 'watching',
  moves: { watching: ['happened', 'dropped'], happened: ['watching'], dropped: ['watching'] },
  guards: [{ name: 'happened', on: 'move', into: ['happened'], check: ({ fields }) => missing([fields.happened, 'What came is not recorded.']) }],
  title: (fields) => fields.trigger,
  dated: (fields) => fields.nextReview,
  due: (fields) => safeDay(fields.nextReview),
  audience: 'internal',
  privilege: 'none',
});
