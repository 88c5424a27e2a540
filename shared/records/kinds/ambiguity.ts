import { nationalityTests } from '../../law/scope/nationality.ts';
import { countryOf } from '../../law/scope/countries.ts';
import { field } from '../field.ts';
import { defineKind, type RecordWith } from '../kind.ts';

export const ambiguityFields = {
  term: field.quotation({ label: 'Term', required: true, help: 'The words that are open, exactly.' }),
  quote: field.quotation({ label: 'In its sentence' }),
  order: field.link({ label: 'Order', required: true, to: ['order'], role: 'ambiguity_of', column: true }),
  clause: field.text({ label: 'Clause' }),
  question: field.prose({ label: 'Question' }),
  about: field.choice({
    label: 'What is open',
    required: true,
    column: true,
    options: { persons: 'Which persons', access: 'Which uses', versions: 'Which versions', other: 'Something else' },
  }),
  readings: field.rows({
    label: 'Readings',
    required: true,
    fields: {
      letter: field.text({ label: 'Letter', required: true, search: false }),
      text: field.prose({ label: 'Reading', required: true }),
      takenBy: field.words({ label: 'Taken by' }),
      effect: field.prose({ label: 'Effect' }),
      risk: field.prose({ label: 'Risk of it' }),
      nationality: field.choice({ label: 'As a test of nationality', help: 'For a term on persons: the test that this reading stands for.', options: nationalityTests }),
      countries: field.words({ label: 'Countries' }),
      everyUse: field.choice({ label: 'As a test of use', help: 'For “access”.', options: { every_use: 'Every use', release_only: 'Release of technology or source code only' } }),
    },
  }),
  adopted: field.text({ label: 'Letter of the reading we follow', help: 'For the whole class, never for one person.', column: true, search: false }),
  adoptedWhy: field.prose({ label: 'Why' }),
  adoptedBy: field.text({ label: 'Adopted by' }),
  adoptedOn: field.date({ label: 'Adopted on' }),
  forClass: field.prose({ label: 'For which class', help: 'Whom the adopted reading is for: a class, such as everybody on a roster. Nobody by name.' }),
  asked: field.links({ label: 'Asked in', to: ['communication', 'evidence_request', 'filing'], role: 'asked_in' }),
  answer: field.prose({ label: 'What the issuer answered', help: 'Silence is an answer too: say since when.' }),
};
export type Ambiguity = RecordWith<typeof ambiguityFields>;

const withCountries = ['most_recent_citizenship_or_PR_in', 'any_citizenship_in'];
const letters = ({ fields }: Ambiguity): string[] => fields.readings.map(({ letter }) => letter);

/** An open term of an order: its readings, who takes which, and the one we follow for the class (domain.md §2.3). */
export const ambiguity = defineKind({
  kind: 'ambiguity',
  prefix: 'AMB',
  label: 'Open term',
  plural: 'Open terms',
  shape: 1,
  upgrades: [],
  fields: ambiguityFields,
  states: {
    open: { label: 'No reading adopted', mark: 'diamond', fill: 0 },
    asked: { label: 'Asked', mark: 'diamond', fill: 2 },
    adopted: { label: 'Reading adopted', mark: 'diamond', fill: 3 },
    answered: { label: 'Answered by the issuer', closed: true, mark: 'diamond', fill: 4 },
    moot: { label: 'Without effect', closed: true, mark: 'diamond', fill: 0 },
  },
  initial: 'open',
  moves: {
    open: ['asked', 'adopted', 'answered', 'moot'],
    asked: ['open', 'adopted', 'answered', 'moot'],
    adopted: ['open', 'asked', 'answered', 'moot'],
    answered: ['open', 'adopted'],
    moot: ['open'],
  },
  guards: [
    {
      name: 'readings',
      on: 'save',
      check: (record) => [
        ...(new Set(letters(record)).size === letters(record).length ? [] : ['Two readings have the same letter.']),
        ...(record.fields.adopted === undefined || letters(record).includes(record.fields.adopted) ? [] : [`There is no reading ${record.fields.adopted}.`]),
        ...record.fields.readings.flatMap((one) => [
          ...(one.nationality !== undefined && withCountries.includes(one.nationality) && (one.countries ?? []).length === 0
            ? [`Reading ${one.letter}: the test needs its list of countries.`]
            : []),
          ...(one.countries ?? []).filter((typed) => countryOf(typed) === null).map((typed) => `Reading ${one.letter}: “${typed.slice(0, 60)}” is no country known here.`),
        ]),
      ],
    },
    {
      name: 'adopted-for-the-class',
      on: 'move',
      into: ['adopted'],
      check: ({ fields }) => [
        ...(fields.adopted === undefined ? ['Which reading is adopted is not recorded.'] : []),
        ...(fields.adoptedBy === undefined ? ['Who adopted it is not recorded.'] : []),
        ...(fields.adoptedWhy === undefined ? ['Why it is adopted is not recorded.'] : []),
        ...(fields.forClass === undefined ? ['For which class it is adopted is not recorded. A reading is never adopted for one person.'] : []),
      ],
    },
    {
      name: 'asked',
      on: 'move',
      into: ['asked'],
      check: ({ fields }) => ((fields.asked ?? []).length === 0 ? ['Where the issuer was asked is not recorded.'] : []),
    },
    {
      name: 'answered',
      on: 'move',
      into: ['answered'],
      check: ({ fields }) => (fields.answer === undefined ? ['What the issuer answered is not recorded.'] : []),
    },
  ],
  title: (fields) => `“${fields.term}”`,
  due: () => null,
  audience: 'internal',
  privilege: 'attorney_client',
});
