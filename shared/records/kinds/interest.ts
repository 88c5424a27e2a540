import { field } from '../field.ts';
import { defineKind, type RecordWith } from '../kind.ts';
import { sourced } from '../parts/sourced.ts';

export const interestFields = {
  party: field.link({ label: 'Party', required: true, to: ['party'], role: 'interest_of', column: true }),
  in: field.links({ label: 'In', to: ['party', 'restricted_model', 'order', 'assertion', 'case'], role: 'interest_in' }),
  direction: field.choice({
    label: 'Direction',
    required: true,
    column: true,
    options: { benefits_from_restriction: 'Gains by the restriction', harmed_by_restriction: 'Harmed by the restriction', benign: 'Neither', unclear: 'Unclear' },
  }),
  description: field.prose({ label: 'Interest', required: true }),
  amountQuoted: field.quotation({ label: 'Amount, in the source’s word', help: 'Such as “billions”: not turned into a number.' }),
  amount: field.text({ label: 'Amount' }),
  ...sourced,
  note: field.prose({ label: 'Note', audience: 'internal', privilege: 'work_product' }),
};
export type Interest = RecordWith<typeof interestFields>;

/** What somebody stands to gain or lose, and the benign interests too; nothing is netted (domain.md §2.5). */
export const interest = defineKind({
  kind: 'interest',
  prefix: 'INT',
  label: 'Interest',
  plural: 'Interests',
  shape: 1,
  upgrades: [],
  fields: interestFields,
  states: { current: { label: 'Current', mark: 'circle', fill: 2 }, former: { label: 'Ended', closed: true, mark: 'circle', fill: 0 } },
  initial: 'current',
  moves: { current: ['former'], former: ['current'] },
  guards: [],
  title: (fields) => fields.description,
  due: () => null,
  audience: 'internal',
  privilege: 'none',
});
