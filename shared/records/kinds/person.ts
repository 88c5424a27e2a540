import { countryOf } from '../../law/scope/countries.ts';
import { relations } from '../../law/scope/person-facts.ts';
import { field } from '../field.ts';
import { defineKind, type RecordWith } from '../kind.ts';

export const statusCategories = {
  us_citizen: 'Citizen of the United States',
  us_national: 'National of the United States',
  lpr: 'Permanent resident',
  protected_refugee: 'Refugee',
  protected_asylee: 'Asylee',
  temporary_resident_1160_1255a: 'Temporary resident (8 USC 1160, 1255a)',
  visa_holder: 'Holder of a visa',
  pending: 'Application pending',
  none_of_these: 'None of these',
  declined: 'Prefers not to say',
  unknown: 'Not known',
} as const;
/** A document’s expiry is not a status’s expiry: only these end by themselves (domain.md §1.5). */
export const temporaryStatuses: readonly string[] = ['temporary_resident_1160_1255a', 'visa_holder', 'pending'];

export const personFields = {
  name: field.text({ label: 'Name or identifier', required: true, help: 'The identifier of the identity team is enough.' }),
  kindOfPerson: field.choice({
    label: 'Who it is',
    required: true,
    column: true,
    options: { ...relations, official: 'Official', counsel: 'Counsel', witness: 'Witness', other: 'Somebody else' },
  }),
  employer: field.text({ label: 'Employer' }),
  usPerson: field.choice({
    label: 'US person',
    help: 'A citizen or national of the United States, a permanent resident, a refugee or an asylee. Yes or no is enough for the EAR test; nothing else is asked for it.',
    options: { yes: 'Yes', no: 'No', unknown: 'Not known' },
  }),
  status: field.rows({
    label: 'Status',
    help: 'A category, never a document: no copy is kept, and no I-9 file is a source.',
    fields: {
      category: field.choice({ label: 'Category', required: true, options: statusCategories }),
      asOf: field.day({ label: 'As of', required: true }),
      evidenceType: field.choice({
        label: 'Shown by',
        options: {
          own_statement: 'The person’s own statement',
          document_seen: 'A document seen, not copied',
          employer_statement: 'The employer’s statement',
          government_record: 'A government record',
        },
      }),
      verifiedBy: field.text({ label: 'Verified by' }),
      statusExpires: field.day({ label: 'Status ends', help: 'Only for a temporary status. When a card or passport runs out, the status does not.' }),
    },
  }),
  citizenships: field.rows({
    label: 'Citizenships',
    help: 'Only where a definition that counsel adopted turns on them, never for the EAR test.',
    fields: { country: field.text({ label: 'Country', required: true, search: false }), acquired: field.date({ label: 'Acquired' }), lost: field.date({ label: 'Lost' }) },
  }),
  citizenshipsNeeded: field.link({ label: 'Definition that needs them', to: ['ambiguity', 'scope_rule'], role: 'needs_citizenship' }),
  locations: field.rows({
    label: 'Where the person works',
    fields: { country: field.text({ label: 'Country', required: true, search: false }), from: field.date({ label: 'From' }), to: field.date({ label: 'To' }) },
  }),
  question: field.group({
    label: 'How it was asked',
    fields: {
      wording: field.choice({
        label: 'Wording',
        options: {
          us_person_v1: 'US person, yes or no (approved wording 1)',
          citizen_or_national_v1: 'Citizen or national, yes or no (approved wording 2)',
          not_asked: 'Not asked: from records kept for another purpose',
        },
      }),
      purpose: field.prose({ label: 'Purpose' }),
      approvedBy: field.text({ label: 'Approved by' }),
      askedOn: field.day({ label: 'Asked on' }),
    },
  }),
  minimized: field.flag({ label: 'Nothing more is kept than the determination needs' }),
};
export type Person = RecordWith<typeof personFields>;

const filled = (list: readonly unknown[] | undefined): boolean => list !== undefined && list.length > 0;
const american = ['us_citizen', 'us_national'];

/** A person whom an order may reach, with as little as the question needs (domain.md §2.4, §7 U5 and U11). */
export const person = defineKind({
  kind: 'person',
  prefix: 'PER',
  label: 'Person',
  plural: 'Persons',
  shape: 1,
  upgrades: [],
  fields: personFields,
  states: { current: { label: 'Current', mark: 'circle', fill: 2 }, former: { label: 'No longer concerned', closed: true, mark: 'circle', fill: 0 } },
  initial: 'current',
  moves: { current: ['former'], former: ['current'] },
  guards: [
    {
      name: 'status-ends',
      on: 'save',
      check: ({ fields }) =>
        (fields.status ?? []).flatMap(({ category, statusExpires }) =>
          statusExpires !== undefined && !temporaryStatuses.includes(category)
            ? [`${statusCategories[category]} does not end on a day: a document’s expiry is not the status’s. Leave “Status ends” out (8 USC 1324b).`]
            : [],
        ),
    },
    {
      name: 'no-second-nationality',
      on: 'save',
      check: ({ fields }) =>
        filled(fields.citizenships) && fields.citizenshipsNeeded === undefined
          ? [
              (fields.status ?? []).some(({ category }) => american.includes(category)) || fields.usPerson === 'yes'
                ? 'A citizen or national of the United States is not a foreign person whatever else is held: no other nationality is kept, unless an adopted definition needs it and is named.'
                : 'Citizenships are kept only for a definition that needs them: name it, or leave them out.',
            ]
          : [],
    },
    {
      name: 'countries',
      on: 'save',
      check: ({ fields }) =>
        [...(fields.citizenships ?? []), ...(fields.locations ?? [])]
          .filter(({ country }) => countryOf(country) === null)
          .map(({ country }) => `“${country.slice(0, 60)}” is no country known here.`),
    },
    {
      name: 'asked-lawfully',
      on: 'save',
      check: ({ fields: { question, status } }) => [
        ...(filled(status) && question?.wording === undefined ? ['With which approved wording the status was asked for is not recorded.'] : []),
        ...(question?.wording !== undefined && question.purpose === undefined ? ['For which purpose it was asked is not recorded.'] : []),
        ...(question?.wording !== undefined && question.approvedBy === undefined ? ['Who approved the question is not recorded.'] : []),
      ],
    },
  ],
  title: (fields) => fields.name,
  due: ({ status }) =>
    (status ?? [])
      .map(({ statusExpires }) => statusExpires)
      .filter((day) => day !== undefined)
      .sort()[0] ?? null,
  audience: 'internal',
  privilege: 'none',
  compartment: 'people',
});
