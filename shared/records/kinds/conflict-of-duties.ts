import { field } from '../field.ts';
import { defineKind, type RecordWith } from '../kind.ts';
import { missing } from '../missing.ts';

export const dutiesFields = {
  title: field.text({ label: 'Title', required: true }),
  type: field.choice({
    label: 'Between',
    required: true,
    column: true,
    options: {
      order_order: 'Two orders',
      order_preservation: 'An order and preservation',
      order_contract: 'An order and a contract',
      order_foreign_law: 'An order and foreign law',
      order_disclosure: 'An order and a duty to disclose',
      other: 'Other duties',
    },
  }),
  one: field.link({ label: 'One duty', required: true, to: ['*'], role: 'duty_one' }),
  other: field.link({ label: 'The other duty', to: ['*'], role: 'duty_other' }),
  law: field.text({ label: 'Law of the other duty', help: 'Where no record holds it, such as the Blocking Statute, the GDPR, Art. 73(6) of the AI Act, 8 USC 1324b.' }),
  effect: field.prose({ label: 'Where they meet', required: true, help: 'What obeying the one does to the other.' }),
  meanwhile: field.prose({ label: 'What is done meanwhile' }),
  owner: field.text({ label: 'With', column: true }),
  advice: field.prose({ label: 'Advice', audience: 'internal', privilege: 'attorney_client' }),
  decision: field.link({ label: 'Decision', to: ['decision'], role: 'duty_decision' }),
};
export type ConflictOfDuties = RecordWith<typeof dutiesFields>;

/** Two duties that cannot both be obeyed (domain.md §2.28). Open ones stand as a red line on the docket. */
export const conflictOfDuties = defineKind({
  kind: 'conflict_of_duties',
  prefix: 'COD',
  label: 'Conflict of duties',
  plural: 'Conflicts of duties',
  shape: 1,
  upgrades: [],
  fields: dutiesFields,
  states: { open: { label: 'Open', mark: 'octagon', fill: 4 }, decided: { label: 'Decided', closed: true, mark: 'circle', fill: 4 } },
  initial: 'open',
  moves: { open: ['decided'], decided: ['open'] },
  guards: [
    {
      name: 'two-duties',
      on: 'save',
      check: ({ fields }) => [
        ...missing([fields.other ?? fields.law, 'The other duty is not named: a record, or the law it stands in.']),
        ...(fields.one === fields.other ? ['A duty does not conflict with itself.'] : []),
      ],
    },
    { name: 'decision', on: 'move', into: ['decided'], check: ({ fields }) => missing([fields.decision, 'No decision is named.']) },
  ],
  title: (fields) => fields.title,
  due: () => null,
  audience: 'internal',
  privilege: 'attorney_client',
});
