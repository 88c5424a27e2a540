import { states } from '../../law/state-packs.ts';
import { field } from '../field.ts';
import { defineKind, type RecordWith } from '../kind.ts';

export const closureFields = {
  title: field.text({ label: 'Title', required: true }),
  date: field.day({ label: 'Day', required: true, column: true }),
  effect: field.choice({
    label: 'What it is',
    required: true,
    column: true,
    options: { holiday: 'A legal holiday', inaccessible: "The clerk's office could not be reached" },
    help: 'A holiday is not counted where holidays are not; an office that could not be reached only moves a last day for filing there. Administrative leave or a lapse in appropriations is neither.',
  }),
  by: field.choice({ label: 'Declared by', options: { president: 'The President', congress: 'Congress', state: 'A state', court: 'A court' } }),
  state: field.text({ label: 'State', help: 'Two letters.' }),
  court: field.text({ label: 'Court', help: 'The id of its profile, such as us-dcd.' }),
  source: field.text({ label: 'Source', required: true, help: 'The order or proclamation that says so.' }),
  evidence: field.links({ label: 'Evidence', to: ['evidence_item', 'communication'], role: 'closure' }),
};
export type ClosureRecord = RecordWith<typeof closureFields>;

/** A day entered once for every time limit it touches (domain.md §1.10 "Closures"). Who declared it decides what it counts for. */
export const closure = defineKind({
  kind: 'closure',
  prefix: 'CLOSE',
  label: 'Closure',
  plural: 'Holidays and closures',
  shape: 1,
  upgrades: [],
  fields: closureFields,
  states: { entered: { label: 'Counts', mark: 'circle', fill: 4 }, withdrawn: { label: 'Withdrawn', closed: true, mark: 'circle', fill: 0 } },
  initial: 'entered',
  moves: { entered: ['withdrawn'], withdrawn: ['entered'] },
  guards: [
    {
      name: 'declared',
      on: 'save',
      check: ({ fields: { effect, by, state, court } }) => {
        if (effect === 'inaccessible') return court === undefined ? ["Which court's office it was is not recorded."] : [];
        if (by === undefined) return ['Who declared the holiday is not recorded: it decides what the day counts for.'];
        if (by === 'state') return state === undefined || !states.includes(state) ? ['Which state declared it is not recorded.'] : [];
        return by === 'court' && court === undefined ? ['Which court declared it is not recorded.'] : [];
      },
    },
  ],
  title: (fields) => fields.title,
  due: () => null,
  withoutCase: true,
  audience: 'internal',
  privilege: 'none',
});
