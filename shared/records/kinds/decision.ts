import { safeDay } from '../date-fact.ts';
import { field } from '../field.ts';
import { defineKind } from '../kind.ts';

/** A decision with the options that stood beside it (domain.md §2.27). Says whether it went beyond what an order asked. */
export const decision = defineKind({
  kind: 'decision',
  prefix: 'DEC',
  label: 'Decision',
  plural: 'Decisions',
  shape: 1,
  upgrades: [],
  fields: {
    question: field.prose({ label: 'Question', required: true }),
    options: field.rows({
      label: 'Options',
      fields: {
        text: field.prose({ label: 'Option', required: true }),
        feasible: field.choice({ label: 'Feasible', options: { yes: 'Yes', no: 'No', not_at_once: 'Not at once', unclear: 'Unclear' } }),
        time: field.text({ label: 'Time' }),
        cost: field.text({ label: 'Cost' }),
        risk: field.prose({ label: 'Risk' }),
        breaks: field.prose({ label: 'Principle it would break' }),
        criterion: field.link({ label: 'Condition it would break', to: ['restore_criterion'], role: 'option_breaks' }),
      },
    }),
    chosen: field.prose({ label: 'Chosen' }),
    reasons: field.prose({ label: 'Reasons' }),
    beyondClause: field.choice({ label: 'Goes beyond what the order asked', options: { yes: 'Yes', no: 'No', unclear: 'Unclear' } }),
    beyondWhy: field.prose({ label: 'Why it goes beyond' }),
    orders: field.links({ label: 'Under', to: ['order'], role: 'decides_under' }),
    models: field.links({ label: 'Models', to: ['restricted_model'], role: 'decides_model' }),
    decidedBy: field.text({ label: 'Decided by', column: true }),
    decided: field.date({ label: 'Decided on', column: true }),
    dissent: field.prose({ label: 'Dissent' }),
    sources: field.links({ label: 'Sources', to: ['evidence_item', 'communication', 'note'], role: 'source' }),
    pinpoint: field.text({ label: 'Pinpoint' }),
    revisit: field.date({ label: 'Look at it again on', lastDay: true }),
    legalAdvice: field.prose({ label: 'Advice it rests on', audience: 'internal', privilege: 'attorney_client' }),
  },
  states: {
    open: { label: 'Open', mark: 'circle', fill: 0 },
    decided: { label: 'Decided', closed: true, mark: 'circle', fill: 4 },
    revisiting: { label: 'Being looked at again', mark: 'circle', fill: 2 },
    superseded: { label: 'Superseded', closed: true, mark: 'circle', fill: 0 },
  },
  initial: 'open',
  moves: { open: ['decided', 'superseded'], decided: ['revisiting', 'superseded'], revisiting: ['decided', 'superseded'], superseded: [] },
  guards: [
    {
      name: 'decided',
      on: 'move',
      into: ['decided'],
      check: ({ fields }) => [
        ...(fields.chosen === undefined ? ['What was chosen is not recorded.'] : []),
        ...(fields.reasons === undefined ? ['The reasons are not recorded.'] : []),
        ...(fields.decidedBy === undefined ? ['Who decided is not recorded.'] : []),
        ...(fields.decided === undefined ? ['When it was decided is not recorded; say “unknown” if it is not known.'] : []),
        ...(fields.beyondClause === 'yes' && fields.beyondWhy === undefined ? ['It goes beyond what the order asked, and nothing says why.'] : []),
      ],
    },
  ],
  title: (fields) => fields.question,
  dated: (fields) => fields.revisit,
  due: (fields) => safeDay(fields.revisit),
  audience: 'internal',
  privilege: 'attorney_client',
});
